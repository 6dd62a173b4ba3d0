import type { Temporal } from 'temporal-polyfill';
import type { Option, Question, Taken } from '../kernel/form.ts';
import { text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';
import { guessZones, isZone, type ZoneGuess } from '../time/zones.ts';
import { NAME_TROUBLES, validName } from './display-name.ts';
import {
  DEFAULT_QUIET,
  LATER_QUIET,
  NO_QUIET,
  quietFromValue,
  quietValue,
  readQuietHours,
} from './quiet-hours.ts';

/** The name shown to others. */
export const nameQuestion = {
  id: 'name',
  ask: () => [text('ask-name')],
  written: true,
  take(written: string): Taken {
    const read = validName(written);
    return 'name' in read ? { value: read.name } : { again: NAME_TROUBLES[read.trouble] };
  },
} as const satisfies Question<unknown>;

/** Where a person lives, for the times they are shown: by a city nearby, or any IANA zone. */
export const zoneQuestion = {
  id: 'zone',
  ask: () => [text('ask-zone')],
  options: ({ now }: { readonly now: Temporal.Instant }) => [
    zoneOption({ zone: 'Europe/London', label: 'London' }, now),
  ],
  written: true,
  take: (written: string, { now }: { readonly now: Temporal.Instant }): Taken => takeZone(written, now),
} as const satisfies Question<unknown>;

function takeZone(written: string, now: Temporal.Instant): Taken {
  const guesses = guessZones(written);
  const [first, second] = guesses;
  if (first === undefined) return { again: text('zone-not-known') };
  const certain = isZone(written) || first.label.toLowerCase() === written.toLowerCase();
  if (second === undefined && certain) return { value: first.zone };
  // A button's value is the zone itself, so pressing one is certain.
  return { again: text('zone-which'), options: guesses.map((guess) => zoneOption(guess, now)) };
}

function zoneOption({ zone, label }: ZoneGuess, now: Temporal.Instant): Option {
  return { label: text('zone-choice', { place: label, time: whenParts(now, zone, now).time }), value: zone };
}

/** When the bot keeps quiet. */
export const quietQuestion = {
  id: 'quiet',
  ask: () => [text('ask-quiet')],
  options: () => [
    { label: text('quiet-nine-to-eight'), value: quietValue(DEFAULT_QUIET) },
    { label: text('quiet-ten-to-seven'), value: quietValue(LATER_QUIET) },
    { label: text('quiet-none'), value: quietValue(NO_QUIET) },
  ],
  written: true,
  take(written: string): Taken {
    const span = quietFromValue(written) ?? readQuietHours(written);
    return span === undefined ? { again: text('quiet-not-understood') } : { value: quietValue(span) };
  },
} as const satisfies Question<unknown>;
