import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { command } from '../../kernel/command.ts';
import { text } from '../../texts/text.ts';
import { resolveWall } from '../../time/wall-time.ts';
import { isZone } from '../../time/zones.ts';
import { afterChange } from '../after-change.ts';
import { Mode } from '../meeting.ts';
import { notYours, unfitTime } from '../meeting-refusals.ts';
import { LONGEST_PLACE, newMeeting } from '../new-meeting.ts';

const Wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/**
 * A coordinator books for two who cannot easily do it themselves (MTG-04): agreed at once. The time is a wall time in the
 * mentee's zone, unless the place's zone is given; one that the clocks skip is refused, one they show twice is the first.
 */
export const bookForPair = command({
  name: 'book-for-pair',
  schema: z.object({
    pairId: z.uuid(),
    wall: Wall,
    zone: z.string().refine(isZone).optional(),
    mode: Mode,
    minutes: z.int().min(5).max(480).optional(),
    restMinutes: z.int().min(0).max(120).default(0),
    place: z.string().max(LONGEST_PLACE).optional(),
  }),
  async load(read, { pairId, wall, zone }) {
    const pair = await read.pairs.pair(pairId);
    const mentee = pair === undefined ? undefined : await read.people.person(pair.menteeId);
    if (mentee === undefined) return undefined;
    const when = resolved(wall, zone ?? mentee.zone);
    const found =
      when === undefined ? undefined : await read.meetings.forBooking(pairId, when.instant.toString());
    return { when, found, keys: read.keys };
  },
  decide(data, args, at, by) {
    if (by.is !== 'coordinator') return notYours;
    if (data === undefined) return { refused: 'pair.unknown', say: text('meeting-no-such-pair') };
    const { when, found, keys } = data;
    if (when === undefined || found === undefined) {
      return { refused: 'meeting.no-such-date', say: text('meeting-no-such-date') };
    }
    if (when.kind === 'gap') return { refused: 'meeting.no-such-time', say: text('meeting-time-skipped') };
    const manner = { ...args, minutes: args.minutes ?? found.programme.document.meetings.minutes };
    const refusal = unfitTime(found, { ...manner, startsAt: when.instant }, at.now);
    if (refusal !== undefined) return refusal;
    const asked = newMeeting(
      found,
      when.instant,
      manner,
      { person: found.mentee, keys, withHelp: false },
      at,
    );
    const meeting = { ...asked, state: 'confirmed', confirmedAt: at.now } as const;
    const made = {
      found,
      before: undefined,
      meeting,
      by,
      event: 'meeting.confirmed',
      news: 'booked',
      answer: 'anew',
    } as const;
    return afterChange(made, at);
  },
});

/** Undefined for a day that does not exist. */
function resolved(wall: string, zone: string): { instant: Temporal.Instant; kind: string } | undefined {
  try {
    return resolveWall(wall, zone);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
