import { z } from 'zod';
import type { By } from '../kernel/command.ts';
import { mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import type { Question, Taken } from '../kernel/form.ts';
import type { JsonObject } from '../kernel/json.ts';
import { form } from '../kernel/open-form.ts';
import { reachOf } from '../kernel/reach.ts';
import type { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import type { Group } from './group.ts';
import { mayRun } from './group-rules.ts';
import { LONGEST_RULE } from './make-group.ts';
import { MOST_LEADS, SIZES, takeSize } from './make-group-form.ts';

type Data = {
  readonly group: Group | undefined;
  readonly roles: readonly Role[];
  readonly by: By;
  readonly leads: readonly { readonly personId: string; readonly name: string | null }[];
};

const Args = z.object({ groupId: z.uuid() });
const NONE = 'none';

async function load(read: Reader, args: JsonObject, by: By): Promise<Data> {
  const [group, roles] = await Promise.all([
    read.groups.groupRow(Args.parse(args).groupId),
    rolesOfActor(read, by, args),
  ]);
  return { group, roles, by, leads: [] };
}

function whyClosed({ group, roles, by }: Data): Text | undefined {
  if (group === undefined) return text('group-gone');
  if (group.state === 'closed') return text('group-is-closed');
  return mayRun(group, by, roles) ? undefined : text('group-not-yours');
}

const rule: Question<Data> = {
  id: 'rule',
  ask: () => [text('group-ask-new-rule'), text('group-ask-new-rule-more')],
  options: () => [{ label: text('button-group-no-rule'), value: NONE }],
  written: true,
  most: LONGEST_RULE,
  take: (said): Taken => ({ value: said }),
};

/** Another ground rule of the group's own. */
export const changeGroupRuleForm = form<Data>({
  name: 'change-group-rule',
  title: text('button-group-change-rule'),
  questions: [rule],
  load,
  closed: whyClosed,
  finish({ args, answers }) {
    const said = answers['rule'] ?? NONE;
    return {
      command: 'change-group-rule',
      args: { ...Args.parse(args), ownRule: said === NONE ? '' : said },
    };
  },
});

const size: Question<Data> = {
  id: 'size',
  ask: ({ data }) => [
    text('group-ask-new-size', { now: String(data.group?.capacity ?? 0) }),
    text('group-ask-new-size-more'),
  ],
  options: () => SIZES.map((each) => ({ label: { written: each }, value: each })),
  written: true,
  take: takeSize,
};

/** How many can be in it. */
export const changeGroupSizeForm = form<Data>({
  name: 'change-group-size',
  title: text('button-group-change-size'),
  questions: [size],
  load,
  closed: whyClosed,
  finish: ({ args, answers }) => ({
    command: 'change-group-capacity',
    args: { ...Args.parse(args), capacity: Number(answers['size']) },
  }),
});

const lead: Question<Data> = {
  id: 'lead',
  ask: () => [text('group-ask-new-lead'), text('group-ask-new-lead-more')],
  options: ({ data }) =>
    data.leads.map(({ personId, name }) => ({
      label: name === null ? text('group-somebody') : { written: name },
      value: personId,
    })),
};

/** Who leads it next: a lead chooses among those in the group, a coordinator among all who are trained. */
export const handOverGroupForm = form<Data>({
  name: 'hand-over-group',
  title: text('button-group-hand-over'),
  questions: [lead],
  async load(read, args, by) {
    const data = await load(read, args, by);
    const { group, roles } = data;
    if (group === undefined) return data;
    const among = mayCoordinate(by, roles, group.programmeId) ? undefined : group.id;
    const { sites } = reachOf(roles);
    const asked = { programmeId: group.programmeId, most: MOST_LEADS, sites };
    const found = await read.groups.trainedLeads(asked, among);
    return { ...data, leads: found.filter(({ personId }) => personId !== group.leadId) };
  },
  closed: (data) => whyClosed(data) ?? (data.leads.length === 0 ? text('group-nobody-to-lead') : undefined),
  finish: ({ args, answers }) => ({
    command: 'offer-group-lead',
    args: { ...Args.parse(args), personId: answers['lead'] },
  }),
});
