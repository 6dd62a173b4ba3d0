import {
  type Change,
  type Claim,
  change,
  type DueNew,
  type Event,
  type OutgoingNew,
} from '../kernel/change.ts';
import type { By } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { PairInFull } from '../store/meeting-in-full.ts';
import type { News } from './card/meeting-news.ts';
import type { Meeting } from './meeting.ts';
import { cardOf, endOf } from './meeting-rules.ts';
import { tellByPhone } from './tell-by-phone.ts';

type Found = Pick<PairInFull, 'mentor' | 'mentee' | 'programme' | 'reachable'> & {
  readonly toBeTold?: readonly string[];
};

export type Made = {
  readonly found: Found;
  /** The row as it was; undefined for a new one. */
  readonly before: Meeting | undefined;
  readonly meeting: Meeting;
  readonly by: By;
  readonly event: string;
  readonly news?: News;
  /** Whether the actor's card is changed where it stands, or shown anew beneath what they wrote. */
  readonly answer: 'in-place' | 'anew';
};

/**
 * All that follows from a change of one meeting: the row, the time it takes from both, what is due, and the card that is
 * brought up to date on both sides, with a short message to whoever did not act. Who has no app is rung by a coordinator.
 */
export function afterChange(made: Made, at: Moment): Change {
  const { found, before, meeting, by, event } = made;
  const ids = { meetingId: meeting.id, pairId: meeting.pairId };
  const events: Event[] = [{ event, ids }];
  const others = [found.mentor, found.mentee].filter(
    (each) => by.is !== 'person' || each.id !== by.person.id,
  );
  const rung = others.filter(
    (each) => !found.reachable.includes(each.id) && !(found.toBeTold ?? []).includes(each.id),
  );
  return change({
    saves: [{ table: 'meeting', row: meeting }, ...rung.map((each) => tellByPhone(meeting, each.id, at))],
    claims: claimsOf(before, meeting),
    events,
    due: dueAbout(made, at),
    callOff: before?.state === 'confirmed' ? [cardOf(meeting.id)] : [],
    outgoing: [...answerTo(made), ...others.flatMap((each) => toldTo(made, each.id))],
  });
}

/** What is due about it is planned in a moment of its own, so that whoever said yes has the answer at once. */
function dueAbout({ meeting }: Made, at: Moment): DueNew[] {
  if (meeting.state !== 'confirmed') return [];
  const key = `plan:${meeting.id}:${meeting.sequence}`;
  return [
    { key, command: 'plan-anew', args: { meetingId: meeting.id }, at: at.now, subject: cardOf(meeting.id) },
  ];
}

/** A confirmed meeting takes its time from both; one that is confirmed no longer gives it back. */
function claimsOf(before: Meeting | undefined, meeting: Meeting): Claim[] {
  const span = { meetingId: meeting.id, from: meeting.startsAt, to: endOf(meeting) };
  if (meeting.state === 'confirmed') return [{ ...span, people: [meeting.mentorId, meeting.menteeId] }];
  return before?.state === 'confirmed' ? [{ ...span, people: [] }] : [];
}

function answerTo({ by, meeting, answer, found }: Made): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const card = { screen: 'meeting', args: { meetingId: meeting.id }, card: cardOf(meeting.id) };
  const answering = { to: by.person.id, account: by.account.id, evenIfStopped: true, ...card };
  const own: OutgoingNew[] =
    answer === 'in-place'
      ? [{ ...answering, mode: 'card' }]
      : [
          { ...answering, mode: 'refresh' },
          { ...answering, mode: 'new' },
        ];
  // Whoever has somebody beside them sees in their own chat too what was done in their name.
  const beside: OutgoingNew[] =
    by.supporter !== undefined && found.reachable.includes(by.person.id)
      ? [{ to: by.person.id, mode: 'card', ...card }]
      : [];
  return [...own, ...beside];
}

function toldTo({ found, meeting, news }: Made, personId: string): OutgoingNew[] {
  if (!found.reachable.includes(personId)) return [];
  const card = { to: personId, screen: 'meeting', card: cardOf(meeting.id) };
  const args = { meetingId: meeting.id };
  const told = news === undefined ? args : { ...args, news, sequence: meeting.sequence };
  return [
    { ...card, args, mode: 'refresh' },
    { ...card, args: told, mode: 'new' },
  ];
}
