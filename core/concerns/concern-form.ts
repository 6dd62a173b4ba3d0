import { personOf } from '../kernel/command.ts';
import type { Context, Option, Question } from '../kernel/form.ts';
import { form } from '../kernel/open-form.ts';
import type { Pair } from '../pairs/pair.ts';
import type { Person } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { BeginConcern } from './begin-concern.ts';
import type { Answerer } from './concern.ts';
import { LONGEST_WHOM, MOST_WORDS } from './send-concern.ts';
import { programmeOf, whatAbout } from './what-about.ts';
import { firstOf, type Readers, whoReads } from './who-reads.ts';

type Staff = { readonly personId: string; readonly name: string | null };
type Group = {
  readonly id: string;
  readonly name: string;
  readonly programmeId: string;
  /** Who has to do with it. */
  readonly concerned: readonly string[];
};
type Data = {
  readonly me: Person;
  readonly pairs: readonly { readonly pair: Pair; readonly name: string }[];
  readonly groups: readonly Group[];
  readonly staff: readonly Staff[];
  readonly readers: Readers;
  /** Who answers in each programme that they could tell something of. */
  readonly readersIn: ReadonlyMap<string, Pick<Readers, 'team' | 'programme'>>;
  readonly isGone: boolean;
  readonly isMessageGone: boolean;
};

/** What nobody writes: the value of the button that sends. */
const SEND = '~send';

const about: Question<Data> = {
  id: 'about',
  ask: () => [text('concern-ask-about')],
  options: ({ data, args }): Option[] => [
    ...(BeginConcern.parse(args).kind === 'worried-about'
      ? []
      : [{ label: text('concern-about-me'), value: 'me' }]),
    ...data.pairs.map(({ pair, name }) => ({
      label:
        pair.mentorId === data.me.id
          ? text('concern-about-mentee', { name })
          : text('concern-about-mentor', { name }),
      value: `pair:${pair.id}`,
    })),
    ...data.groups.map(({ id, name }) => ({
      label: text('concern-about-group', { name }),
      value: `group:${id}`,
    })),
    ...data.staff
      .filter(({ personId }) => personId !== data.me.id)
      .map(({ personId, name }) => ({
        label: text('concern-about-team', { name: name ?? '…' }),
        value: `team:${personId}`,
      })),
    { label: text('concern-about-else'), value: 'else' },
  ],
  passOver: ({ args }) => !['tell-someone', 'worried-about'].includes(BeginConcern.parse(args).kind),
};

/**
 * Somebody of a group is known to its members by the name their app shows, which is not kept here: so it is written, or left
 * out. It goes to those who answer, with the rest, and to nobody in the group.
 */
const whom: Question<Data> = {
  id: 'whom',
  together: true,
  written: true,
  optional: true,
  most: LONGEST_WHOM,
  ask: () => [text('concern-ask-whom'), text('concern-ask-whom-more')],
  passOver: ({ args, answers }) =>
    BeginConcern.parse(args).kind !== 'group-report' && answers['about']?.startsWith('group:') !== true,
};

const words: Question<Data> = {
  id: 'words',
  written: true,
  verbatim: true,
  most: MOST_WORDS,
  pressed: true,
  together: true,
  ask: ({ data, answers, now }) => {
    const written = answers['words'] ?? '';
    return [
      written === '' ? text('concern-ask-words') : text('concern-so-far', { count: written.length }),
      ...(data.isMessageGone ? [text('concern-message-gone')] : []),
      ...whoReads(readersFor(data, answers), now),
      text('concern-nothing-sent-yet'),
    ];
  },
  options: ({ data, answers, now }) => {
    const first = firstOf(readersFor(data, answers), now);
    const label =
      first === undefined
        ? text('button-concern-send-all')
        : text('button-concern-send', { role: first.role, name: first.name ?? '…' });
    return [{ label, value: SEND }];
  },
  take(written, { answers }) {
    const before = answers['words'] ?? '';
    if (written === SEND) return { value: before };
    const all = before === '' ? written : `${before}\n\n${written}`;
    return all.length > MOST_WORDS
      ? { again: text('concern-full', { most: String(MOST_WORDS) }) }
      : { value: all, stays: true };
  },
};

/** Who would read it, where it goes: whom they chose it to be about is not among them. */
function readersFor(
  { readers, readersIn, pairs, groups, me }: Data,
  answers: Readonly<Record<string, string>>,
): Readers {
  const [what, id] = (answers['about'] ?? '').split(':');
  const pair = pairs.find((each) => each.pair.id === id)?.pair;
  const group = groups.find((each) => each.id === id);
  const partner = pair === undefined ? [] : [pair.mentorId === me.id ? pair.menteeId : pair.mentorId];
  const named = what === 'team' && id !== undefined ? [id] : [];
  const there = readersIn.get(pair?.programmeId ?? group?.programmeId ?? '') ?? readers;
  return {
    ...there,
    concerned: [...readers.concerned, ...partner, ...(group?.concerned ?? []), ...named],
  };
}

async function readersOf(read: Reader, programmeIds: readonly string[]): Promise<Data['readersIn']> {
  const found = await Promise.all(
    [...new Set(programmeIds)].map(async (id) => {
      const [team, programme] = await Promise.all([read.concerns.team(id), read.programmes.programme(id)]);
      return [id, { team, programme }] as const;
    }),
  );
  return new Map(found);
}

async function groupsOf(read: Reader, personId: string): Promise<Group[]> {
  const mine = await read.groups.groupsOf(personId);
  return await Promise.all(
    mine.map(async ({ group: { id, name, programmeId } }) => {
      return { id, name, programmeId, concerned: await read.concerns.ofGroup(id) };
    }),
  );
}

/** What somebody wants to tell: optional words, in one message or many, and nothing is sent before the last press. */
export const concernForm = form<Data>({
  name: 'concern',
  title: text('concern-form-title'),
  questions: [about, whom, words],
  async load(read, args, by) {
    const { person, account } = personOf(by);
    const told = BeginConcern.parse(args);
    const found = await whatAbout(read, { ...told, about: 'else' }, person, account);
    const programmeId = found?.programmeId ?? (await programmeOf(read, person, account));
    const [coordinators, pairs, groups] = await Promise.all([
      read.concerns.coordinators(programmeId),
      read.pairs.pairsOf(person.id),
      groupsOf(read, person.id),
    ]);
    const own = programmeId === null ? [] : [programmeId];
    const readersIn = await readersOf(read, [
      ...own,
      ...[...pairs, ...groups].map((each) => each.programmeId),
    ]);
    const here = readersIn.get(programmeId ?? '') ?? { team: [], programme: undefined };
    const others = pairs.map((each) => (each.mentorId === person.id ? each.menteeId : each.mentorId));
    const people = await read.people.people(others);
    const nameOf = (id: string): string => people.find((each) => each.id === id)?.name ?? '…';
    return {
      me: person,
      pairs: pairs.map((pair, index) => ({ pair, name: nameOf(others[index] ?? '') })),
      groups,
      staff: unique([...here.team, ...coordinators]),
      readers: { ...here, concerned: [person.id, ...(found?.concerned ?? [])] },
      readersIn,
      isGone: found === undefined,
      isMessageGone: found?.isMessageGone === true,
    };
  },
  closed: ({ isGone }) => (isGone ? text('concern-about-gone') : undefined),
  finish({ args, answers }: Context<Data>) {
    const { kind, messageId, groupId } = BeginConcern.parse(args);
    const what = kind === 'need-help' ? 'me' : (answers['about'] ?? 'else');
    return {
      command: 'send-concern',
      args: {
        kind,
        about: what,
        words: answers['words'] ?? '',
        ...((answers['whom'] ?? '') === '' ? {} : { whom: answers['whom'] }),
        ...(messageId === undefined ? {} : { messageId }),
        ...(groupId === undefined ? {} : { groupId }),
      },
    };
  },
});

function unique(staff: readonly (Staff | Answerer)[]): Staff[] {
  return [...new Map(staff.map((each) => [each.personId, each])).values()];
}
