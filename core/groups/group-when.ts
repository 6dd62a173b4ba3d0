import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Option, Taken } from '../kernel/form.ts';
import { isBefore } from '../kernel/instant.ts';
import { type TextOf, text } from '../texts/text.ts';
import { readTime } from '../time/plain-time.ts';
import { whenParts, zoneName } from '../time/say-when.ts';
import { resolveWall } from '../time/wall-time.ts';
import { troubleWith } from './plan-group-meeting.ts';

const DAYS_TO_PICK = 7;
/** The hour at which a day is offered when none was said; our default. */
const USUAL_HOUR = '18:00';

/** A time on a reader's clock, day name first. `named`: with the zone, where many read on clocks of their own. */
export function whenSaid(
  time: Temporal.Instant,
  zone: string,
  now: Temporal.Instant,
  named = false,
): TextOf<'meeting-when'> {
  const { weekday, day, month, year, time: hour } = whenParts(time, zone, now);
  return text('meeting-when', {
    weekday,
    day,
    month,
    time: hour,
    withYear: year === undefined ? 'no' : 'yes',
    year: year ?? '',
    withZone: named ? 'yes' : 'no',
    zone: named ? zoneName(time, zone) : '',
  });
}

/** The time that somebody pressed or wrote in plain words, as an instant; asked again, with choices, until it is one. */
export function takeTime(said: string, zone: string, minutes: number, now: Temporal.Instant): Taken {
  if (z.iso.datetime().safeParse(said).success) return settled(Temporal.Instant.from(said), now);
  const read = readTime(said, { now, zone, lengthMinutes: minutes });
  switch (read.kind) {
    case 'time':
      return settled(read.instant, now);
    case 'needs-hour':
      return {
        again: text('group-which-hour'),
        options: options(
          read.hours.map((hour) => `${read.date}T${hour}`),
          zone,
          now,
        ),
      };
    case 'needs-day':
      return { again: text('group-which-day'), options: daysAt(read.time ?? USUAL_HOUR, zone, now) };
    case 'gap':
      return { again: text('group-time-skipped'), options: instants([read.instant], zone, now) };
    case 'ambiguous':
      return { again: text('group-time-twice'), options: instants([read.first, read.second], zone, now) };
    case 'past':
      return { again: text('group-time-past') };
    default:
      return { again: text('group-time-not-read') };
  }
}

/** The next days at the usual hour, for those who would rather press. */
export function usualTimes(zone: string, now: Temporal.Instant): Option[] {
  return daysAt(USUAL_HOUR, zone, now);
}

function daysAt(time: string, zone: string, now: Temporal.Instant): Option[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const days = Array.from({ length: DAYS_TO_PICK }, (_, index) => today.add({ days: index }));
  return options(
    days.map((day) => `${day}T${time}`),
    zone,
    now,
  );
}

function options(walls: readonly string[], zone: string, now: Temporal.Instant): Option[] {
  return instants(
    walls.map((wall) => resolveWall(wall, zone).instant),
    zone,
    now,
  );
}

function instants(times: readonly Temporal.Instant[], zone: string, now: Temporal.Instant): Option[] {
  return times
    .filter((time) => isBefore(now, time))
    .map((time) => ({ label: whenSaid(time, zone, now), value: time.toString({ smallestUnit: 'second' }) }));
}

function settled(time: Temporal.Instant, now: Temporal.Instant): Taken {
  const trouble = troubleWith(time, now);
  return trouble === undefined ? { value: time.toString({ smallestUnit: 'second' }) } : { again: trouble };
}
