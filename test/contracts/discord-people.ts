import type { VirtualUser } from '../../bots/rehearsal/discord/virtual-user.ts';
import type { DiscordWorld } from '../support/discord-world.ts';

/** Answers the first questions as most people would, in London. Returns the person's id. */
export async function joinsOnDiscord(
  world: DiscordWorld,
  person: VirtualUser,
  name: string,
): Promise<string> {
  person.send('Hello');
  await world.settle();
  const press = async (label: string | RegExp): Promise<void> => {
    person.press(label);
    await world.settle();
  };
  await press('Continue');
  await press('Yes');
  await press('Yes, I agree');
  person.send(name);
  await world.settle();
  await press(/^London/);
  await press('Plain English');
  await press(/9.*8/);
  await press(/rather not say/i);
  const rows = await world.rows('SELECT "personId" AS id FROM account WHERE "userId" = $1', [person.id]);
  return String(rows[0]?.['id']);
}

/** A mentee with a mentor, both on Discord. */
export async function pairOnDiscord(world: DiscordWorld) {
  const mentee = world.stranger('Aisha');
  const mentor = world.stranger('Ruth');
  const menteeId = await joinsOnDiscord(world, mentee, 'Aisha');
  const mentorId = await joinsOnDiscord(world, mentor, 'Ruth');
  const programmeId = (await world.core.read.programmes.first())?.id ?? '';
  await world.coordinate('give-role', { personId: mentorId, programmeId, role: 'mentor' });
  await world.coordinate('give-role', { personId: menteeId, programmeId, role: 'mentee' });
  await world.coordinate('make-pair', { programmeId, mentorId, menteeId, rhythmDays: 14 });
  return { mentee, mentor, menteeId, mentorId };
}
