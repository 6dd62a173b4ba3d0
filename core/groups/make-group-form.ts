import { z } from 'zod';
import { mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import type { Question, Taken } from '../kernel/form.ts';
import { form } from '../kernel/open-form.ts';
import { reachOf } from '../kernel/reach.ts';
import { NAME_TROUBLES, validName } from '../people/display-name.ts';
import { type Text, text } from '../texts/text.ts';
import { canLead, DEFAULT_CAPACITY } from './group-rules.ts';
import { GroupPlace, LONGEST_RULE } from './make-group.ts';

type Data = {
  readonly me: string;
  readonly closed: Text | undefined;
  /** Who could lead it; only a coordinator chooses. */
  readonly leads: readonly { readonly personId: string; readonly name: string | null }[];
};

const Args = z.object({ place: GroupPlace });
export const MOST_LEADS = 25;
export const SIZES = ['6', '8', '10', '12', '15'];
const LEAST = 2;
const MOST = 500;

const name: Question<Data> = {
  id: 'name',
  ask: () => [text('group-ask-name')],
  written: true,
  take(written): Taken {
    const read = validName(written);
    return 'name' in read ? { value: read.name } : { again: NAME_TROUBLES[read.trouble] };
  },
};

const rule: Question<Data> = {
  id: 'rule',
  ask: () => [text('group-ask-rule'), text('group-ask-rule-more')],
  written: true,
  optional: true,
  together: true,
  most: LONGEST_RULE,
};

const size: Question<Data> = {
  id: 'size',
  ask: () => [text('group-ask-size', { usual: String(DEFAULT_CAPACITY) })],
  options: () => SIZES.map((each) => ({ label: { written: each }, value: each })),
  written: true,
  optional: true,
  together: true,
  take: takeSize,
};

/** How many can be in a group, as it was written. */
export function takeSize(written: string): Taken {
  const count = /^\d{1,3}$/u.test(written) ? Number(written) : 0;
  return count >= LEAST && count <= MOST ? { value: String(count) } : { again: text('group-size-not-read') };
}

const lead: Question<Data> = {
  id: 'lead',
  ask: () => [text('group-ask-lead')],
  options: ({ data }) =>
    data.leads.map(({ personId, name: chosen }) => ({
      label: chosen === null ? text('group-somebody') : { written: chosen },
      value: personId,
    })),
  together: true,
  passOver: ({ data }) => data.leads.length === 0,
};

/** What a new group needs: all of it on one sheet, where the app has sheets. */
export const makeGroupForm = form<Data>({
  name: 'make-group',
  title: text('group-form-title'),
  questions: [name, rule, size, lead],
  async load(read, args, by) {
    if (by.is !== 'person') throw new Error('Only people fill in forms');
    const me = by.person.id;
    const { programmeId } = by.account;
    const programme =
      programmeId === null ? await read.programmes.first() : await read.programmes.programme(programmeId);
    if (programme === undefined) return { me, closed: text('programme-unknown'), leads: [] };
    const roles = await rolesOfActor(read, by, {});
    const coordinates = mayCoordinate(by, roles, programme.id);
    if (!coordinates && !canLead(roles, programme.id))
      return { me, closed: text('group-not-yours-to-make'), leads: [] };
    const here = await read.groups.groupHere(Args.parse(args).place);
    if (here !== undefined) return { me, closed: text('group-here-already'), leads: [] };
    const leads = coordinates
      ? await read.groups.possibleLeads({
          programmeId: programme.id,
          most: MOST_LEADS,
          sites: reachOf(roles).sites,
        })
      : [];
    return { me, closed: undefined, leads };
  },
  closed: ({ closed }) => closed,
  finish({ data, args, answers }) {
    const ownRule = answers['rule'] ?? '';
    const capacity = answers['size'] ?? '';
    const command = {
      ...Args.parse(args),
      name: answers['name'] ?? '',
      leadId: answers['lead'] ?? data.me,
      ...(ownRule === '' ? {} : { ownRule }),
      ...(capacity === '' ? {} : { capacity: Number(capacity) }),
    };
    return { command: 'make-group', args: command };
  },
});
