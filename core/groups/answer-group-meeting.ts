import { z } from 'zod';
import { change, next, type OutgoingNew } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import { acceptFirst, mustAcceptRules } from './change-group.ts';
import { changedSince, over } from './change-group-meeting.ts';
import { Coming, type GroupAnswer } from './group.ts';
import { isComing, remindersDue, remindersOf } from './group-reminders.ts';
import { isIn, noSuchGroup, notIn } from './group-rules.ts';
import { ownCard, refreshSoon } from './refresh-group-card.ts';

/**
 * A member says whether they come. Each member counts once, by what they said last; nobody but them is shown what that was.
 */
export const answerGroupMeeting = command({
  name: 'answer-group-meeting',
  schema: z.object({
    meetingId: z.uuid(),
    sequence: z.int(),
    answer: Coming,
    /** Pressed on their own card, which then shows it. */
    own: z.boolean().optional(),
  }),
  load: async (read, { meetingId }, by) => await read.groups.atMeeting(meetingId, personOf(by).person.id),
  decide(found, { sequence, answer, own = false }, at, by) {
    const { person, account } = personOf(by);
    if (found === undefined) return noSuchGroup;
    const { meeting, group, mine, answer: earlier } = found;
    if (!isIn(mine)) return notIn(group.id);
    if (meeting.state !== 'planned' || !isBefore(at.now, meeting.startsAt)) return over(meeting);
    if (meeting.sequence !== sequence) return changedSince(meeting);
    if (mustAcceptRules(group, mine)) return acceptFirst(group.id, meeting.id);
    const outgoing = answerTo(person.id, account.id, meeting.id, own);
    if (earlier?.answer === answer) return change({ outgoing });
    const row = rowWith(earlier, meeting.id, person.id, answer, at);
    const reminders = isComing(answer) ? remindersDue(meeting, person, at, String(row.version)) : [];
    return change({
      saves: [{ table: 'group_answer', row }],
      callOff: [remindersOf(meeting.id, person.id)],
      due: [refreshSoon('meeting', meeting.id, at), ...reminders],
      events: [
        { event: 'group-meeting.answered', ids: { meetingId: meeting.id, personId: person.id, answer } },
      ],
      outgoing,
    });
  },
});

function rowWith(
  earlier: GroupAnswer | null,
  meetingId: string,
  personId: string,
  answer: Coming,
  at: Moment,
): GroupAnswer {
  if (earlier !== null) return next(earlier, { answer, changedAt: at.now });
  const ids = { id: at.newId(), version: 1, meetingId, personId };
  return { ...ids, answer, attended: null, changedAt: at.now };
}

/** What they said, to them alone; their own card is brought up to date where they have one. */
function answerTo(personId: string, accountId: string, meetingId: string, own: boolean): OutgoingNew[] {
  const answer = { account: accountId, evenIfStopped: true } as const;
  const args = { meetingId, opened: true };
  if (own) return [{ ...ownCard(personId, meetingId, 'card'), args, ...answer }];
  const said = { to: personId, screen: 'group-answered', args: { meetingId }, mode: 'new' } as const;
  return [{ ...said, ...answer }, ownCard(personId, meetingId, 'refresh')];
}
