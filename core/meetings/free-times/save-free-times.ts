import { z } from 'zod';
import { type Change, change, next, type OutgoingNew, together } from '../../kernel/change.ts';
import { type By, command, type Decision } from '../../kernel/command.ts';
import type { Moment } from '../../moment.ts';
import type { Reader } from '../../store/reader.ts';
import { text } from '../../texts/text.ts';
import { Availability } from '../meeting.ts';
import { notYours } from '../meeting-refusals.ts';
import {
  type Different,
  datesFrom,
  type Window,
  withDifferent,
  withoutGroup,
  withTimes,
} from './free-times.ts';

const day = Availability.shape.weekly.element.shape.day;
const from = Availability.shape.weekly.element.shape.from;
const to = Availability.shape.weekly.element.shape.to;
/** The longest stretch that can be said in one go. */
const LONGEST_DAYS = 92;

/** Adds times of the week at which this person is free. */
export const saveFreeTimes = command({
  name: 'save-free-times',
  schema: z.object({ days: z.array(day).min(1), from, to, costly: z.boolean() }),
  keepsForm: true,
  load: (read, _args, by) => availabilityOf(read, by),
  decide(known, { days, costly, ...span }, at, by) {
    if (by.is !== 'person') return notYours;
    return saved(
      known,
      { weekly: withTimes(known?.weekly ?? [], days, span, costly) },
      at,
      by,
      'my-free-times',
    );
  },
});

/** Takes times of the week away. */
export const dropFreeTimes = command({
  name: 'drop-free-times',
  schema: z.object({ days: z.array(day), from, to }),
  keepsForm: true,
  load: (read, _args, by) => availabilityOf(read, by),
  decide(known, group, at, by) {
    if (by.is !== 'person') return notYours;
    return saved(known, { weekly: withoutGroup(known?.weekly ?? [], group) }, at, by, 'fewer-free-times');
  },
});

const Stretch = z.object({
  kind: z.enum(['off', 'extra']),
  first: z.iso.date(),
  last: z.iso.date(),
  from: from.exactOptional(),
  to: from.exactOptional(),
});

/** Says that a day, or several in a row, are different. */
export const saveDifferentDay = command({
  name: 'save-different-day',
  schema: Stretch,
  keepsForm: true,
  load: (read, _args, by) => availabilityOf(read, by),
  decide(known, { first, last, ...how }, at, by) {
    if (by.is !== 'person') return notYours;
    const dates = datesFrom(first, last);
    if (dates.length > LONGEST_DAYS) return { refused: 'free.too-long', say: text('free-too-long') };
    const today = at.now.toZonedDateTimeISO(by.person.zone).toPlainDate().toString();
    const added = dates.map((date): Different => ({ date, ...how }));
    const exceptions = withDifferent(known?.exceptions ?? [], added, today);
    return saved(known, { exceptions }, at, by, 'my-free-times');
  },
});

/** Takes back that days are different. */
export const dropDifferentDay = command({
  name: 'drop-different-day',
  schema: Stretch,
  keepsForm: true,
  load: (read, _args, by) => availabilityOf(read, by),
  decide(known, { first, last, ...how }, at, by) {
    if (by.is !== 'person') return notYours;
    const exceptions = (known?.exceptions ?? []).filter(
      (each) =>
        !(first <= each.date && each.date <= last && each.kind === how.kind) ||
        each.from !== how.from ||
        each.to !== how.to,
    );
    return saved(known, { exceptions }, at, by, 'fewer-free-times');
  },
});

async function availabilityOf(read: Reader, by: By): Promise<Availability | undefined> {
  return by.is === 'person' ? await read.meetings.availability(by.person.id) : undefined;
}

function saved(
  known: Availability | undefined,
  fields: { weekly?: Window[]; exceptions?: Different[] },
  at: Moment,
  by: By & { is: 'person' },
  screen: 'my-free-times' | 'fewer-free-times',
): Decision {
  const row: Availability =
    known === undefined
      ? { id: by.person.id, version: 1, weekly: [], exceptions: [], changedAt: at.now, ...fields }
      : next(known, { ...fields, changedAt: at.now });
  if (!Availability.safeParse(row).success) return { refused: 'free.too-many', say: text('free-too-many') };
  const events = [{ event: 'person.free-times-changed', ids: { personId: by.person.id } }];
  return together(change({ saves: [{ table: 'availability', row }], events }), shown(by, screen));
}

/** What was written is answered beneath; a tap changes what it was pressed on. */
function shown(by: By & { is: 'person' }, screen: 'my-free-times' | 'fewer-free-times'): Change {
  const answer = { to: by.person.id, account: by.account.id, screen, args: {}, evenIfStopped: true };
  const place: Pick<OutgoingNew, 'mode' | 'card'> =
    screen === 'my-free-times' ? { mode: 'new' } : { mode: 'card', card: 'fewer-free-times' };
  return change({ outgoing: [{ ...answer, ...place }] });
}
