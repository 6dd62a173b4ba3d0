import type { Temporal } from 'temporal-polyfill';
import type { Core, Received, Shown, Store } from '../../core/index.ts';
import { type Change, change } from '../../core/kernel/change.ts';
import type { Pair } from '../../core/pairs/pair.ts';
import type { Person } from '../../core/people/person.ts';
import { ProgrammeDocument } from '../../core/programmes/programme.ts';
import { personRow } from './person-row.ts';
import { openStage } from './stage.ts';
import type { MovedClock } from './world.ts';

/** Somebody with a chat of their own in it. */
export type Writer = { readonly id: string; readonly accountId: string; readonly chat: string };

export type PaperWorld = {
  readonly core: Core;
  readonly store: Store;
  readonly url: string;
  readonly clock: MovedClock;
  readonly faults: Readonly<Record<string, string>>[];
  readonly programmeId: string;
  person(name: string | null, more?: Partial<Person>): Promise<Writer>;
  pair(mentor: Writer, mentee: Writer, more?: Partial<Pair>): Promise<Pair>;
  commit(change: Partial<Change>): Promise<void>;
  write(who: Writer, text: string): Promise<Received>;
  /** Presses the newest button with this label, or the one of an earlier message. */
  press(who: Writer, label: string, earlier?: number): Promise<Received>;
  /** What stands in somebody's chat, oldest first. */
  messages(who: Writer): Shown[];
  last(who: Writer): string;
  /** Opens the front page that an app gives the bot, and what stands there. */
  opensFront(who: Writer): Promise<Shown | undefined>;
  frontOf(who: Writer): Shown | undefined;
  /** How often any front page was shown. */
  frontsShown(): number;
  /** Presses a button of the front page by its label. */
  pressOnFront(who: Writer, label: string): Promise<Received>;
  said(who: Writer): string;
  labels(who: Writer): string[];
  /** Moves on, stopping at everything that is due on the way. */
  later(by: Temporal.DurationLike): Promise<void>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

/** The real core on a real PostgreSQL with a chat app of paper, for looking at one part of it. */
export async function openPaperWorld(at = '2026-11-23T09:00:00Z'): Promise<PaperWorld> {
  const stage = await openStage(at);
  const { core, store, clock, faults, rows } = stage;
  const { keys } = store.read;
  let fronts = 0;
  const messages = (who: Writer) =>
    stage
      .phone(who.chat)
      .messages()
      .map(({ shown }) => shown);
  const token = (from: Writer, label: string, earlier?: number): string => {
    const looked = messages(from).filter((_each, index) => earlier === undefined || index === earlier);
    const buttons = looked.flatMap((shown) => shown.buttons.flat());
    const found = buttons.findLast((each) => each.label.startsWith(label));
    if (found === undefined)
      throw new Error(`No "${label}" among: ${buttons.map((each) => each.label).join(' | ')}`);
    return found.token;
  };
  const id = () => stage.at().newId();
  const commit = async (parts: Partial<Change>): Promise<void> => {
    const done = await store.commit(change(parts), { by: 'test' }, stage.at());
    if (done !== 'done') throw new Error(`The test's own rows were not written: ${done}`);
  };
  const programmeId = id();
  const contact = { name: 'Sam', phone: '01 234', hours: 'always' };
  const document = ProgrammeDocument.parse({ v: 1, name: 'Test', contact });
  const programme = {
    id: programmeId,
    version: 1,
    slug: 'test',
    document,
    createdAt: clock.now(),
    changedAt: clock.now(),
  };
  await commit({ saves: [{ table: 'programme', row: programme }] });
  return {
    core,
    store,
    url: stage.url,
    clock,
    faults,
    programmeId,
    commit,
    async person(name, more = {}) {
      const personId = id();
      const row = personRow({
        id: personId,
        name,
        wrappedKey: keys.newWrapped(personId, stage.at()),
        createdAt: clock.now(),
        ...more,
      });
      const who = { id: personId, accountId: id(), chat: `chat-${personId}` };
      const account = {
        id: who.accountId,
        version: 1,
        platform: stage.channel.platform,
        tenant: '',
        userId: who.chat,
        chatId: who.chat,
        personId,
        programmeId,
        actingForId: null,
        reachable: true,
        unreachableSince: null,
        unreachableWhy: null,
        createdAt: clock.now(),
      };
      await commit({ saves: [{ table: 'person', row }] });
      await commit({ saves: [{ table: 'account', row: account }] });
      return who;
    },
    async pair(mentor, mentee, more = {}) {
      const ids = { id: id(), programmeId, mentorId: mentor.id, menteeId: mentee.id };
      const base = {
        version: 1,
        state: 'active',
        rhythmDays: 14,
        lastHeldAt: null,
        createdAt: clock.now(),
        endedAt: null,
      } as const;
      const row: Pair = { ...ids, ...base, ...more };
      await commit({ saves: [{ table: 'pair', row }] });
      return row;
    },
    write: (who, text) => stage.phone(who.chat).says(text),
    press: (who, label, earlier) => stage.phone(who.chat).pressesToken(token(who, label, earlier)),
    messages,
    async opensFront(who) {
      fronts += 1;
      await core.receive({
        key: `front:${fronts}`,
        account: { platform: stage.channel.platform, tenant: '', userId: who.chat },
        chat: { id: who.chat, private: true },
        intent: { is: 'opened-front' },
      });
      await core.settle();
      return stage.channel.frontOf(who.chat);
    },
    frontOf: (who) => stage.channel.frontOf(who.chat),
    frontsShown: () => stage.channel.frontsShown(),
    async pressOnFront(who, label) {
      const shown = stage.channel.frontOf(who.chat)?.buttons.flat() ?? [];
      const found = shown.find((each) => each.label === label);
      if (found === undefined)
        throw new Error(`No "${label}" among: ${shown.map((each) => each.label).join(' | ')}`);
      return await stage.phone(who.chat).pressesToken(found.token);
    },
    last: (who) => messages(who).at(-1)?.paragraphs.join('\n') ?? '',
    said: (who) =>
      messages(who)
        .map((shown) => shown.paragraphs.join(' '))
        .join('\n'),
    labels: (who) =>
      messages(who)
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
    rows,
    close: stage.close,
  };
}
