import { z } from 'zod';
import { change, type DueNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import { LONGEST_RHYTHM, namesOtherHelp, otherHelpNamed } from '../kernel/other-help.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import { kindMoment, lastUse } from '../time/kind-moment.ts';
import { isQuiet } from '../time/quiet.ts';
import type { GroupAnswer, GroupMeeting } from './group.ts';
import { isIn } from './group-rules.ts';
import { nothingToDo } from './join-group.ts';
import { newTo } from './plan-group-meeting.ts';

/** Everything due to remind one person of one meeting. */
export function remindersOf(meetingId: string, personId: string): string {
  return `group-remind:${meetingId}:${personId}`;
}

export function isComing(answer: GroupAnswer['answer']): boolean {
  return answer === 'coming' || answer === 'maybe';
}

/**
 * When somebody who is coming, or may be, is reminded: as long before as they chose for all their meetings, and never in
 * their quiet hours. `stamp` tells this plan from an earlier one that it takes the place of.
 */
export function remindersDue(
  meeting: GroupMeeting,
  person: Pick<Person, 'id' | 'zone' | 'quietFrom' | 'quietTo' | 'settings'>,
  at: Moment,
  stamp: string,
): DueNew[] {
  const { id: meetingId, sequence, startsAt } = meeting;
  return person.settings.reminders.flatMap((minutes): DueNew[] => {
    const wanted = startsAt.subtract({ minutes });
    const moment = isBefore(at.now, wanted) ? kindMoment(wanted, startsAt, person, at.now) : undefined;
    if (moment === undefined) return [];
    return [
      {
        key: `${remindersOf(meetingId, person.id)}:${sequence}:${minutes}:${stamp}`,
        command: 'remind-of-group-meeting',
        args: { meetingId, personId: person.id, sequence, minutes },
        at: moment,
        until: startsAt,
        subject: remindersOf(meetingId, person.id),
      },
    ];
  });
}

/** Reminds one member, if it is still so and they still wish it. Never whoever said that they cannot come. */
export const remindOfGroupMeeting = command({
  name: 'remind-of-group-meeting',
  speaksFirst: true,
  schema: z.object({ meetingId: z.uuid(), personId: z.uuid(), sequence: z.int(), minutes: z.int() }),
  async load(read, { meetingId, personId }) {
    const found = await read.groups.atMeeting(meetingId, personId);
    if (found === undefined) return undefined;
    const [person, programme, named] = await Promise.all([
      read.people.person(personId),
      read.programmes.programme(found.group.programmeId),
      read.care.otherHelpNamed(personId, found.meeting.startsAt.subtract(LONGEST_RHYTHM)),
    ]);
    return { found, person, programme, named };
  },
  decide(data, args, at, by) {
    if (by.is !== 'clock') throw new Error('A reminder is due at its time, nobody asks for it');
    if (data === undefined) return nothingToDo;
    const { found, person, programme, named } = data;
    if (person?.state !== 'active') return nothingToDo;
    const { meeting, mine, answer } = found;
    const isStillSo = meeting.state === 'planned' && meeting.sequence === args.sequence;
    if (!isStillSo || !isIn(mine) || !isBefore(at.now, lastUse(meeting.startsAt))) return nothingToDo;
    if (!isComing(answer?.answer ?? null) || !person.settings.reminders.includes(args.minutes))
      return nothingToDo;
    // Their quiet hours may have changed since it was planned: what changed plans it anew.
    if (isQuiet(at.now, person.zone, person.quietFrom, person.quietTo)) return nothingToDo;
    const ids = { meetingId: meeting.id, personId: person.id, minutes: args.minutes };
    const weeks = programme?.document.remindsOfHelp.weeks;
    const withHelp = weeks !== undefined && namesOtherHelp(named, weeks, at.now);
    const reminder = newTo(person.id, meeting, 'reminder');
    return change({
      events: [{ event: 'group-meeting.reminded', ids }, ...(withHelp ? [otherHelpNamed(person.id)] : [])],
      outgoing: [withHelp ? { ...reminder, args: { ...reminder.args, otherHelp: true } } : reminder],
    });
  },
});

/** After somebody changed how and when they are reminded: planned anew for everything they said they come to. */
export const renewGroupReminders = command({
  name: 'renew-group-reminders',
  schema: z.object({ personId: z.uuid() }),
  async load(read, { personId }) {
    const [person, promised] = await Promise.all([
      read.people.person(personId),
      read.groups.promised(personId),
    ]);
    return { person, promised };
  },
  decide({ person, promised }, _args, at, by) {
    if (by.is !== 'clock') throw new Error('Reminders are planned anew by what changed');
    if (person === undefined) return nothingToDo;
    const ahead = promised.filter(({ meeting }) => isBefore(at.now, meeting.startsAt));
    return change({
      callOff: ahead.map(({ meeting }) => remindersOf(meeting.id, person.id)),
      due: ahead.flatMap(({ meeting }) => remindersDue(meeting, person, at, at.newId())),
    });
  },
});

/** After a meeting moved: the reminders of everybody who is coming, at its new time. */
export const planGroupReminders = command({
  name: 'plan-group-reminders',
  schema: z.object({ meetingId: z.uuid() }),
  async load(read, { meetingId }) {
    const [meeting, answers] = await Promise.all([
      read.groups.meetingRow(meetingId),
      read.groups.answers(meetingId),
    ]);
    const coming = answers.filter(({ answer }) => isComing(answer)).map(({ personId }) => personId);
    return { meeting, people: await read.people.people(coming) };
  },
  decide({ meeting, people }, _args, at, by) {
    if (by.is !== 'clock') throw new Error('Reminders are planned anew by what changed');
    if (meeting?.state !== 'planned') return nothingToDo;
    return change({
      callOff: people.map(({ id }) => remindersOf(meeting.id, id)),
      due: people.flatMap((person) => remindersDue(meeting, person, at, at.newId())),
    });
  },
});
