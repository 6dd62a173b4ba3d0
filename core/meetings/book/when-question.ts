import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Answers, Option, Question, Taken } from '../../kernel/form.ts';
import { isBefore } from '../../kernel/instant.ts';
import { text } from '../../texts/text.ts';
import { type ReadTime, type ReadTimeOptions, readTime } from '../../time/plain-time.ts';
import { resolveWall } from '../../time/wall-time.ts';
import { whenText } from '../card/when-text.ts';
import { isTooFar } from '../meeting-rules.ts';

/** What a question on time needs to know of the one who is asked. */
export type Asked = {
  readonly zone: string;
  readonly otherZone: string | undefined;
  readonly lengthMinutes: number;
  /** Whether one of the two has something on just then; it is asked before all the rest is. */
  isTaken(startsAt: string): boolean;
};

/** Where there is nothing to arrange; what is asked then leads nowhere. */
export const nobodyAsked: Asked = {
  zone: 'UTC',
  otherZone: undefined,
  lengthMinutes: 30,
  isTaken: () => false,
};

type Known = NonNullable<ReadTimeOptions['known']>;

const DAYS_TO_PICK = 7;
const PARTS = ['morning', 'afternoon', 'evening'] as const;
/** A day whose hour is still open, with the part of it and the hours that were named: "day:2026-11-24 evening 17:00,18:00". */
const DAY = /^day:(\d{4}-\d{2}-\d{2})(?: (morning|afternoon|evening))?(?: ([\d:,]+))?$/;

/** What a person's answer, pressed or written, comes to: an instant, or a day of which the hour is asked next. */
export function takeWhen(said: string, asked: Asked, now: Temporal.Instant): Taken {
  if (isInstant(said)) return settled(Temporal.Instant.from(said), asked, now);
  if (said === 'other') return { again: text('meeting-write-when'), options: dayOptions(asked, now) };
  const day = DAY.exec(said)?.[1];
  return fromRead(
    readTime(day ?? said, { now, zone: asked.zone, lengthMinutes: asked.lengthMinutes }),
    asked,
    now,
  );
}

/** The same for the hour of a day that is settled. */
export function takeHour(said: string, when: string, asked: Asked, now: Temporal.Instant): Taken {
  if (isInstant(said)) return settled(Temporal.Instant.from(said), asked, now);
  const known = knownFrom(when);
  const read = readTime(said, { now, zone: asked.zone, lengthMinutes: asked.lengthMinutes, known });
  if (read.kind === 'needs-hour')
    return { again: text('meeting-which-hour-again'), options: hourOptions(dayValue(read), asked, now) };
  return fromRead(read, asked, now);
}

/** The hour of a settled day; not asked when a whole time is known. */
export function hourQuestion<Data>(askedOf: (data: Data, answers: Answers) => Asked): Question<Data> {
  return {
    id: 'hour',
    written: true,
    passOver: ({ answers }) => !isDay(answers['when']),
    ask({ data, answers, now }) {
      const asked = askedOf(data, answers);
      const date = DAY.exec(answers['when'] ?? '')?.[1] ?? '';
      const { args } = whenText(resolveWall(`${date}T12:00`, asked.zone).instant, asked.zone, now);
      return [text('meeting-which-hour', { weekday: args.weekday, day: args.day, month: args.month })];
    },
    options: ({ data, answers, now }) => hourOptions(answers['when'] ?? '', askedOf(data, answers), now),
    take: (said, { data, answers, now }) =>
      takeHour(said, answers['when'] ?? '', askedOf(data, answers), now),
  };
}

/** The time that was settled in the end. */
export function timeIn(answers: Answers): string {
  return (isDay(answers['when']) ? answers['hour'] : answers['when']) ?? '';
}

function isDay(when: string | undefined): boolean {
  return when !== undefined && DAY.test(when);
}

/** These times as choices, on the clock of the one who is asked. */
export function timeOptions(
  times: readonly Temporal.Instant[],
  asked: Asked,
  now: Temporal.Instant,
): Option[] {
  return times.map((time) => ({
    label: whenText(time, asked.zone, now, asked.otherZone),
    value: isoOf(time),
  }));
}

/** The next days as choices: for those who would rather not write. */
export function dayOptions(asked: Asked, now: Temporal.Instant): Option[] {
  const today = now.toZonedDateTimeISO(asked.zone).toPlainDate();
  return Array.from({ length: DAYS_TO_PICK }, (_, index) => {
    const date = today.add({ days: index + 1 });
    const { args } = whenText(resolveWall(`${date}T12:00`, asked.zone).instant, asked.zone, now);
    return {
      label: text('meeting-day', { weekday: args.weekday, day: args.day, month: args.month }),
      value: `day:${date}`,
    };
  });
}

function hourOptions(when: string, asked: Asked, now: Temporal.Instant): Option[] {
  const [, date = '', , hours] = DAY.exec(when) ?? [];
  const times = (hours ?? '').split(',').filter((hour) => hour !== '');
  const instants = times.map((time) => resolveWall(`${date}T${time}`, asked.zone).instant);
  return timeOptions(
    instants.filter((instant) => isBefore(now, instant)),
    asked,
    now,
  );
}

function fromRead(read: ReadTime, asked: Asked, now: Temporal.Instant): Taken {
  switch (read.kind) {
    case 'time':
      return settled(read.instant, asked, now);
    case 'needs-hour':
      return { value: dayValue(read) };
    case 'needs-day':
      return { again: text('meeting-which-day'), options: daysFor(read.time, asked, now) };
    case 'past':
      return { again: text('meeting-time-past') };
    case 'no-such-date':
      return { again: text('meeting-no-such-date') };
    case 'no-such-hour':
      return {
        again: text('meeting-no-such-hour', { time: read.said }),
        options: hoursOf(read.date, asked, now),
      };
    case 'gap':
      return { again: text('meeting-time-skipped'), options: timeOptions([read.instant], asked, now) };
    case 'ambiguous':
      return { again: text('meeting-time-twice'), options: twice(read.first, read.second, asked, now) };
    case 'not-understood':
      return { again: text('meeting-time-not-understood'), options: dayOptions(asked, now) };
  }
}

/** The hours of a day that is known, so that it need not be said again; else the next days. */
function hoursOf(date: string | undefined, asked: Asked, now: Temporal.Instant): Option[] {
  if (date === undefined) return dayOptions(asked, now);
  const read = readTime(date, { now, zone: asked.zone, lengthMinutes: asked.lengthMinutes });
  return read.kind === 'needs-hour' ? hourOptions(dayValue(read), asked, now) : dayOptions(asked, now);
}

function settled(time: Temporal.Instant, asked: Asked, now: Temporal.Instant): Taken {
  if (!isBefore(now, time)) return { again: text('meeting-time-past') };
  if (isTooFar(time, now)) return { again: text('meeting-too-far') };
  return asked.isTaken(isoOf(time)) ? { again: text('meeting-clash') } : { value: isoOf(time) };
}

/** What a pressed choice holds; somebody may write such a thing too. */
function isInstant(said: string): boolean {
  return z.iso.datetime().safeParse(said).success;
}

type OpenHour = Extract<ReadTime, { kind: 'needs-hour' }>;

function dayValue({ date, part, hours }: OpenHour): string {
  const named = part === 'any' ? [] : [part];
  return [`day:${date}`, ...named, ...(hours.length === 0 ? [] : [hours.join(',')])].join(' ');
}

/** What the day said of the hour: after "tomorrow evening", "half past 8" is half past eight at night. */
function knownFrom(when: string): Known {
  const [, date, part] = DAY.exec(when) ?? [];
  if (date === undefined) return {};
  const known = PARTS.find((each) => each === part);
  return known === undefined ? { date } : { date, part: known };
}

function isoOf(time: Temporal.Instant): string {
  return time.toString({ smallestUnit: 'second' });
}

/** A time of day without a day: the next days at that time. */
function daysFor(time: string | undefined, asked: Asked, now: Temporal.Instant): Option[] {
  if (time === undefined) return dayOptions(asked, now);
  const today = now.toZonedDateTimeISO(asked.zone).toPlainDate();
  const instants = Array.from(
    { length: DAYS_TO_PICK },
    (_, index) => resolveWall(`${today.add({ days: index })}T${time}`, asked.zone).instant,
  );
  return timeOptions(
    instants.filter((instant) => isBefore(now, instant)),
    asked,
    now,
  );
}

function twice(
  first: Temporal.Instant,
  second: Temporal.Instant,
  asked: Asked,
  now: Temporal.Instant,
): Option[] {
  const { time } = whenText(first, asked.zone, now).args;
  return [
    { label: text('meeting-first-of-two', { time }), value: isoOf(first) },
    { label: text('meeting-second-of-two', { time }), value: isoOf(second) },
  ];
}
