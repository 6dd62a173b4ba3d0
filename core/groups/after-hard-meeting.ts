import { z } from 'zod';
import { type Change, change } from '../kernel/change.ts';
import { command, type Refusal } from '../kernel/command.ts';
import { rolesOfActor } from '../kernel/coordinator.ts';
import { isBefore } from '../kernel/instant.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { mayRun, noSuchGroup, notYours } from './group-rules.ts';
import { nothingToDo } from './join-group.ts';

/** Later than this nobody is asked any more how a meeting was; our number. */
const ASKED_WITHIN = { hours: 72 };

/**
 * After a meeting that may have been hard, whoever was there is asked in private how it was for them (SAF-07), the lead too.
 * It may have been when that was said before it, when somebody left it at once, or when its lead says so. Those who left are
 * asked the next day.
 */
export const checkInAfterGroup = command({
  name: 'check-in-after-group',
  schema: z.object({ meetingId: z.uuid(), sequence: z.int() }),
  async load(read, { meetingId }) {
    const meeting = await read.groups.meetingRow(meetingId);
    if (meeting === undefined) return undefined;
    const [group, wasThere, leftNow, saidSo] = await Promise.all([
      read.groups.groupRow(meeting.groupId),
      read.groups.wasThere(meetingId),
      read.kept.timesOf('group-meeting.left-now', 'meetingId', meetingId, 1),
      read.kept.timesOf('group-meeting.was-hard', 'meetingId', meetingId, 1),
    ]);
    const ids = group === undefined ? [] : [...new Set([group.leadId, ...wasThere])];
    const isHard = meeting.warning !== null || leftNow.length > 0 || saidSo.length > 0;
    return { meeting, people: await read.people.people(ids), isHard };
  },
  decide(data, { sequence }, at, by): Change {
    if (by.is !== 'clock') throw new Error('It is looked at after the meeting, nobody asks for it');
    if (data === undefined || !data.isHard) return nothingToDo;
    const { meeting, people } = data;
    if (meeting.state !== 'planned' || meeting.sequence !== sequence) return nothingToDo;
    const { id: meetingId } = meeting;
    return change({
      due: people.map(({ id: personId, zone, quietFrom, quietTo }) => {
        const loud = nextLoud(at.now, zone, quietFrom, quietTo);
        return {
          key: `how-that-was:${meetingId}:${personId}`,
          command: 'ask-how-that-was',
          args: { personId, meetingId },
          at: loud,
          until: loud.add({ hours: 24 }),
        };
      }),
    });
  },
});

/** Its lead, or a coordinator, says that it was a hard one. Nothing is said of anybody, and nobody is told who said it. */
export const groupWasHard = command({
  name: 'group-was-hard',
  schema: z.object({ meetingId: z.uuid() }),
  async load(read, { meetingId }, by) {
    const meeting = await read.groups.meetingRow(meetingId);
    const group = meeting === undefined ? undefined : await read.groups.groupRow(meeting.groupId);
    return { meeting, group, roles: await rolesOfActor(read, by, { meetingId }) };
  },
  decide({ meeting, group, roles }, { meetingId }, at, by): Change | Refusal {
    if (meeting === undefined || group === undefined) return noSuchGroup;
    if (!mayRun(group, by, roles)) return notYours;
    const { sequence, startsAt } = meeting;
    const isSoon = isBefore(at.now, startsAt.add({ minutes: meeting.minutes }).add(ASKED_WITHIN));
    if (meeting.state !== 'planned' || isBefore(at.now, startsAt) || !isSoon)
      return { refused: 'group.not-then', say: text('group-was-hard-not-then') };
    return change({
      events: [{ event: 'group-meeting.was-hard', ids: { groupId: group.id, meetingId } }],
      due: [
        {
          key: `group-was-hard:${meetingId}`,
          command: 'check-in-after-group',
          args: { meetingId, sequence },
          at: at.now,
        },
      ],
      outgoing:
        by.is === 'person'
          ? [
              {
                to: by.person.id,
                account: by.account.id,
                screen: 'say',
                mode: 'new',
                evenIfStopped: true,
                args: { id: 'group-was-hard-noted', args: {} },
              },
            ]
          : [],
    });
  },
});
