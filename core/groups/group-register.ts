import { z } from 'zod';
import { change, next, type OutgoingNew } from '../kernel/change.ts';
import { type By, command, personOf } from '../kernel/command.ts';
import { rolesOfActor } from '../kernel/coordinator.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { GroupAnswer, type GroupMeeting, type GroupMember } from './group.ts';
import { isIn, mayRun, meetingCard, noSuchGroup, notYours, registerCard } from './group-rules.ts';
import { nothingToDo } from './join-group.ts';

const Args = z.object({ meetingId: z.uuid() });

async function load(read: Reader, { meetingId }: z.infer<typeof Args>, by: By) {
  const meeting = await read.groups.meetingRow(meetingId);
  if (meeting === undefined) return undefined;
  const [group, roles] = await Promise.all([
    read.groups.groupRow(meeting.groupId),
    rolesOfActor(read, by, { meetingId }),
  ]);
  return group === undefined ? undefined : { meeting, group, roles };
}

/** After the meeting the lead is offered its register, in private, outside their quiet hours. */
export const offerGroupRegister = command({
  name: 'offer-group-register',
  speaksFirst: true,
  schema: Args.extend({ sequence: z.int() }),
  async load(read, args, by) {
    const found = await load(read, args, by);
    return found === undefined ? undefined : { ...found, lead: await read.people.person(found.group.leadId) };
  },
  decide(data, { meetingId, sequence }, at, by) {
    if (by.is !== 'clock') throw new Error('The register is offered after the meeting');
    if (data === undefined || data.lead === undefined) return nothingToDo;
    const { meeting, lead } = data;
    const isStillSo = meeting.state === 'planned' && meeting.sequence === sequence;
    if (!isStillSo || meeting.registerDoneAt !== null || lead.state !== 'active') return nothingToDo;
    const loud = nextLoud(at.now, lead.zone, lead.quietFrom, lead.quietTo);
    if (isBefore(at.now, loud)) {
      const key = `group-register:${meetingId}:${sequence}:${loud.epochMilliseconds}`;
      const args = { meetingId, sequence };
      return change({
        due: [{ key, command: 'offer-group-register', args, at: loud, subject: meetingCard(meetingId) }],
      });
    }
    return change({ outgoing: [registerTo(lead.id, meetingId, 'new')] });
  },
});

/**
 * Came, or did not, or nothing noted: what the button offered, so that pressing twice does no more than once. The lead and
 * coordinators alone; it is never shown in the group's place, and nobody is told.
 */
export const markAttendance = command({
  name: 'mark-attendance',
  schema: Args.extend({
    personId: z.uuid(),
    attended: GroupAnswer.shape.attended,
    page: z.int().min(0).default(0),
  }),
  async load(read, args, by) {
    const [found, theirs] = await Promise.all([
      load(read, args, by),
      read.groups.atMeeting(args.meetingId, args.personId),
    ]);
    return { found, theirs };
  },
  decide({ found, theirs }, { meetingId, personId, attended, page }, at, by) {
    if (found === undefined) return noSuchGroup;
    const { meeting, group, roles } = found;
    if (!mayRun(group, by, roles)) return notYours;
    if (meeting.state !== 'planned' || isBefore(at.now, meeting.startsAt)) return notYet;
    if (!wasIn(theirs?.mine, meeting)) return notAMember;
    const outgoing = by.is === 'person' ? [registerShown(by, meetingId, page)] : [];
    const answer = theirs?.answer ?? null;
    if ((answer?.attended ?? null) === attended) return change({ outgoing });
    const row: GroupAnswer =
      answer === null
        ? { id: at.newId(), version: 1, meetingId, personId, answer: null, attended, changedAt: at.now }
        : next(answer, { attended, changedAt: at.now });
    return change({ saves: [{ table: 'group_answer', row }], outgoing });
  },
});

/** In the group now, or still when the meeting began. */
function wasIn(mine: GroupMember | null | undefined, { startsAt }: GroupMeeting): boolean {
  if (mine?.state !== 'left') return isIn(mine);
  return mine.joinedAt !== null && mine.leftAt !== null && !isBefore(mine.leftAt, startsAt);
}

const notAMember = { refused: 'group.not-a-member', say: text('group-register-not-a-member') } as const;
const notYet = { refused: 'group.register-not-yet', say: text('group-register-not-yet') } as const;

/** The register is finished. It can still be put right afterwards. */
export const finishRegister = command({
  name: 'finish-register',
  schema: Args,
  load,
  decide(found, { meetingId }, at, by) {
    if (found === undefined) return noSuchGroup;
    const { meeting, group, roles } = found;
    if (!mayRun(group, by, roles)) return notYours;
    if (meeting.state !== 'planned' || isBefore(at.now, meeting.startsAt)) return notYet;
    const row = next(meeting, { registerDoneAt: at.now });
    const ids = { groupId: group.id, meetingId };
    return change({
      saves: meeting.registerDoneAt === null ? [{ table: 'group_meeting', row }] : [],
      events: [{ event: 'group-meeting.register-done', ids }],
      outgoing: by.is === 'person' ? [registerShown(by, meetingId, 0)] : [],
    });
  },
});

function registerTo(personId: string, meetingId: string, mode: OutgoingNew['mode'], page = 0): OutgoingNew {
  const args = { meetingId, page };
  return { to: personId, screen: 'group-register', args, mode, card: registerCard(meetingId) };
}

function registerShown(by: By, meetingId: string, page: number): OutgoingNew {
  const { person, account } = personOf(by);
  return { ...registerTo(person.id, meetingId, 'card', page), account: account.id, evenIfStopped: true };
}
