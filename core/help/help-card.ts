import type { Temporal } from 'temporal-polyfill';
import type { OwnHelpline } from '../programmes/programme.ts';
import { type Text, text } from '../texts/text.ts';
import type { About } from './crisis-words.ts';
import { helplines, type Line, linesNow, opensNext } from './helplines.ts';
import { type OwnLine, ownLines } from './own-lines.ts';

/** The person of the programme whom people can reach, in the programme's own words. */
export type ProgrammeContact = { readonly name: string; readonly phone: string; readonly hours: string };

export type HelpCardFor = {
  readonly now: Temporal.Instant;
  readonly about: About;
  /** A young person's card begins with the emergency number and the lines for young people. */
  readonly young?: boolean;
  readonly contact?: ProgrammeContact | undefined;
  /** Lines that the programme adds to ours. */
  readonly own?: readonly OwnHelpline[] | undefined;
  /** Whether the person was in the middle of writing something that was put aside for them. */
  readonly wordsKept?: boolean;
  /** Whether it is shown beside something they have told: then it does not say that nothing was sent. */
  readonly told?: boolean;
};

/** What a help card says, from the first line to the last, and the button that turns it to the other person. */
export type HelpCard = {
  readonly about: About;
  readonly lines: readonly Text[];
  readonly turn: { readonly to: About; readonly label: Text };
};

/**
 * The card with the numbers to call. It does nothing else: showing it sends nothing to anyone and stores nothing, and it
 * may be shown at any hour, in a pause, and after "stop".
 */
export function helpCard(card: HelpCardFor): HelpCard {
  const { about, contact, wordsKept = false, told = false } = card;
  return {
    about,
    lines: [
      about === 'me' ? text('help-title-me') : text('help-title-someone'),
      ...numberLines(card),
      ...(contact === undefined ? [] : [text('help-programme-contact', contact)]),
      told ? text('help-no-emergency-service') : text('help-not-an-emergency-service'),
      ...(wordsKept ? [text('help-words-kept')] : []),
    ],
    turn:
      about === 'me'
        ? { to: 'someone', label: text('help-turn-to-someone') }
        : { to: 'me', label: text('help-turn-to-me') },
  };
}

type Any = Line | OwnLine;

/** The numbers alone, those that are there now first; nothing whose hours are not known stands among the open ones. */
export function numberLines({
  now,
  about,
  young = false,
  own = [],
}: Pick<HelpCardFor, 'now' | 'about' | 'young' | 'own'>): Text[] {
  const all: readonly Any[] = [...helplines.lines, ...ownLines(own)];
  const { always, openNow, others } = linesNow(now, { young }, all);
  const first = [...always.filter(isEmergency), ...(young ? others.filter((line) => line.young) : [])];
  const rest = (lines: readonly Any[]) => lines.filter((line) => !first.includes(line));
  const later = rest(others).filter((line) => opensNext(line, now) !== undefined);
  const unknown = rest(others).filter((line) => !later.includes(line));
  return [
    ...first.map((line) => worded(line, about)),
    ...under(text('help-day-and-night'), rest(always), about),
    ...under(text('help-open-now'), rest(openNow), about),
    ...under(text('help-hours-unknown'), unknown, about),
    ...(later.length === 0 ? [] : [text('help-open-later')]),
    ...later.flatMap((line) => [worded(line, about), ...opening(line, now)]),
  ];
}

/** The emergency number and the lines for young people, for a message that has room for little else. */
export function linesForTheYoung(): readonly Text[] {
  const lines = helplines.lines.filter((line) => isEmergency(line) || line.young);
  return lines.map((line) => worded(line, 'me'));
}

function isEmergency({ id }: Any): boolean {
  return id === 'emergency';
}

function under(heading: Text, lines: readonly Any[], about: About): Text[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => worded(line, about))];
}

function worded(line: Any, about: About): Text {
  const { id, number } = line;
  switch (id) {
    case 'own':
      return text('helpline-own', { kind: line.kind, way: line.way, name: line.name, number });
    case 'emergency':
      return text('helpline-emergency', { about, number });
    case 'nhs-24':
      return text('helpline-nhs-24', { about, number });
    case 'samaritans':
      return text('helpline-samaritans', { about, number });
    case 'breathing-space':
      return text('helpline-breathing-space', { number });
    case 'childline':
      return text('helpline-childline', { number });
    case 'shout':
      return text('helpline-shout', { number });
  }
}

function opening(line: Any, now: Temporal.Instant): Text[] {
  const next = opensNext(line, now);
  if (next === undefined) return [];
  const { dayOfWeek: weekday, hour, minute } = next;
  const half = hour < 12 ? 'am' : 'pm';
  return [text('help-opens-next', { weekday, hour: hour % 12 === 0 ? 12 : hour % 12, minute, half })];
}
