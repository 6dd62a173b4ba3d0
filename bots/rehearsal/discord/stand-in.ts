import { Asking } from './asking.ts';
import type { ChatChange } from './chats.ts';
import type { CommandBook } from './command-book.ts';
import type { SignedEndpoint } from './endpoint.ts';
import type { Faults } from './faults.ts';
import type { Gateway } from './gateway.ts';
import { build } from './house.ts';
import type { Journal } from './journal.ts';
import { keepInFile } from './saved-world.ts';
import { listen } from './server.ts';
import { openGuild } from './settle-in.ts';
import { type Settling, untilQuiet } from './settling.ts';
import { DEFAULTS, type Settled, type StandInOptions } from './stand-in-options.ts';
import { type PlaceOptions, VirtualGuild } from './virtual-guild.ts';
import { type UserOptions, VirtualUser } from './virtual-user.ts';
import type { OutEvent, World } from './world.ts';

export interface DiscordStandIn {
  /** `http://127.0.0.1:…/api`: for `rest.api` and DISCORD_API_ROOT. The gateway follows from it. */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  /** 32 bytes in hex. */
  readonly publicKey: string;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly gateway: Gateway;
  /** The commands that the bot has registered. */
  readonly commands: CommandBook;
  /** Answers 401, 403 and 429 of the last ten minutes. */
  readonly invalidRequests: number;
  /** The person with this id; who they are is settled when they are named first. */
  user(options: UserOptions): VirtualUser;
  /** Everybody it knows, also from before it was away. */
  everybody(): readonly VirtualUser[];
  /** The server with this id or, without one, this name; opened with the bot in it if there is none. */
  guild(options?: PlaceOptions): VirtualGuild;
  guilds(): readonly VirtualGuild[];
  /** The content of a file that was sent, by the id under which it is shown. */
  file(id: string): Buffer | undefined;
  onChange(listener: ChatChange): () => void;
  /** Sends interactions to this address from now on, or to the gateway again. False if the address failed the check. */
  setEndpoint(url: string | undefined): Promise<boolean>;
  /** The headers with which Discord would sign this body. */
  sign(body: string): Record<string, string>;
  /** Tells the gateway anything. */
  inject(event: OutEvent): void;
  /** Interactions without an answer, events on the way and calls in flight. */
  readonly pending: number;
  /** Settles once nothing is pending and the line was quiet for a moment. */
  idle(options?: Settling): Promise<void>;
  /** Closes every connection; settles when nothing runs any more. */
  stop(): Promise<void>;
}

/** Starts a Discord on loopback that a bot cannot tell from the real one. */
export async function startDiscordStandIn(options: StandInOptions = {}): Promise<DiscordStandIn> {
  const settled: Settled = { ...DEFAULTS, ...options };
  const house = build(settled);
  const { world, desk, endpoint } = house;
  const forget =
    options.file === undefined ? () => {} : keepInFile(world, settled.token, options.file, desk.journal);
  const { server, port } = await listen(desk, settled.port);
  house.setPort(port);
  const asking = new Asking(world, endpoint, desk.journal);
  const countPending = () =>
    world.interactions.pending + desk.gateway.waiting + desk.inFlight + asking.onTheWay;
  return {
    ...doors(world, asking, endpoint),
    url: `http://127.0.0.1:${port}/api`,
    token: settled.token,
    applicationId: settled.applicationId,
    publicKey: endpoint.publicKey,
    journal: desk.journal,
    faults: desk.faults,
    gateway: desk.gateway,
    get invalidRequests() {
      return desk.invalid.count;
    },
    get pending() {
      return countPending();
    },
    idle: (settling) => untilQuiet(countPending, desk.journal, settling),
    async stop() {
      world.interactions.stop();
      endpoint.stop();
      desk.gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      forget();
    },
  };
}

type Doors = Pick<
  DiscordStandIn,
  | 'user'
  | 'everybody'
  | 'guild'
  | 'guilds'
  | 'file'
  | 'onChange'
  | 'setEndpoint'
  | 'sign'
  | 'inject'
  | 'commands'
>;

function doors(world: World, asking: Asking, endpoint: SignedEndpoint): Doors {
  const users = new Map<string, VirtualUser>();
  const user = ({ id, name, username, locale = 'en-GB' }: UserOptions): VirtualUser => {
    const known = users.get(id);
    if (known) return known;
    if (!/^[1-9]\d*$/.test(id)) throw new Error('The id of a person is made of digits');
    const handle = username ?? (name.toLowerCase().replace(/[^a-z0-9_.]/g, '') || 'someone');
    const person = world.chats.people.get(id) ?? {
      user: { id, username: handle, discriminator: '0', global_name: name, avatar: null },
      locale,
      installed: false,
      dmsClosed: false,
      blocked: false,
    };
    world.chats.people.set(id, person);
    const made = new VirtualUser(world, asking, world.dmWith(id), person);
    users.set(id, made);
    return made;
  };
  return {
    user,
    commands: world.commands,
    everybody: () =>
      [...world.chats.people.values()].map((one) => user({ id: one.user.id, name: one.user.username })),
    guild({ id, name = 'Mentoring' } = {}) {
      const known = [...world.chats.guilds.values()].find((one) =>
        id === undefined ? one.name === name : one.id === id,
      );
      return new VirtualGuild(world, known ?? openGuild(world, id ?? world.ids.next(), name));
    },
    guilds: () => [...world.chats.guilds.values()].map((guild) => new VirtualGuild(world, guild)),
    file: (id) => world.files.find(id)?.bytes,
    onChange: (listener) => world.chats.onChange(listener),
    async setEndpoint(url) {
      if (url !== undefined && !(await endpoint.verify(url))) return false;
      endpoint.url = url;
      return true;
    },
    sign: (body) => endpoint.headersFor(body),
    inject: (event) => world.publish(event),
  };
}
