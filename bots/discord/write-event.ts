import { Temporal } from 'temporal-polyfill';
import type { CalendarEntry } from '../../core/index.ts';
import { splitText } from '../split-text.ts';
import { escapeText, unlinked } from './escape-text.ts';

/** As the documentation of scheduled events has them. */
const MOST = { name: 100, location: 100, description: 1000 };

/** What cannot be shown must still be something, and this also stands where something was left out. */
const NOTHING = '…';

/** What Discord keeps of an event that is somewhere else than in one of its own channels. */
export type EventBody = {
  readonly name: string;
  readonly description: string;
  readonly scheduled_start_time: string;
  readonly scheduled_end_time: string;
  readonly privacy_level: 2;
  readonly entity_type: 3;
  readonly entity_metadata: { readonly location: string };
};

/** Lays out an entry for the calendar of a server. What is too long for its name or place stands in full in its description. */
export function writeEvent({ title, about, from, until, where, rest }: CalendarEntry): EventBody {
  const name = shortened(unlinked(title), MOST.name);
  const location = shortened(unlinked(where), MOST.location);
  const full = [
    ...(name === unlinked(title) ? [] : [title]),
    ...(location === unlinked(where) ? [] : [where]),
    about,
  ];
  return {
    name,
    description: described(full.filter((part) => part.trim() !== '').join('\n\n'), rest),
    scheduled_start_time: at(from),
    scheduled_end_time: at(until),
    privacy_level: 2,
    entity_type: 3,
    entity_metadata: { location },
  };
}

function at(moment: Temporal.Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.epochMilliseconds).toString();
}

/** A line of a calendar, which ends with a whole word where it has to be shortened. */
function shortened(text: string, most: number): string {
  if (text.trim() === '') return NOTHING;
  return text.length <= most ? text : `${splitText(text, most - NOTHING.length)[0] ?? ''}${NOTHING}`;
}

/** All of it, or as much as fits and where the rest is. */
function described(text: string, rest: string): string {
  if (text === '') return NOTHING;
  const whole = escapeText(text);
  if (whole.length <= MOST.description) return whole;
  const end = `${NOTHING}\n\n${escapeText(rest)}`;
  const room = MOST.description - end.length;
  // Escaped it is longer, by how much depends on what stands in it.
  for (let most = room; most > 0; most = Math.floor(most * 0.9)) {
    const begin = escapeText(splitText(text, most)[0] ?? '');
    if (begin.length <= room) return `${begin}${end}`;
  }
  return end;
}
