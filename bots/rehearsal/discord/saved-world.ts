import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Command } from './command-book.ts';
import type { SavedFile } from './file-store.ts';
import type { OpenForm } from './form.ts';
import type { Journal } from './journal.ts';
import type { Channel, Guild, GuildEvent, Member, Person, Role } from './places.ts';
import type { KeptMessage } from './shown.ts';
import type { SpentNonce, World } from './world.ts';

interface SavedWorld {
  readonly v: 1;
  readonly token: string;
  readonly lastId: string;
  readonly people: readonly Person[];
  readonly guilds: readonly SavedGuild[];
  readonly channels: readonly SavedChannel[];
  readonly messages: readonly KeptMessage[];
  readonly commands: readonly [string, Command[]][];
  readonly files: readonly SavedFile[];
  readonly endpoint: string | undefined;
  readonly nonces: readonly [string, SpentNonce][];
  readonly forms: readonly [string, OpenForm][];
}

type SavedGuild = Omit<Guild, 'roles' | 'members' | 'events' | 'granted'> & {
  readonly roles: readonly Role[];
  readonly members: readonly (Omit<Member, 'roles'> & { readonly roles: readonly string[] })[];
  readonly events: readonly GuildEvent[];
  readonly granted: readonly (Guild['granted'] extends Set<infer P> ? P : never)[];
};

type SavedChannel = Omit<Channel, 'forbidden'> & {
  readonly forbidden: readonly (Channel['forbidden'] extends Set<infer P> ? P : never)[];
};

/** How long changes gather before they are written, in real milliseconds. */
const GATHER_MS = 200;

/**
 * Keeps the stand-in's chats in a file, as the real Discord keeps them while a bot restarts: otherwise a bot would come back to
 * cards that nobody has. Returns the way to end it, which writes a last time. Throws if the file belongs to another bot.
 * Gateway sessions and open interactions are not kept: the real ones do not outlive such a time either.
 */
export function keepInFile(world: World, token: string, file: string, journal: Journal): () => void {
  restore(world, token, file);
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    // A whole file or the old one, also when the power goes.
    writeFileSync(`${file}.new`, JSON.stringify(photograph(world, token)), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  const soon = () => {
    timer ??= setTimeout(save, GATHER_MS);
  };
  const stops = [world.chats.onChange(soon), journal.onEntry(soon)];
  return () => {
    for (const stop of stops) stop();
    save();
  };
}

function photograph(world: World, token: string): SavedWorld {
  const { chats } = world;
  const channels = [...chats.channels.values()];
  return {
    v: 1,
    token,
    lastId: world.ids.last,
    people: [...chats.people.values()],
    guilds: [...chats.guilds.values()].map((guild) => ({
      ...guild,
      roles: [...guild.roles.values()],
      members: [...guild.members.values()].map((member) => ({ ...member, roles: [...member.roles] })),
      events: [...guild.events.values()],
      granted: [...guild.granted],
    })),
    channels: channels.map((channel) => ({ ...channel, forbidden: [...channel.forbidden] })),
    messages: channels.flatMap((channel) => chats.kept(channel.id)),
    commands: world.commands.save(),
    files: world.files.save(),
    endpoint: world.endpoint.url,
    nonces: [...world.nonces],
    forms: [...world.forms],
  };
}

function restore(world: World, token: string, file: string): void {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  const saved: SavedWorld = JSON.parse(text);
  if (saved.v !== 1 || saved.token !== token) throw new Error(`${file} was written by another stand-in`);
  const { chats } = world;
  world.ids.goOnAfter(saved.lastId);
  for (const person of saved.people) chats.people.set(person.user.id, person);
  for (const guild of saved.guilds) {
    chats.guilds.set(guild.id, {
      ...guild,
      roles: new Map(guild.roles.map((role) => [role.id, role])),
      members: new Map(guild.members.map((one) => [one.userId, { ...one, roles: new Set(one.roles) }])),
      events: new Map(guild.events.map((event) => [event.id, event])),
      granted: new Set(guild.granted),
    });
  }
  for (const channel of saved.channels) {
    // JSON leaves out what is undefined.
    const { guildId, recipientId } = channel;
    chats.addChannel({
      ...channel,
      guildId,
      recipientId,
      forbidden: new Set(channel.forbidden),
    });
  }
  for (const kept of saved.messages) chats.restore(kept);
  world.commands.restore(saved.commands);
  world.files.restore(saved.files);
  world.endpoint.url = saved.endpoint;
  for (const [nonce, spent] of saved.nonces) world.nonces.set(nonce, spent);
  for (const [userId, form] of saved.forms) world.forms.set(userId, { ...form, sourceId: form.sourceId });
}
