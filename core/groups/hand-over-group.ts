import { z } from 'zod';
import { type Change, change, next, type OutgoingNew } from '../kernel/change.ts';
import { type By, command, personOf, type Refusal } from '../kernel/command.ts';
import { mayCoordinate, nameOfActor, rolesOfActor } from '../kernel/coordinator.ts';
import { trainingOf } from '../kernel/training.ts';
import type { Moment } from '../moment.ts';
import type { InGroup } from '../store/read-groups.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { isClosed, isIn, LEADS_SEAT, mayRun, noSuchGroup, notYours } from './group-rules.ts';
import { withRow } from './join-group.ts';
import { answered, trainingNoted } from './open-group.ts';
import { refreshSoon } from './refresh-group-card.ts';

const Args = z.object({ groupId: z.uuid() });

const notTrained: Refusal = {
  refused: 'group.lead-not-trained',
  say: text('group-lead-not-trained'),
  question: 'lead',
};

/**
 * The lead, or a coordinator, offers the lead to a trained mentor (GRP-05). Nothing changes before they agree. A lead offers
 * it to somebody who is in the group; who else mentors here is for coordinators to know.
 */
export const offerGroupLead = command({
  name: 'offer-group-lead',
  schema: Args.extend({ personId: z.uuid() }),
  async load(read, { groupId, personId }, by) {
    const [found, roles, person, theirs] = await Promise.all([
      read.groups.inGroup(groupId, personId),
      rolesOfActor(read, by, { groupId, personId }),
      read.people.person(personId),
      read.people.rolesOf(personId),
    ]);
    return { found, roles, person, theirs };
  },
  decide({ found, roles, person, theirs }, { groupId, personId }, _at, by) {
    if (found === undefined) return noSuchGroup;
    const { group, mine } = found;
    if (!mayRun(group, by, roles)) return notYours;
    if (group.state === 'closed') return isClosed;
    const mayChooseAnybody = mayCoordinate(by, roles, group.programmeId);
    const isKnown = mayChooseAnybody || isIn(mine);
    if (person?.state !== 'active' || !isKnown || trainingOf(theirs, group.programmeId) === undefined)
      return notTrained;
    if (personId === group.leadId) return change({ outgoing: answered(by, group) });
    const offer = { to: personId, screen: 'group-lead-offer', args: { groupId }, mode: 'new' } as const;
    return change({
      saves: [{ table: 'group', row: next(group, { offeredTo: personId }) }],
      events: [{ event: 'group.lead-offered', ids: { groupId, personId } }],
      outgoing: [offer, ...answered(by, group, 'offered')],
    });
  },
});

async function load(read: Reader, { groupId }: z.infer<typeof Args>, by: By) {
  const { person } = personOf(by);
  const group = await read.groups.groupRow(groupId);
  if (group === undefined) return undefined;
  const [mine, before, theirs, task] = await Promise.all([
    read.groups.inGroup(groupId, person.id),
    read.groups.inGroup(groupId, group.leadId),
    read.people.rolesOf(person.id),
    read.tasks.openAbout('group-to-open', groupId),
  ]);
  return mine === undefined || before === undefined ? undefined : { group, mine, before, theirs, task };
}

const notOffered: Refusal = { refused: 'group.lead-not-offered', say: text('group-lead-not-offered') };

/** "Yes, I lead it": with that they accept its ground rules too. Whoever led before stays as a member. */
export const takeGroupLead = command({
  name: 'take-group-lead',
  schema: Args.extend({ rules: z.int() }),
  load: (read, args, by) => load(read, args, by),
  decide(data, { groupId, rules }, at, by) {
    if (data === undefined) return noSuchGroup;
    const { person } = personOf(by);
    const { group, theirs, task } = data;
    if (group.state === 'closed') return isClosed;
    if (!isOffered(group, by)) return notOffered;
    if (trainingOf(theirs, group.programmeId) === undefined) return notTrained;
    const offer = { screen: 'group-lead-offer', args: { groupId, opened: true } };
    if (rules !== group.rulesVersion)
      return { refused: 'group.rules-changed', say: text('group-rules-changed'), show: offer };
    const noted = trainingNoted(group, theirs);
    const row = next(group, { leadId: person.id, offeredTo: null, leadAcceptedAt: at.now, ...noted });
    const done = task === undefined ? [] : [next(task, { doneAt: at.now, doneBy: nameOfActor(by) })];
    return change({
      saves: [
        { table: 'group', row },
        ...done.map((each) => ({ table: 'task', row: each }) as const),
        ...seatsChanged(data, person.id, at),
      ],
      events: [{ event: 'group.led', ids: { groupId, personId: person.id, before: group.leadId } }],
      due: [refreshSoon('group', groupId, at)],
      outgoing: [...answered(by, group, 'leading'), told(group.leadId, groupId, 'handed-over')],
    });
  },
});

/** "No, thank you": it stays with whoever leads it, who is told. */
export const declineGroupLead = command({
  name: 'decline-group-lead',
  schema: Args,
  load: (read, args, by) => load(read, args, by),
  decide(data, { groupId }, _at, by) {
    if (data === undefined) return noSuchGroup;
    const { group } = data;
    if (!isOffered(group, by)) return notOffered;
    return change({
      saves: [{ table: 'group', row: next(group, { offeredTo: null }) }],
      events: [{ event: 'group.lead-declined', ids: { groupId, personId: personOf(by).person.id } }],
      outgoing: [...answered(by, group, 'declined'), told(group.leadId, groupId, 'not-taken')],
    });
  },
});

function isOffered({ offeredTo }: { readonly offeredTo: string | null }, by: By): boolean {
  return by.is === 'person' && by.supporter === undefined && by.person.id === offeredTo;
}

/** The two change places: nobody is put out, also where every place is taken. */
function seatsChanged(
  { group, mine, before }: NonNullable<Awaited<ReturnType<typeof load>>>,
  personId: string,
  at: Moment,
): Change['saves'] {
  const accepted = { acceptedAt: at.now, acceptedRules: group.rulesVersion, leftAt: null };
  const seated = { state: 'in', seat: LEADS_SEAT, joinedAt: mine.mine?.joinedAt ?? at.now } as const;
  const lead = withRow(mine, personId, at, {
    ...seated,
    ...accepted,
    waitingSince: null,
    askedUntil: null,
  });
  const old = before.mine;
  if (old === null || old.seat !== LEADS_SEAT) return [{ table: 'group_member', row: lead }];
  const seat = firstUnused(mine, mine.mine?.seat ?? undefined);
  return [
    { table: 'group_member', row: lead },
    { table: 'group_member', row: next(old, { seat }) },
  ];
}

function firstUnused({ seats }: InGroup, given: number | undefined): number {
  if (given !== undefined && given !== LEADS_SEAT) return given;
  for (let seat = 1; ; seat += 1) if (!seats.includes(seat)) return seat;
}

function told(to: string, groupId: string, news: string): OutgoingNew {
  return { to, screen: 'group', args: { groupId, news, unasked: true }, mode: 'new' };
}
