import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { answerGroupMeeting } from '../../core/groups/answer-group-meeting.ts';
import type { Group, GroupMeeting, GroupMember } from '../../core/groups/group.ts';
import { remindersDue } from '../../core/groups/group-reminders.ts';
import { joinGroup } from '../../core/groups/join-group.ts';
import { openGroup } from '../../core/groups/open-group.ts';
import { refreshSoon } from '../../core/groups/refresh-group-card.ts';
import { type By, type Decision, isRefusal } from '../../core/kernel/command.ts';
import type { Account, Role } from '../../core/people/person.ts';
import { ProgrammeDocument } from '../../core/programmes/programme.ts';
import { momentAt, movedClock } from '../support/moved-clock.ts';
import { personRow } from '../support/person-row.ts';

const clock = movedClock('2026-11-23T09:00:00Z');
const now = clock.now();
const ids = { group: crypto.randomUUID(), lead: crypto.randomUUID(), programme: crypto.randomUUID() };

const ready: Group = {
  ...{ id: ids.group, version: 3, programmeId: ids.programme, state: 'made', name: 'Ours', ownRule: null },
  ...{
    capacity: 2,
    leadId: ids.lead,
    leadTrainedAt: now,
    leadTrainedBy: 'desk',
    leadAcceptedAt: now,
    offeredTo: null,
    rulesVersion: 1,
  },
  ...{ zone: 'Europe/London', platform: 'discord', tenant: '', chatId: 'c', createdAt: now },
  ...{ openedAt: null, closedAt: null },
};
const mentor: Role = {
  ...{ id: crypto.randomUUID(), version: 1, personId: ids.lead, programmeId: ids.programme, role: 'mentor' },
  ...{ since: now, endedAt: null, trainedAt: now, trainedBy: 'desk' },
};
const programme = {
  ...{ id: ids.programme, version: 1, slug: 'p', createdAt: now, changedAt: now },
  document: ProgrammeDocument.parse({
    ...{ v: 1, name: 'P', contact: { name: 'Sam', phone: '01 234', hours: 'always' } },
  }),
};

function person(id: string = crypto.randomUUID()): By & { is: 'person' } {
  const account: Account = {
    ...{ id: crypto.randomUUID(), version: 1, platform: 'discord', tenant: '', userId: id, chatId: id },
    ...{ personId: id, programmeId: ids.programme, actingForId: null, reachable: true },
    ...{ unreachableSince: null, unreachableWhy: null, createdAt: now },
  };
  return { is: 'person', person: personRow({ id, wrappedKey: '', createdAt: now }), account };
}

const lead = person(ids.lead);
const refused = (decision: Decision): string => (isRefusal(decision) ? decision.refused : 'done');

describe('opening a group (GRP-05, BND-09)', () => {
  const opens = (
    { group = ready, leadRoles = [mentor], known = programme }: Partial<Opening>,
    by: By = lead,
  ): Decision =>
    openGroup.decide(
      { group, roles: [], leadRoles, programme: known, leadRow: undefined, task: undefined },
      { groupId: group.id },
      momentAt(clock),
      by,
    );
  type Opening = {
    readonly group: Group;
    readonly leadRoles: Role[];
    readonly known: typeof programme | undefined;
  };
  const nobody = { ...programme, document: { ...programme.document, contact: contactOf('') } };

  it('is done when its lead is trained, the ground rules are accepted and reports are read', () => {
    expect(refused(opens({}))).toBe('done');
  });

  it.each([
    ['nobody said that the lead is trained', { leadRoles: [{ ...mentor, trainedAt: null }] }, 'trained'],
    ['the lead is no longer a mentor', { leadRoles: [{ ...mentor, endedAt: now }] }, 'trained'],
    ['the lead is a mentee', { leadRoles: [{ ...mentor, role: 'mentee' as const }] }, 'trained'],
    ['the lead has not accepted the rules', { group: { ...ready, leadAcceptedAt: null } }, 'accepted'],
    ['nobody would read a report', { known: nobody }, 'report'],
  ])('is refused with what is missing: %s', (_why, given, missing) => {
    const decision = opens(given);
    expect(decision).toMatchObject({ refused: 'group.not-ready', say: { args: { [missing]: 'no' } } });
    expect(
      Object.values(isRefusal(decision) ? decision.say.args : {}).filter((one) => one === 'no'),
    ).toHaveLength(1);
  });

  it('is for the lead and coordinators alone', () => {
    expect(refused(opens({}, person()))).toBe('group.not-yours');
    expect(refused(opens({}, { is: 'coordinator', name: 'desk' }))).toBe('done');
    expect(refused(opens({}, { ...lead, supporter: person().person }))).toBe('group.not-yours');
  });
});

function contactOf(name: string) {
  return { name, phone: '01 234', hours: 'always' };
}

const member: GroupMember = {
  ...{ id: crypto.randomUUID(), version: 1, groupId: ids.group, personId: ids.lead, state: 'in', seat: 1 },
  ...{
    acceptedAt: now,
    acceptedRules: 1,
    waitingSince: null,
    askedUntil: null,
    joinedAt: now,
    leftAt: null,
    follows: null,
  },
};
const open: Group = { ...ready, state: 'open', openedAt: now };

describe('joining a group (GRP-01)', () => {
  const joins = (found: Partial<{ group: Group; seats: number[]; first: GroupMember; mine: GroupMember }>) =>
    joinGroup.decide(
      { group: open, mine: null, seats: [0], first: null, ...found },
      { groupId: open.id },
      momentAt(clock),
      person(),
    );
  const row = (decision: Decision) =>
    isRefusal(decision) ? undefined : decision.saves.find(({ table }) => table === 'group_member')?.row;

  it('takes a place that nobody has', () => {
    expect(row(joins({ seats: [0, 2] }))).toMatchObject({ state: 'in', seat: 1, acceptedAt: now });
  });

  it('waits where every place is taken, and behind whoever waits already', () => {
    expect(row(joins({ seats: [0, 1, 2] }))).toMatchObject({ state: 'waiting', seat: null });
    const first: GroupMember = { ...member, state: 'waiting', seat: null };
    expect(row(joins({ seats: [0, 1], first }))).toMatchObject({ state: 'waiting', seat: null });
  });

  it('is not for a group that is not open, or that somebody is in', () => {
    expect(refused(joins({ group: ready }))).toBe('group.not-open');
    expect(refused(joins({ group: { ...open, state: 'closed' } }))).toBe('group.closed');
    expect(refused(joins({ mine: member }))).toBe('group.in-already');
    expect(refused(joins({ mine: { ...member, state: 'waiting', seat: null } }))).toBe(
      'group.waiting-already',
    );
    expect(refused(joins({ mine: { ...member, state: 'asked' } }))).toBe('group.asked');
  });
});

const meeting: GroupMeeting = {
  ...{
    id: crypto.randomUUID(),
    version: 1,
    groupId: ids.group,
    state: 'planned',
    minutes: 60,
    where: null,
    warning: null,
  },
  ...{ startsAt: now.add({ hours: 48 }), wall: '2026-11-25T09:00', zone: 'Europe/London', sequence: 4 },
  ...{ movedFrom: null, createdAt: now, cancelledAt: null, registerDoneAt: null },
};

describe('answering a meeting', () => {
  const answers = (found: Partial<{ meeting: GroupMeeting; mine: GroupMember | null }>, sequence = 4) =>
    answerGroupMeeting.decide(
      { meeting, group: open, mine: member, answer: null, ...found },
      { meetingId: meeting.id, sequence, answer: 'coming' },
      momentAt(clock),
      lead,
    );

  it('is for members, while the meeting is as they saw it and still to come', () => {
    expect(refused(answers({}))).toBe('done');
    expect(refused(answers({ mine: null }))).toBe('group.not-in');
    expect(refused(answers({ mine: { ...member, state: 'asked' } }))).toBe('group.not-in');
    expect(refused(answers({ meeting: { ...meeting, state: 'cancelled' } }))).toBe('group.meeting-over');
    expect(refused(answers({ meeting: { ...meeting, startsAt: now } }))).toBe('group.meeting-over');
    expect(refused(answers({}, 3))).toBe('group.meeting-changed');
  });

  it('asks for the card under one key for all that happens within two seconds, at a moment that stands still', () => {
    const dues = [0, 1, 900, 1999].map((milliseconds) =>
      refreshSoon('meeting', meeting.id, momentAt(movedClock(now.add({ milliseconds }).toString()))),
    );
    expect(new Set(dues.map(({ key }) => key)).size).toBe(1);
    expect(new Set(dues.map(({ at }) => at.toString()))).toEqual(
      new Set([now.add({ seconds: 2 }).toString()]),
    );
    const later = refreshSoon(
      'meeting',
      meeting.id,
      momentAt(movedClock(now.add({ seconds: 2 }).toString())),
    );
    expect(later.key).not.toBe(dues[0]?.key);
  });

  it('plans no reminder whose moment has gone by, and none in quiet hours', () => {
    const due = (startsAt: string, reminders: number[]) =>
      remindersDue(
        { ...meeting, startsAt: Temporal.Instant.from(startsAt) },
        { ...lead.person, settings: { ...lead.person.settings, reminders } },
        momentAt(clock),
        'x',
      ).map(({ at }) => at.toString());
    expect(due('2026-11-23T15:00:00Z', [1440, 120])).toEqual(['2026-11-23T13:00:00Z']);
    expect(due('2026-11-25T22:30:00Z', [1440])).toEqual(['2026-11-24T20:59:00Z']);
    // The hours before it are quiet and the evening before has gone by: after them, while that is still ahead.
    clock.set('2026-11-23T22:00:00Z');
    expect(due('2026-11-24T09:00:00Z', [120])).toEqual(['2026-11-24T08:00:00Z']);
    expect(due('2026-11-24T08:04:00Z', [60])).toEqual([]);
    clock.set(now.toString());
  });
});
