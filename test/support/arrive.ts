import type { VirtualUser } from '../../bots/rehearsal/telegram/virtual-user.ts';
import type { AppName } from './apps/app.ts';
import { telegramPhone } from './apps/telegram-app.ts';
import { type AppHand, handOn } from './hand.ts';
import type { World } from './world.ts';

/** Answers the first questions as most people would, in London; of several programmes, about the one that is named. */
export async function arrives(
  hand: AppHand,
  name: string,
  code?: string,
  about = 'I am not sure',
): Promise<string> {
  await hand.starts(code);
  await hand.presses('Continue');
  if (/Which of these is it about/.test(hand.reads())) await hand.presses(about);
  await hand.does({ press: 'Yes' }, { press: 'Yes, I agree' }, name);
  await hand.does({ press: /^London/ }, { press: 'Plain English' }, { press: /9.*8/ });
  await hand.presses(/rather not say/i);
  return await hand.personId();
}

/** The same with Telegram. */
export async function joins(
  world: World,
  person: VirtualUser,
  name: string,
  payload?: string,
): Promise<string> {
  return await arrives(handOn(world, telegramPhone(world.telegram, person)), name, payload);
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
  const pairId = await broughtTogether(world, menteeId, mentorId);
  return { mentee, mentor, menteeId, mentorId, pairId };
}

export type Pair = {
  readonly mentee: AppHand;
  readonly mentor: AppHand;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly pairId: string;
};

/** The same, each with the app that is named. */
export async function pairOn(
  world: World,
  apps: { readonly mentee: AppName; readonly mentor: AppName },
  names = { mentee: 'Aisha', mentor: 'Ruth' },
): Promise<Pair> {
  const mentee = handOn(world, world.phone(names.mentee, apps.mentee));
  const mentor = handOn(world, world.phone(names.mentor, apps.mentor));
  const menteeId = await arrives(mentee, names.mentee);
  const mentorId = await arrives(mentor, names.mentor);
  const pairId = await broughtTogether(world, menteeId, mentorId);
  return { mentee, mentor, menteeId, mentorId, pairId };
}

async function broughtTogether(world: World, menteeId: string, mentorId: string): Promise<string> {
  const programmeId = (await world.core.read.programmes.first())?.id ?? '';
  await world.coordinate('give-role', { personId: mentorId, programmeId, role: 'mentor' });
  await world.coordinate('give-role', { personId: menteeId, programmeId, role: 'mentee' });
  await world.coordinate('make-pair', { programmeId, mentorId, menteeId, rhythmDays: 14 });
  const [pair] = await world.core.read.pairs.pairsOf(menteeId);
  return pair?.id ?? '';
}
