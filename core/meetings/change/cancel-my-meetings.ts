import { z } from 'zod';
import { change, together } from '../../kernel/change.ts';
import { type By, command } from '../../kernel/command.ts';
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
  anyTime: true,
  async load(read, { personId }, by) {
    const own = by.is === 'person' ? by.person.id : undefined;
    const whose = personId ?? own;
    if (whose === undefined || (own !== undefined && own !== whose)) return undefined;
    return { whose, meetings: await standingInFull(read, whose) };
  },
  decide(data, _args, at, by) {
    if (data === undefined || by.is === 'newcomer') return notYours;
    const standing = data.meetings.filter(({ meeting }) => stands(meeting, at.now));
    return together(...standing.map((found) => calledOff(found, by, data.whose, at)), shownList(by));
  },
});

function shownList(by: By) {
  if (by.is !== 'person') return change({});
  const answer = { to: by.person.id, account: by.account.id, evenIfStopped: true } as const;
  return change({ outgoing: [{ ...answer, screen: 'my-meetings', args: {}, mode: 'new' }] });
}

async function standingInFull(read: Reader, personId: string) {
  const meetings = await read.meetings.standing(personId, MOST);
  const found = await Promise.all(meetings.map((each) => read.meetings.forDecision(each.id)));
  return found.filter((each) => each !== undefined);
}
