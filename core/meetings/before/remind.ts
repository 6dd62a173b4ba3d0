import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Change, change, type OutgoingNew } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { isBefore } from '../../kernel/instant.ts';
import { LONGEST_RHYTHM, namesOtherHelp, otherHelpNamed } from '../../kernel/other-help.ts';
import type { Person } from '../../people/person.ts';
import type { MeetingInFull } from '../../store/meeting-in-full.ts';
import type { Said } from '../../store/read-reminders.ts';
import { isQuiet, nextLoud } from '../../time/quiet.ts';
import { quietAfter } from '../../time/quiet-edges.ts';
import type { News } from '../card/meeting-news.ts';
import type { Meeting } from '../meeting.ts';
import { cardOf } from '../meeting-rules.ts';
import { nothingToDo, personIn, readyOf } from '../two-sides.ts';
import { lastUse, mayBeLateBy, sentUntil } from './before-meeting.ts';

const Args = z.object({
  meetingId: z.uuid(),
  personId: z.uuid(),
  sequence: z.int(),
  kind: z.enum(['reminder', 'energy', 'costly', 'clock-change']),
  minutes: z.int(),
  check: z.boolean().exactOptional(),
  usual: z.string().exactOptional(),
});
type Args = z.infer<typeof Args>;

/** Nothing is said longer before a meeting than this. */
const EARLIEST = { hours: 24 * 400 };
/** What is not about the hour before stays of use for longer. */
const STANDS_MINUTES = 360;

/**
 * Says something to one of the two before a meeting, now that its moment has come, if it is still so and they still wish
 * it: decided on the settings they have now. Each thing is said at most once about one start.
 */
export const remind = command({
  name: 'remind',
  speaksFirst: true,
  schema: Args,
  async load(read, { meetingId, personId }) {
    const found = await read.meetings.forDecision(meetingId);
    if (found === undefined) return undefined;
    const since = found.meeting.startsAt.subtract(EARLIEST).toString();
    const [said, named] = await Promise.all([
      read.reminders.said(meetingId, personId, since),
      read.care.otherHelpNamed(personId, found.meeting.startsAt.subtract(LONGEST_RHYTHM)),
    ]);
    return { found, said, named };
  },
  decide(data, args, at, by) {
    if (by.is !== 'clock') throw new Error('A reminder is due at its time, nobody asks for it');
    const person = data === undefined ? undefined : personIn(data.found, args.personId);
    if (data === undefined || person === undefined) return nothingToDo;
    const { found, said, named } = data;
    if (!isStillSo(found, args, at.now) || !isWished(found, person, args, at.now)) return nothingToDo;
    if (wasSaid(said, args, found.meeting)) return nothingToDo;
    const { zone, quietFrom, quietTo } = person;
    if (isQuiet(at.now, zone, quietFrom, quietTo)) return whenQuietEnds(found.meeting, person, args, at.now);
    const { meetingId, personId, kind, minutes } = args;
    const startsAt = found.meeting.startsAt.toString();
    const { weeks } = found.programme.document.remindsOfHelp;
    const withHelp = kind === 'reminder' && namesOtherHelp(named, weeks, at.now);
    const reminder = reminderTo(person, found.meeting, args, at.now);
    return change({
      events: [
        { event: 'meeting.reminded', ids: { meetingId, personId, kind, minutes, startsAt } },
        ...(withHelp ? [otherHelpNamed(personId)] : []),
      ],
      outgoing: [withHelp ? { ...reminder, args: { ...reminder.args, otherHelp: true } } : reminder],
    });
  },
});

/** The meeting is as it was when this became due, and still ahead. */
function isStillSo({ meeting }: MeetingInFull, { sequence }: Args, now: Temporal.Instant): boolean {
  return meeting.state === 'confirmed' && meeting.sequence === sequence && isBefore(now, meeting.startsAt);
}

/** Nobody is reminded while the pair has a pause, or after they asked for silence. Whoever is on a break has kept what was agreed, but is asked for nothing. */
function isWished(
  { meeting, pair, reachable }: MeetingInFull,
  person: Person,
  { kind, minutes }: Args,
  now: Temporal.Instant,
): boolean {
  if (pair.state !== 'active' || person.state !== 'active' || !reachable.includes(person.id)) return false;
  if (kind === 'reminder') return person.settings.reminders.includes(minutes);
  if (kind === 'energy') return person.settings.energyCheck;
  if (kind === 'clock-change') return true;
  return meeting.costly && !readyOf(meeting, person.id) && !isOnBreak(person, now);
}

export function isOnBreak({ paused, pausedUntil }: Person, now: Temporal.Instant): boolean {
  return paused && (pausedUntil === null || isBefore(now, pausedUntil));
}

function wasSaid(said: readonly Said[], { kind, minutes }: Args, { startsAt }: Meeting): boolean {
  return said.some(
    (each) => each.kind === kind && each.minutes === minutes && each.startsAt.equals(startsAt),
  );
}

function whenQuietEnds(meeting: Meeting, person: Person, args: Args, now: Temporal.Instant): Change {
  const later = nextLoud(now, person.zone, person.quietFrom, person.quietTo);
  if (isBefore(lastUse(meeting), later)) return nothingToDo;
  const key = `remind:${meeting.id}:${meeting.sequence}:${person.id}:${args.kind}:${args.minutes}:${later}`;
  const until = sentUntil(later, mayBeLateBy(args.minutes), meeting.startsAt);
  return change({ due: [{ key, command: 'remind', args, at: later, until, subject: cardOf(meeting.id) }] });
}

/** The card itself, with a word above it. Not sent once quiet hours or the meeting have begun. */
function reminderTo(person: Person, meeting: Meeting, args: Args, now: Temporal.Instant): OutgoingNew {
  const { kind, minutes, check = false, usual } = args;
  const news: News = check ? 'energy' : kind;
  const stands = kind === 'reminder' ? mayBeLateBy(minutes) : STANDS_MINUTES;
  const said = { meetingId: meeting.id, news, sequence: meeting.sequence };
  return {
    to: person.id,
    screen: 'meeting',
    args: usual === undefined ? said : { ...said, usual },
    mode: 'new',
    card: cardOf(meeting.id),
    until: beforeQuiet(sentUntil(now, stands, meeting.startsAt), person, now),
  };
}

/** That moment, or the last one before this person's quiet hours begin. */
export function beforeQuiet(
  until: Temporal.Instant,
  { zone, quietFrom, quietTo }: Person,
  now: Temporal.Instant,
): Temporal.Instant {
  const quiet = quietAfter(now, zone, quietFrom, quietTo);
  if (quiet === undefined || isBefore(until, quiet)) return until;
  return quiet.subtract({ milliseconds: 1 });
}
