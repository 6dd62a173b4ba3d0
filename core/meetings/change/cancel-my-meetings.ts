import { z } from 'zod';
import { type Change, change, together } from '../../kernel/change.ts';
import { type By, command } from '../../kernel/command.ts';
import type { Moment } from '../../moment.ts';
import type { MeetingInFull } from '../../store/meeting-in-full.ts';
import type { Reader } from '../../store/reader.ts';
import { notYours } from '../meeting-refusals.ts';
import { stands } from '../meeting-rules.ts';
import { calledOff } from './cancel-meeting.ts';

/** More than anybody has before them. */
const MOST = 200;

/** Calls off all that a person has arranged: they say so themself, or something else was the cause, as when they leave. */
export const cancelMyMeetings = command({
  name: 'cancel-my-meetings',
  schema: z.object({ personId: z.uuid().optional() }),
  async load(read, { personId }, by) {
    const own = by.is === 'person' ? by.person.id : undefined;
    const whose = personId ?? own;
    if (whose === undefined || (own !== undefined && own !== whose)) return undefined;
    const [person, meetings] = await Promise.all([read.people.person(whose), standingInFull(read, whose)]);
    return { whose, isErased: person?.state === 'erased', meetings };
  },
  decide(data, _args, at, by) {
    if (data === undefined || by.is === 'newcomer') return notYours;
    const standing = data.meetings.filter(({ meeting }) => stands(meeting, at.now));
    if (data.isErased) return together(...standing.map((found) => leftBehind(found, by, data.whose, at)));
    return together(...standing.map((found) => calledOff(found, by, data.whose, at)), shownList(by));
  },
});

/**
 * With whoever was erased: they are not rung, and nobody is said to have called it off. The other half has had one word about
 * all of it; their cards are put right where they stand.
 */
export function leftBehind(found: MeetingInFull, by: By, erasedId: string, at: Moment): Change {
  const toBeTold = [...found.toBeTold, erasedId];
  const off = calledOff({ ...found, toBeTold }, by, null, at);
  return { ...off, outgoing: off.outgoing.filter(({ mode, to }) => mode !== 'new' && to !== erasedId) };
}

function shownList(by: By) {
  if (by.is !== 'person') return change({});
  const answer = { to: by.person.id, account: by.account.id, evenIfStopped: true } as const;
  return change({ outgoing: [{ ...answer, screen: 'my-meetings', args: {}, mode: 'new' }] });
}

export async function standingInFull(read: Reader, personId: string) {
  const meetings = await read.meetings.standing(personId, MOST);
  const found = await Promise.all(meetings.map((each) => read.meetings.forDecision(each.id)));
  return found.filter((each) => each !== undefined);
}
