import type { VirtualUser } from '../../bots/rehearsal/telegram/virtual-user.ts';
import type { World } from './world.ts';

/** Answers the first questions as most people would, in London. */
export async function joins(
  world: World,
  person: VirtualUser,
  name: string,
  payload?: string,
): Promise<string> {
  person.start(payload);
  await world.settle();
  const press = async (label: string | RegExp): Promise<void> => {
    person.press(label);
    await world.settle();
  };
  const write = async (words: string): Promise<void> => {
    person.send(words);
    await world.settle();
  };
  await press('Continue');
  await press('Yes');
  await press('Yes, I agree');
  await write(name);
  await press(/^London/);
  await press('Plain English');
  await press(/9.*8/);
  await press(/rather not say/i);
  const rows = await world.rows('SELECT "personId" AS id FROM account WHERE "userId" = $1', [
    String(person.id),
  ]);
  return String(rows[0]?.['id']);
}

export type Two = {
  readonly mentee: VirtualUser;
  readonly mentor: VirtualUser;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly pairId: string;
};

/** A mentee and her mentor who have joined and been brought together. */
export async function pairUp(world: World, names = { mentee: 'Aisha', mentor: 'Ruth' }): Promise<Two> {
  const mentee = world.stranger(names.mentee);
  const mentor = world.stranger(names.mentor);
  const menteeId = await joins(world, mentee, names.mentee);
  const mentorId = await joins(world, mentor, names.mentor);
  const programmeId = (await world.core.read.programmes.first())?.id ?? '';
  await world.coordinate('give-role', { personId: mentorId, programmeId, role: 'mentor' });
  await world.coordinate('give-role', { personId: menteeId, programmeId, role: 'mentee' });
  await world.coordinate('make-pair', { programmeId, mentorId, menteeId, rhythmDays: 14 });
  const [pair] = await world.core.read.pairs.pairsOf(menteeId);
  return { mentee, mentor, menteeId, mentorId, pairId: pair?.id ?? '' };
}
