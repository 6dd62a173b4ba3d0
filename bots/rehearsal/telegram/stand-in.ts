import { type ChatChange, Chats } from './chats.ts';
import { Faults } from './faults.ts';
import { FileStore } from './file-store.ts';
import { Journal } from './journal.ts';
import { LongPolls } from './long-polls.ts';
import { RateLimiter, type RateLimits, REALISTIC } from './rate-limits.ts';
import { keepInFile } from './saved-world.ts';
import { type Desk, handleWebhookReply, listen } from './server.ts';
import type { Shown } from './shown.ts';
import { UpdateQueue } from './update-queue.ts';
import { type UserOptions, VirtualUser } from './virtual-user.ts';
import { type Backoff, WebhookCarrier } from './webhook.ts';
import type { WireUpdate, WireUser } from './wire.ts';
import type { BotSettings, OpenQuery, World } from './world.ts';

export interface StandInOptions {
  /** `<bot id>:<secret>`, as BotFather gives it. */
  readonly token?: string;
  /** A free one unless given. */
  readonly port?: number;
  /** Epoch milliseconds; the machine's clock unless given. */
  readonly now?: () => number;
  /** How fast the bot may send, measured by `now`. */
  readonly limits?: 'realistic' | 'off' | RateLimits;
  readonly botName?: string;
  readonly botUsername?: string;
  /** Off, as BotFather sets it: in groups the bot hears only what is meant for it. */
  readonly readsAllGroupMessages?: boolean;
  /** Milliseconds in which a button press must be answered. Telegram does not document the time; this default is ours. */
  readonly queryLifetimeMs?: number;
  /** Real milliseconds between two 409 answers; the real server takes three seconds. */
  readonly conflictPauseMs?: number;
  readonly webhookBackoff?: Backoff;
  readonly firstUpdateId?: number;
  /** Where the chats are kept while the stand-in is away; nowhere unless given. */
  readonly file?: string;
}

/** One chat as somebody looking over the shoulder sees it. */
export interface Transcript {
  readonly messages: readonly Shown[];
  readonly keys: readonly (readonly string[])[];
  /** Calls back after every change of this chat. Returns the way to stop. */
  onChange(listener: ChatChange): () => void;
}

export interface TelegramStandIn {
  /** For `apiRoot`. */
  readonly url: string;
  readonly token: string;
  readonly bot: WireUser & { username: string };
  readonly journal: Journal;
  readonly faults: Faults;
  readonly settings: BotSettings;
  /** The person with this id; who they are is settled when they are named first. */
  user(options: UserOptions): VirtualUser;
  /** Everybody it knows, also from before it was away. */
  everybody(): readonly VirtualUser[];
  /** The content of a file that was sent, by the id under which it is shown. */
  file(id: string): Buffer | undefined;
  chat(id: number): Transcript;
  onChange(listener: ChatChange): () => void;
  /** Puts an update into the queue as it is, or under the next number if it has none. */
  inject(update: Omit<WireUpdate, 'update_id'> & { update_id?: number }): WireUpdate;
  /** Updates that the bot has not confirmed. */
  readonly pending: number;
  /** Settles once the bot has confirmed every update. */
  idle(): Promise<void>;
  /** Closes every connection; settles when nothing runs any more. */
  stop(): Promise<void>;
}

const DEFAULTS = {
  token: '7000000001:AAF-rehearsal_only_0000000000000000',
  port: 0,
  now: Date.now,
  limits: 'realistic',
  botName: 'Beenthere',
  botUsername: 'beenthere_bot',
  readsAllGroupMessages: false,
  queryLifetimeMs: 15 * 60_000,
  conflictPauseMs: 3000,
  webhookBackoff: { firstMs: 1000, longestMs: 120_000 },
  firstUpdateId: 100_000_001,
} satisfies Required<Omit<StandInOptions, 'file'>>;

type Settled = Required<Omit<StandInOptions, 'file'>> & Pick<StandInOptions, 'file'>;

/** Starts a Bot API server on loopback that a bot cannot tell from the real one. */
export async function startTelegramStandIn(options: StandInOptions = {}): Promise<TelegramStandIn> {
  const settled: Settled = { ...DEFAULTS, ...options };
  const desk = openDesk(settled);
  const { file, token } = settled;
  const forget = file === undefined ? () => {} : keepInFile(desk.world, token, file);
  const { server, port } = await listen(desk, settled.port);
  return {
    ...doors(desk),
    url: `http://127.0.0.1:${port}`,
    token,
    bot: desk.world.bot,
    journal: desk.journal,
    faults: desk.faults,
    settings: desk.world.settings,
    get pending() {
      return desk.world.queue.length;
    },
    async stop() {
      desk.world.polls.stop();
      await desk.world.webhook.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      forget();
    },
  };
}

function openDesk(settled: Settled): Desk {
  const { now, token, botName, botUsername } = settled;
  const journal = new Journal();
  const faults = new Faults();
  const queue = new UpdateQueue(settled.firstUpdateId);
  const limits = settled.limits === 'realistic' ? REALISTIC : settled.limits;
  const limiter = new RateLimiter(limits === 'off' ? undefined : limits, now);
  const disturb = (batch: readonly WireUpdate[]) => faults.disturb(batch);
  const hooks = {
    now,
    disturb,
    called: (body: string) => handleWebhookReply(desk, body),
    delivered: (update: WireUpdate, status: number) =>
      journal.add({ kind: 'delivery', at: now(), updateIds: [update.update_id], via: 'webhook', status }),
  };
  const world: World = {
    bot: { id: Number(token.split(':')[0]), is_bot: true, first_name: botName, username: botUsername },
    readsAllGroupMessages: settled.readsAllGroupMessages,
    now,
    chats: new Chats(now),
    files: new FileStore(),
    queue,
    polls: new LongPolls(queue, disturb, settled.conflictPauseMs),
    webhook: new WebhookCarrier(queue, hooks, settled.webhookBackoff),
    queries: new Map<string, OpenQuery>(),
    settings: {
      commands: new Map(),
      descriptions: new Map(),
      shortDescriptions: new Map(),
      menuButtons: new Map(),
    },
    queryLifetimeMs: settled.queryLifetimeMs,
    throttle: (chatId) => limiter.take(chatId),
  };
  const desk: Desk = { token, world, journal, faults };
  return desk;
}

function doors({
  world,
  journal,
}: Desk): Pick<TelegramStandIn, 'user' | 'everybody' | 'file' | 'chat' | 'onChange' | 'inject' | 'idle'> {
  const users = new Map<number, VirtualUser>();
  const written = (update: WireUpdate | undefined) => {
    if (update) journal.add({ kind: 'update', at: world.now(), update });
  };
  const user = ({ id, firstName, username, language = 'en' }: UserOptions): VirtualUser => {
    const known = users.get(id);
    if (known) return known;
    const named = username === undefined ? {} : { username };
    const person = world.chats.addPerson({
      id,
      is_bot: false,
      first_name: firstName,
      language_code: language,
      ...named,
    });
    const room = world.chats.room(id);
    if (!room) throw new Error(`There is no chat of ${firstName}`);
    const made = new VirtualUser(world, room, person, (content) => written(world.queue.push(content)));
    users.set(id, made);
    return made;
  };
  return {
    user,
    everybody: () =>
      world.chats.people.map((person) => user({ id: person.user.id, firstName: person.user.first_name })),
    file: (id) => world.files.find(id)?.bytes,
    chat(id) {
      const room = world.chats.room(id);
      return {
        messages: room ? world.chats.shown(room) : [],
        keys: room?.keyboard ?? [],
        onChange: (listener) => world.chats.onChange((change) => change.chatId === id && listener(change)),
      };
    },
    onChange: (listener) => world.chats.onChange(listener),
    inject(update) {
      const numbered: WireUpdate = { ...update, update_id: update.update_id ?? world.queue.nextId };
      world.queue.inject(numbered);
      written(numbered);
      return numbered;
    },
    idle: () => world.queue.drained(),
  };
}
