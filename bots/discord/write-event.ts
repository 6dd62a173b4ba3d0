import { Temporal } from 'temporal-polyfill';
import type { CalendarEntry } from '../../core/index.ts';
import { escapeText, unlinked } from './escape-text.ts';

/** As the documentation of scheduled events has them. */
const MOST = { name: 100, location: 100, description: 1000 };

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
export function writeEvent({ title, about, from, until, where }: CalendarEntry): EventBody {
  const name = shortened(unlinked(title), MOST.name);
  const location = shortened(unlinked(where), MOST.location);
  const full = [
    ...(name === unlinked(title) ? [] : [title]),
    ...(location === unlinked(where) ? [] : [where]),
    about,
  ];
  return {
    name,
    description: shortened(
      full
        .filter((part) => part !== '')
        .map(escapeText)
        .join('\n\n'),
      MOST.description,
    ),
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

/** A server's calendar has no room for more; what is left out stands on the card in the channel. */
function shortened(text: string, most: number): string {
  if (text.trim() === '') return '…';
  // Half of an escape, or of a character, is left out as well.
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\\$|[\ud800-\udbff]$/, '')}…`;
}
