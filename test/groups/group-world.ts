import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect } from 'vitest';
import {
  type Core,
  type Intent,
  openCore,
  type Performed,
  ProgrammeDocument,
  type Received,
  type Shown,
  type Store,
} from '../../core/index.ts';
import { type Change, change } from '../../core/kernel/change.ts';
import type { By } from '../../core/kernel/command.ts';
import type { Account, Person, Role } from '../../core/people/person.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore } from '../../core/store/store.ts';
import { freshDatabase } from '../support/database.ts';
import { type MovedClock, momentAt, movedClock } from '../support/moved-clock.ts';
import { personRow } from '../support/person-row.ts';
import { type RecordingChannel, recordingChannel } from '../support/recording-channel.ts';

export const PLACE = { platform: 'discord', tenant: '', chatId: 'channel-1' } as const;

export type App = 'discord' | 'telegram';

export type Somebody = { readonly id: string; readonly chat: string; readonly app: App; readonly by: By };

export type GroupWorld = {
  readonly core: Core;
  readonly store: Store;
  readonly clock: MovedClock;
  readonly faults: Readonly<Record<string, string>>[];
  readonly programmeId: string;
  readonly apps: Readonly<Record<App, RecordingChannel>>;
  somebody(name: string | null, more?: SomebodyMore): Promise<Somebody>;
  /** Somebody who has never written. */
  newcomer(chat: string): { readonly chat: string; readonly app: App };
  /** What a coordinator does at the desk. */
  coordinate(command: string, args: object): Promise<Performed>;
  does(who: Somebody, command: string, args: object): Promise<Performed>;
  says(who: Chatter, words: string): Promise<Received>;
  /** "group new", in the place. */
  writesInPlace(who: Chatter, name: string, rest: string): Promise<Received>;
  /** Presses the newest button with this label in the shared place. */
  pressesThere(who: Chatter, label: string): Promise<Received>;
  /** Presses the newest button with this label in their own chat. */
  presses(who: Chatter, label: string): Promise<Received>;
  /** The newest message in the place with these words in it, as it stands now. */
  there(words: string): Shown | undefined;
  /** Everything that stands in the place, as one text. */
  allThere(): string;
  last(who: Chatter): string;
  said(who: Chatter): string;
  labels(who: Chatter): string[];
  later(by: Temporal.DurationLike): Promise<void>;
  commit(parts: Partial<Change>): Promise<void>;
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

export type Chatter = { readonly chat: string; readonly app: App };
export type SomebodyMore = Partial<Person> & { readonly role?: Role['role']; readonly app?: App };

/** The real core on a real PostgreSQL with two chat apps of paper: one has the group's place, some read in the other. */
export async function openGroupWorld(startsAt = '2026-11-23T09:00:00Z'): Promise<GroupWorld> {
  const database = await freshDatabase();
  const keys = openKeys(randomBytes(32));
  const { pool } = database;
  const store = openStore({ url: database.url, pool, keys });
  const apps = { discord: recordingChannel('discord'), telegram: recordingChannel('telegram') };
  const clock = movedClock(startsAt);
  const at = () => momentAt(clock);
  const faults: Readonly<Record<string, string>>[] = [];
  const onFault = (fault: Readonly<Record<string, string>>): number => faults.push(fault);
  const core = openCore({ store, channels: [apps.discord, apps.telegram], moment: at, onFault });
  const commit = async (parts: Partial<Change>): Promise<void> => {
    const done = await store.commit(change(parts), { by: 'test' }, at());
    if (done !== 'done') throw new Error(`The test's own rows were not written: ${done}`);
  };
  const programmeId = at().newId();
  const document = ProgrammeDocument.parse({
    ...{ v: 1, name: 'Test' },
    contact: { name: 'Sam', phone: '01 234', hours: 'always' },
  });
  const programme = { id: programmeId, version: 1, slug: 'test', document };
  const dates = { createdAt: clock.now(), changedAt: clock.now() };
  await commit({ saves: [{ table: 'programme', row: { ...programme, ...dates } }] });
  let updates = 0;
  const receive = async (who: Chatter, intent: Intent, inPlace: boolean): Promise<Received> => {
    updates += 1;
    const received = await core.receive({
      key: `update:${updates}`,
      account: { platform: who.app, tenant: '', userId: who.chat },
      chat: { id: who.chat, private: true },
      ...(inPlace ? { place: { id: PLACE.chatId, name: 'general' } } : {}),
      intent,
    });
    await core.settle();
    return received;
  };
  const chatOf = (who: Chatter): Shown[] => apps[who.app].chat(who.chat).map(({ shown }) => shown);
  const place = (): Shown[] => apps.discord.chat(PLACE.chatId).map(({ shown }) => shown);
  const words = (shown: Shown): string => shown.paragraphs.join('\n');
  const perform = async (command: string, args: object, by: By): Promise<Performed> => {
    const performed = await core.perform({ command, args, by });
    await core.settle();
    return performed;
  };
  return {
    ...{ core, store, clock, faults, programmeId, apps, commit },
    somebody: async (name, { role, app = 'discord', ...more } = {}) => {
      const made = cast(at(), programmeId, app, name, more, keys.newWrapped.bind(keys));
      await commit({ saves: [{ table: 'person', row: made.person }] });
      await commit({ saves: [{ table: 'account', row: made.account }] });
      if (role !== undefined) await commit({ saves: [{ table: 'role', row: made.role(role) }] });
      return made.who;
    },
    newcomer: (chat) => ({ chat, app: 'discord' }),
    coordinate: (command, args) => perform(command, args, { is: 'coordinator', name: 'desk' }),
    does: async (who, command, args) => perform(command, args, await asNow(store, who)),
    says: (who, text) => receive(who, { is: 'text', text }, false),
    writesInPlace: (who, name, rest) => receive(who, { is: 'command', name, rest }, true),
    pressesThere: (who, label) => receive(who, { is: 'press', token: tokenIn(place(), label) }, true),
    presses: (who, label) => receive(who, { is: 'press', token: tokenIn(chatOf(who), label) }, false),
    there: (text) => place().findLast((shown) => words(shown).includes(text)),
    allThere: () => place().map(words).join('\n'),
    last: (who) => words(chatOf(who).at(-1) ?? { paragraphs: [], buttons: [] }),
    said: (who) => chatOf(who).map(words).join('\n'),
    labels: (who) =>
      chatOf(who)
        .at(-1)
        ?.buttons.flat()
        .map((each) => each.label) ?? [],
    async later(by) {
      const end = clock.now().add(by);
      for (;;) {
        await core.settle();
        const next = await store.queues.nextMoment(clock.now());
        if (next === undefined || next.epochMilliseconds > end.epochMilliseconds) break;
        clock.set(next.toString());
      }
      clock.set(end.toString());
      await core.settle();
    },
    rows: async (sql, values = []) => (await pool.query(sql, [...values])).rows,
    async close() {
      await store.close();
      await database.drop();
    },
  };
}

function tokenIn(messages: readonly Shown[], label: string): string {
  const buttons = messages.flatMap((shown) => shown.buttons.flat());
  const found = buttons.findLast((each) => each.label === label);
  if (found === undefined) throw new Error(`No "${label}" among: ${buttons.map((b) => b.label).join(' | ')}`);
  return found.token;
}

/** The same person with their row as it is now. */
async function asNow(store: Store, { id, by }: Somebody): Promise<By> {
  const person = await store.read.people.person(id);
  return by.is === 'person' && person !== undefined ? { ...by, person } : by;
}

function cast(
  at: ReturnType<typeof momentAt>,
  programmeId: string,
  app: App,
  name: string | null,
  more: Partial<Person>,
  newWrapped: (id: string, at: ReturnType<typeof momentAt>) => string,
) {
  const id = at.newId();
  const chat = `chat-${id}`;
  const person = personRow({ id, name, wrappedKey: newWrapped(id, at), createdAt: at.now, ...more });
  const account: Account = {
    ...{ id: at.newId(), version: 1, platform: app, tenant: '', userId: chat, chatId: chat, personId: id },
    ...{ programmeId, actingForId: null, reachable: true, unreachableSince: null, unreachableWhy: null },
    createdAt: at.now,
  };
  const role = (held: Role['role']): Role => ({
    ...{ id: at.newId(), version: 1, personId: id, programmeId, role: held, since: at.now, endedAt: null },
  });
  const who: Somebody = { id, chat, app, by: { is: 'person', person, account } };
  return { person, account, role, who };
}

/** A group that is open, with a trained lead. */
export async function anOpenGroup(
  world: GroupWorld,
  capacity = 10,
  place: Omit<typeof PLACE, 'chatId'> & { readonly chatId: string } = PLACE,
): Promise<{ lead: Somebody; groupId: string }> {
  const lead = await world.somebody('Lena', { role: 'mentor' });
  const made = await world.coordinate('make-group', {
    ...{ programmeId: world.programmeId, name: 'Tuesday people', capacity, leadId: lead.id },
    ...{ place, leadTrained: true },
  });
  if (made.did !== 'done') throw new Error(JSON.stringify(made));
  const groupId = String(made.happened[0]?.ids['groupId']);
  await world.does(lead, 'accept-as-lead', { groupId });
  const opened = await world.does(lead, 'open-group', { groupId });
  if (opened.did !== 'done') throw new Error(JSON.stringify(opened));
  return { lead, groupId };
}

/** A meeting of it, planned by its lead, and what it is called. */
export async function aMeeting(
  world: GroupWorld,
  lead: Somebody,
  groupId: string,
  startsAt = '2026-11-26T18:00:00Z',
): Promise<string> {
  const planned = await world.does(lead, 'plan-group-meeting', { groupId, startsAt, minutes: 60 });
  if (planned.did !== 'done') throw new Error(JSON.stringify(planned));
  return String(planned.happened[0]?.ids['meetingId']);
}

/** An open group and its lead, in a world of its own for each test around; a fault inside fails the test in which it came. */
export function withOpenGroup(
  take: (opened: { world: GroupWorld; lead: Somebody; groupId: string }) => void,
): void {
  let world: GroupWorld | undefined;
  beforeEach(async () => {
    world = await openGroupWorld();
    take({ world, ...(await anOpenGroup(world)) });
  });
  afterEach(async () => {
    expect(world?.faults).toEqual([]);
    await world?.close();
  });
}

/** Somebody who joins a group. */
export async function aMember(
  world: GroupWorld,
  groupId: string,
  name: string,
  more: SomebodyMore = {},
): Promise<Somebody> {
  const who = await world.somebody(name, more);
  await world.does(who, 'join-group', { groupId });
  return who;
}
