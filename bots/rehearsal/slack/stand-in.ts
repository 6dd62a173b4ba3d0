import { Channel, type ChannelOptions } from './channel.ts';
import { Dispatcher } from './dispatcher.ts';
import { idleOf, type People, peopleOf, sendAsItIs } from './doors.ts';
import { Faults } from './faults.ts';
import { FileShelf } from './file-shelf.ts';
import { HttpCarrier, type RequestUrls } from './http-carrier.ts';
import { InFlight } from './in-flight.ts';
import { type EnvelopeType, Journal } from './journal.ts';
import { DEFAULTS, type SlackStandInOptions } from './options.ts';
import { RateLimiter } from './rate-limits.ts';
import { ResponseUrls } from './response-urls.ts';
import { keepInFile } from './saved-world.ts';
import { Schedule } from './schedule.ts';
import { type Desk, listen } from './server.ts';
import { SocketHub } from './socket-hub.ts';
import { Triggers } from './triggers.ts';
import { Views } from './views.ts';
import { Workspace, type WorkspaceChange } from './workspace.ts';
import type { AppIdentity, World } from './world.ts';

export type { SlackStandInOptions };

export interface SlackStandIn extends People {
  /** For `slackApiUrl`: `${url}/api/`. */
  readonly url: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly botUserId: string;
  readonly journal: Journal;
  readonly faults: Faults;
  channel(options: ChannelOptions): Channel;
  /** The content of a file that was sent, by the id under which it is shown. */
  file(id: string): Buffer | undefined;
  onChange(listener: WorkspaceChange): () => void;
  /** How many Socket Mode connections are open. */
  readonly connections: number;
  /** Settles once so many Socket Mode connections are open. */
  connected(count?: number): Promise<void>;
  /** Asks the app to come back on new connections. */
  refreshSockets(reason?: 'refresh_requested' | 'warning'): void;
  /** Cuts every connection without a word. */
  dropSockets(): void;
  /** From now on events, commands and interactions are posted there. Rejects if the address does not answer the challenge. */
  useRequestUrls(urls: RequestUrls): Promise<void>;
  /** Brings the bot anything at all, as it is. */
  inject(type: EnvelopeType, payload: Readonly<Record<string, unknown>>): void;
  /** Sends an event of any kind, as it is. */
  sendEvent(event: Readonly<Record<string, unknown>>): void;
  /** Envelopes that are neither acknowledged nor given up, and requests that are being answered. */
  readonly pending: number;
  /** Settles once every envelope is acknowledged or given up and no request is being answered. */
  idle(): Promise<void>;
  /** Closes every connection; settles when nothing runs any more. */
  stop(): Promise<void>;
}

/** Starts a Slack on loopback that a bot cannot tell from the real one. */
export async function startSlackStandIn(options: SlackStandInOptions = {}): Promise<SlackStandIn> {
  const settled = { ...DEFAULTS, ...options };
  const lines: Lines = { http: undefined, host: '' };
  const desk = openDesk(settled, lines);
  const { world, journal, faults } = desk;
  settle(world);
  const forget = settled.file === undefined ? () => {} : keepInFile(world, settled.file);
  const { server, port } = await listen(desk, settled.port);
  lines.host = `127.0.0.1:${port}`;
  const { botToken, appToken, signingSecret, teamId, botUserId } = world.app;
  return {
    ...doors(desk),
    url: `http://${lines.host}`,
    botToken,
    appToken,
    signingSecret,
    teamId,
    botUserId,
    journal,
    faults,
    get connections() {
      return world.sockets.size;
    },
    get pending() {
      return world.dispatcher.pending + desk.inFlight.size;
    },
    async useRequestUrls(urls) {
      const carrier = new HttpCarrier(urls, settled);
      await carrier.verify('verification-token');
      lines.http = carrier;
    },
    async stop() {
      world.dispatcher.stop();
      await world.sockets.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      forget();
    },
  };
}

type Settled = typeof DEFAULTS & SlackStandInOptions;

interface Lines {
  http: HttpCarrier | undefined;
  host: string;
}

function openDesk(settled: Settled, lines: Lines): Desk {
  const { now, ackTimeoutMs, retryDelaysMs } = settled;
  const journal = new Journal();
  const faults = new Faults();
  const limiter = new RateLimiter(now);
  const app: AppIdentity = settled;
  const sockets = new SocketHub({ appId: app.appId, ackTimeoutMs });
  const carrier = () => lines.http ?? sockets;
  const world: World = {
    app,
    now,
    workspace: new Workspace(now),
    views: new Views(),
    files: new FileShelf(),
    triggers: new Triggers(now, settled.triggerLifetimeMs),
    responseUrls: new ResponseUrls(now),
    schedule: new Schedule(),
    sockets,
    dispatcher: new Dispatcher({ now, journal, faults, carrier, retryDelaysMs }),
    messageStates: new Map(),
    throttle: (key, bucket) => (settled.limits === 'off' ? undefined : limiter.take(key, bucket)),
    host: () => lines.host,
  };
  return { world, journal, faults, inFlight: new InFlight() };
}

/** The bot is a person of the workspace too. */
function settle({ workspace, app }: World): void {
  workspace.addPerson({
    id: app.botUserId,
    name: app.botName.toLowerCase(),
    realName: app.botName,
    timeZone: 'UTC',
    email: '',
    isBot: true,
    isGuest: false,
    uses24Hours: false,
  });
}

type Doors = Omit<
  SlackStandIn,
  | 'url'
  | 'botToken'
  | 'appToken'
  | 'signingSecret'
  | 'teamId'
  | 'botUserId'
  | 'journal'
  | 'faults'
  | 'connections'
  | 'pending'
  | 'useRequestUrls'
  | 'stop'
>;

function doors({ world, inFlight }: Desk): Doors {
  const { workspace, sockets } = world;
  return {
    ...peopleOf(world),
    channel({ id, name, isPrivate = false, hasBot = true }) {
      const known = workspace.rooms.find((room) => room.kind === 'channel' && room.name === name);
      const room = known ?? workspace.addChannel(id ?? workspace.newId('C'), name, isPrivate);
      if (!known && hasBot) room.members.add(world.app.botUserId);
      return new Channel(world, room);
    },
    file: (id) => world.files.read(id),
    onChange: (listener) => workspace.onChange(listener),
    connected: (count) => sockets.connected(count),
    refreshSockets: (reason) => sockets.askToRefresh(reason),
    dropSockets: () => sockets.drop(),
    inject(type, payload) {
      world.dispatcher.dispatch(type, payload, type !== 'events_api').catch(() => {});
    },
    sendEvent: (event) => sendAsItIs(world, event),
    idle: () => idleOf(world, inFlight),
  };
}
