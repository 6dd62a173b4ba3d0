import { z } from 'zod';
import { change, next } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { changed, isAllowed, notYours } from '../meeting-refusals.ts';
import { cardOf } from '../meeting-rules.ts';

/** Why somebody called a meeting off, if they care to say. */
export const whys = ['caring', 'health', 'work', 'something-else', 'no-reason'] as const;

/** Keeps a reason for a meeting that this person called off, sealed with their key. */
export const sayWhy = command({
  name: 'say-why',
  schema: z.object({ meetingId: z.uuid(), why: z.enum(whys) }),
  keepsForm: true,
  async load(read, { meetingId }) {
    return { found: await read.meetings.forDecision(meetingId), keys: read.keys };
  },
  decide({ found, keys }, { why }, at, by) {
    if (found === undefined || by.is !== 'person' || !isAllowed(found.meeting, by)) return notYours;
    const { meeting } = found;
    if (meeting.cancelledBy !== by.person.id || meeting.reasonSealed !== null) return changed(meeting);
    const place = { table: 'meeting', row: meeting.id, column: 'reasonSealed' };
    const reasonSealed = keys.of(by.person).seal(why, place, at.random(12));
    const card = { screen: 'meeting', args: { meetingId: meeting.id }, card: cardOf(meeting.id) };
    return change({
      saves: [{ table: 'meeting', row: next(meeting, { reasonSealed }) }],
      outgoing: [{ to: by.person.id, account: by.account.id, mode: 'card', evenIfStopped: true, ...card }],
    });
  },
});
