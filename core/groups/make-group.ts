import { z } from 'zod';
import { change, type OutgoingNew } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import { boundTo, mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import { trained, trainingOf } from '../kernel/training.ts';
import type { Moment } from '../moment.ts';
import { NAME_TROUBLES, validName } from '../people/display-name.ts';
import type { Person, Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { loadToLead, notToLead } from '../training/held-back.ts';
import type { Group } from './group.ts';
import { canLead, DEFAULT_CAPACITY } from './group-rules.ts';

/** Most characters of a group's own ground rule; our default. */
export const LONGEST_RULE = 300;

export const GroupPlace = z.object({
  platform: z.string().min(1),
  tenant: z.string().default(''),
  chatId: z.string().min(1),
});

const Args = z.object({
  /** The programme of whoever makes it, or to which their key is bound, unless told. */
  programmeId: z.uuid().optional(),
  name: z.string(),
  ownRule: z.string().trim().max(LONGEST_RULE).optional(),
  capacity: z.int().min(2).max(500).default(DEFAULT_CAPACITY),
  leadId: z.uuid(),
  /** Where its meetings are agreed; the lead's own zone unless told. */
  place: GroupPlace,
  /** Only a coordinator can say so. */
  leadTrained: z.boolean().default(false),
});

async function load(read: Reader, args: z.infer<typeof Args>, by: By) {
  const { programmeId, leadId, place } = args;
  const known = programmeId ?? (by.is === 'person' ? by.account.programmeId : (boundTo(by) ?? null));
  const [programme, roles, lead, leadRoles, here] = await Promise.all([
    known === null ? read.programmes.first() : read.programmes.programme(known),
    rolesOfActor(read, by, { leadId }),
    read.people.person(leadId),
    read.people.rolesOf(leadId),
    read.groups.groupHere(place),
  ]);
  const standing =
    programme !== undefined && args.leadTrained ? await loadToLead(read, leadId, programme.id) : undefined;
  return { programme, roles, lead, leadRoles, here, standing };
}

/**
 * A coordinator, or a mentor who will lead it, makes a group in a shared place. It is not open yet: a coordinator has to say
 * that its lead is trained, and the lead has to accept its ground rules (GRP-05, BND-09).
 */
export const makeGroup = command({
  name: 'make-group',
  schema: Args,
  load,
  decide({ programme, roles, lead, leadRoles, here, standing }, args, at, by) {
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    const coordinates = mayCoordinate(by, roles, programme.id);
    if (!coordinates && !leadsItself(by, args.leadId, leadRoles, programme.id)) return notAllowed;
    if (lead === undefined || lead.state !== 'active' || !canLead(leadRoles, programme.id)) return noLead;
    if (here !== undefined) return hereAlready(here.id);
    const notYet = args.leadTrained && coordinates ? notToLead(standing, at.now) : undefined;
    if (notYet !== undefined) return notYet;
    const read = validName(args.name);
    if ('trouble' in read)
      return { refused: 'group.name', say: NAME_TROUBLES[read.trouble], question: 'name' };
    const marked = args.leadTrained && coordinates ? trained(leadRoles, programme.id, at, by) : [];
    const isTrained = marked.length > 0 || trainingOf(leadRoles, programme.id) !== undefined;
    const row: Group = {
      id: at.newId(),
      version: 1,
      programmeId: programme.id,
      state: 'made',
      name: read.name,
      ownRule: args.ownRule === undefined || args.ownRule === '' ? null : args.ownRule,
      capacity: args.capacity,
      leadId: lead.id,
      rulesVersion: 1,
      offeredTo: null,
      leadTrainedAt: null,
      leadTrainedBy: null,
      leadAcceptedAt: null,
      zone: lead.zone,
      ...args.place,
      createdAt: at.now,
      openedAt: null,
      closedAt: null,
    };
    return change({
      saves: [{ table: 'group', row }, ...marked, ...(isTrained ? [] : [taskToOpen(row, at)])],
      events: [{ event: 'group.made', ids: { groupId: row.id, leadId: lead.id } }],
      outgoing: told(row, lead, by),
    });
  },
});

function leadsItself(by: By, leadId: string, leadRoles: readonly Role[], programmeId: string): boolean {
  const isLead = by.is === 'person' && by.supporter === undefined && by.person.id === leadId;
  return isLead && canLead(leadRoles, programmeId);
}

export const notAllowed: Refusal = {
  refused: 'group.not-yours-to-make',
  say: text('group-not-yours-to-make'),
};
const noLead: Refusal = { refused: 'group.no-lead', say: text('group-no-lead'), question: 'lead' };

function hereAlready(groupId: string): Refusal {
  return {
    refused: 'group.here-already',
    say: text('group-here-already'),
    show: { screen: 'group', args: { groupId } },
  };
}

/** A coordinator is asked to look whether its lead is trained. */
function taskToOpen(group: Group, at: Moment) {
  const row = newTask(
    'group-to-open',
    { programmeId: group.programmeId, personId: group.leadId, groupId: group.id },
    at,
  );
  return { table: 'task', row } as const;
}

function told(group: Group, lead: Person, by: By): OutgoingNew[] {
  const shown = { screen: 'group', args: { groupId: group.id, news: 'made' }, mode: 'new' } as const;
  const maker: OutgoingNew[] =
    by.is === 'person' ? [{ to: by.person.id, account: by.account.id, ...shown, evenIfStopped: true }] : [];
  const isMaker = by.is === 'person' && by.person.id === lead.id;
  const args = { groupId: group.id, news: 'yours-to-lead', unasked: true };
  return isMaker ? maker : [...maker, { to: lead.id, screen: 'group', args, mode: 'new' }];
}
