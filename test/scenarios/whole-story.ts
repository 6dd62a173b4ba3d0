import { expect } from 'vitest';
import type { Two } from '../support/arrive.ts';
import type { Hand } from '../support/hand.ts';
import type { World } from '../support/world.ts';

/** A meeting from the first word to the last: booked, agreed, moved, called off. Gives what the journal says of it. */
export async function wholeStory(world: World, aisha: Hand, ruth: Hand): Promise<Record<string, unknown>[]> {
  await aisha.does('book', 'tomorrow 3pm', { press: 'By phone' }, { press: '30 minutes' }, { press: 'Skip' });
  await ruth.presses('Yes, that suits me');
  await ruth.does({ press: 'Move it' }, 'Thursday 2pm');
  await aisha.presses('Yes, move it');
  await aisha.presses("I can't make it");
  expect(ruth.reads()).toMatch(/A cannot make it/);
  return await world.rows('SELECT event, by FROM journal WHERE event LIKE $1 ORDER BY id', ['meeting.%']);
}

/** What the journal has to say of it. */
export function happened({ menteeId, mentorId }: Two): { event: string; by: string }[] {
  return [
    { event: 'meeting.proposed', by: `person:${menteeId}` },
    { event: 'meeting.confirmed', by: `person:${mentorId}` },
    { event: 'meeting.move-asked', by: `person:${mentorId}` },
    { event: 'meeting.moved', by: `person:${menteeId}` },
    { event: 'meeting.cancelled', by: `person:${menteeId}` },
  ];
}
