import type { Pair } from '../../core/pairs/pair.ts';
import { DEFAULT_SETTINGS, type Person } from '../../core/people/person.ts';
import { peopleOn } from '../meetings/a-pair.ts';
import type { Phone, Stage } from '../support/stage.ts';

/** A mentee and her mentor, brought together, each with a phone. */
export type Two = {
  readonly aisha: Phone;
  readonly ruth: Phone;
  readonly mentee: Person;
  readonly mentor: Person;
  readonly pair: Pair;
};

/** Both see at once what comes, unless their previews are private. */
export async function twoOn(
  stage: Stage,
  zones: { mentee?: string; mentor?: string } = {},
  discreet = false,
): Promise<Two> {
  const people = await peopleOn(stage);
  const settings = { ...DEFAULT_SETTINGS, discreet };
  const zoned = (zone: string | undefined) => (zone === undefined ? { settings } : { settings, zone });
  const mentee = await people.person('Aisha', zoned(zones.mentee));
  const mentor = await people.person('Ruth', zoned(zones.mentor));
  const pair = await people.pair(mentor, mentee);
  return { aisha: stage.phone('Aisha'), ruth: stage.phone('Ruth'), mentee, mentor, pair };
}

/** Opens the form by its words and writes. */
export async function writes(phone: Phone, words: string): Promise<void> {
  await phone.says('message my mentor');
  await phone.says(words);
}

/** Moves the clock on, stopping at everything that becomes due on the way. */
export async function later(stage: Stage, until: string): Promise<void> {
  for (;;) {
    await stage.core.settle();
    const next = await stage.store.queues.nextMoment(stage.clock.now());
    if (next === undefined || next.toString() > new Date(until).toISOString()) break;
    stage.clock.set(next.toString());
  }
  stage.clock.set(until);
  await stage.core.settle();
}

/** Everything that was said to somebody, as one text. */
export function all(phone: Phone): string {
  return phone
    .messages()
    .map(({ shown }) => shown.paragraphs.join('\n'))
    .join('\n');
}

/** The newest message with these words, wherever it stands. */
export function count(phone: Phone, words: string): number {
  return phone.messages().filter(({ shown }) => shown.paragraphs.some((each) => each.includes(words))).length;
}
