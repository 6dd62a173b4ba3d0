import { z } from 'zod';
import { type Change, change, next, type OutgoingNew, type Save } from '../../kernel/change.ts';
import { command, type Refusal } from '../../kernel/command.ts';
import { namingInstead } from '../../kernel/naming-instead.ts';
import type { Moment } from '../../moment.ts';
import type { Reader } from '../../store/reader.ts';
import type { Task } from '../../tasks/task.ts';
import { text } from '../../texts/text.ts';
import { answerWith } from '../answer.ts';
import type { Account, Person, Role } from '../person.ts';

const Two = z.object({ keepId: z.uuid(), otherId: z.uuid() });

async function load(read: Reader, { keepId, otherId }: z.infer<typeof Two>) {
  const [keep, other, keepOwns, otherOwns, keepApps, otherApps] = await Promise.all([
    ...([read.people.person(keepId), read.people.person(otherId)] as const),
    ...([read.records.owned(keepId), read.records.owned(otherId)] as const),
    ...([read.people.accountsOf(keepId), read.people.accountsOf(otherId)] as const),
  ]);
  const [keepRoles, otherRoles, shown, about, letters, free, keepFree] = await Promise.all([
    ...([read.people.rolesOf(keepId), read.people.rolesOf(otherId)] as const),
    ...([read.tasks.ofTwoRecords(keepId, otherId), read.tasks.openAboutPerson(otherId)] as const),
    read.letters.writtenBy(otherId),
    ...([read.meetings.availability(otherId), read.meetings.availability(keepId)] as const),
  ]);
  const owned = { keepOwns, otherOwns, keepApps, otherApps, keepRoles, otherRoles };
  const goes = await read.records.anyGoes([keepId, otherId]);
  return { keep, other, goes, ...owned, shown, about, letters, free, keepFree };
}

type Data = Awaited<ReturnType<typeof load>>;

/**
 * A coordinator makes two records of one person one: the chats of the other become this one's, and the other goes. Only of
 * somebody who has nothing of their own yet, and only once both chats were shown to be theirs, by a code of the one that was
 * written in the other; where one of the two has no chat at all, the coordinator who enrolled them knows.
 */
export const joinRecords = command({
  name: 'join-records',
  schema: Two,
  load,
  decide(data, _args, at, by) {
    if (by.is !== 'coordinator') return { refused: 'records.not-yours', say: text('coordinators-only') };
    const { keep, other } = data;
    // Of two that were made one a moment ago, the one that goes is nobody any more.
    if (keep === undefined || other === undefined || data.goes)
      return { refused: 'person.unknown', say: text('person-unknown') };
    return notToBeOne(data, keep, other) ?? madeOne(data, { keep, other, doneBy: by.name }, at);
  },
});

function notToBeOne(data: Data, keep: Person, other: Person): Refusal | undefined {
  const states = [keep.state, other.state];
  if (keep.id === other.id) return { refused: 'records.same', say: text('records-same') };
  if (states.includes('held')) return { refused: 'records.held', say: text('records-held') };
  if (states.includes('stopped')) return { refused: 'records.silence', say: text('records-silence') };
  if (states.includes('arriving')) return { refused: 'person.not-ready', say: text('person-not-ready') };
  const [thing] = data.otherOwns;
  if (thing !== undefined) {
    return data.keepOwns.length === 0
      ? { refused: 'records.other-way', say: text('records-other-way', { thing }) }
      : { refused: 'records.both-have', say: text('records-both-have', { thing }) };
  }
  const bothHaveApps = data.keepApps.length > 0 && data.otherApps.length > 0;
  if (bothHaveApps && data.shown.length === 0)
    return { refused: 'records.not-shown', say: text('records-not-shown') };
  return undefined;
}

type One = { readonly keep: Person; readonly other: Person; readonly doneBy: string };

function madeOne(data: Data, { keep, other, doneBy }: One, at: Moment): Change {
  const moved = data.otherApps.map((each) => next(each, { personId: keep.id, actingForId: null }));
  const [first] = data.keepApps;
  // Where messages go changes only when they say so.
  const settings = first === undefined ? keep.settings : { writeTo: first.id, ...keep.settings };
  const roles = movedRoles(data, keep);
  return change({
    saves: [
      { table: 'person', row: next(keep, { settings }) },
      // Nobody may give them something of their own at this very moment.
      { table: 'person', row: next(other, {}) },
      ...moved.map((row): Save => ({ table: 'account', row })),
      ...roles.map((row): Save => ({ table: 'role', row })),
      ...data.letters.map((row): Save => ({ table: 'letter', row: next(row, { fromId: keep.id }) })),
      ...tasks(data, keep, { doneAt: at.now, doneBy }),
      ...(data.free === undefined || data.keepFree !== undefined
        ? []
        : [{ table: 'availability', row: { ...data.free, id: keep.id, version: 1 } } as const]),
    ],
    events: [{ event: 'records.joined', ids: { personId: keep.id, emptyPersonId: other.id } }],
    outgoing: told(keep, data.keepApps, moved),
  });
}

/** Roles that the one who stays does not have, or had. */
function movedRoles({ keepRoles, otherRoles }: Data, keep: Person): Role[] {
  return otherRoles
    .filter(({ endedAt }) => endedAt === null)
    .flatMap((role) => {
      const had = keepRoles.find((each) => each.programmeId === role.programmeId && each.role === role.role);
      if (had === undefined) return [next(role, { personId: keep.id })];
      return had.endedAt === null ? [] : [next(had, { endedAt: null, since: role.since })];
    });
}

/** That somebody new came, and that they may be here twice, is dealt with; what else was about them is about who stays. */
function tasks({ shown, about }: Data, keep: Person, done: Pick<Task, 'doneAt' | 'doneBy'>): Save[] {
  const dealtWith = [
    ...shown.filter(({ doneAt }) => doneAt === null),
    ...about.filter(({ kind }) => kind === 'new-person'),
  ];
  const rest = about.filter(({ id }) => !dealtWith.some((each) => each.id === id));
  return [
    ...dealtWith.map((row): Save => ({ table: 'task', row: next(row, done) })),
    ...rest.map((row): Save => ({ table: 'task', row: next(row, { personId: keep.id }) })),
  ];
}

/** Said in every chat, so that nobody can be joined without knowing. */
function told(keep: Person, before: readonly Account[], moved: readonly Account[]): OutgoingNew[] {
  return moved.flatMap((each) =>
    [...before, each].map((chat) => answerWith(keep, chat, 'app-linked', { accountId: each.id })),
  );
}

/**
 * Whoever a record was of before: of them there is nothing that is not with the other now, save what was told to those who
 * answer for safeguarding, by them or about them. Whoever coordinates knows of none of it, so it holds nothing up.
 */
export const forgetJoinedPerson = command({
  name: 'forget-joined-person',
  schema: z.object({ emptyPersonId: z.uuid(), personId: z.uuid() }),
  async load(read, { emptyPersonId: id }) {
    const [person, accounts, owned, left, concerns] = await Promise.all([
      read.people.person(id),
      read.people.accountsOf(id),
      read.records.owned(id),
      read.records.leftOver(id),
      read.concerns.naming(id),
    ]);
    return { person, accounts, owned, left, concerns };
  },
  decide({ person, accounts, owned, left, concerns }, { personId }, _at, by) {
    if (by.is !== 'clock') throw new Error('Nobody asks for this');
    if (person === undefined || accounts.length > 0 || owned.length > 0) return change({});
    return change({
      saves: namingInstead(concerns, person.id, personId),
      removals: [...left, { table: 'person', id: person.id }],
    });
  },
});
