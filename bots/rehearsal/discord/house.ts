import { Chats } from './chats.ts';
import { CommandBook } from './command-book.ts';
import { SignedEndpoint } from './endpoint.ts';
import { Faults } from './faults.ts';
import { FileStore } from './file-store.ts';
import { Gateway } from './gateway.ts';
import { Interactions } from './interactions.ts';
import { InvalidRequests } from './invalid-requests.ts';
import { Journal } from './journal.ts';
import type { Guild } from './places.ts';
import { RateLimiter, REALISTIC } from './rate-limits.ts';
import type { Desk } from './server.ts';
import { guildCreate, guildDelete, openDmChannel } from './settle-in.ts';
import { Snowflakes } from './snowflakes.ts';
import type { Settled } from './stand-in-options.ts';
import { INTENTS, type OutEvent, type World } from './world.ts';

export interface House {
  readonly world: World;
  readonly desk: Desk;
  readonly endpoint: SignedEndpoint;
  setPort(port: number): void;
}

/** Puts everything together that the stand-in is made of; the port is known later. */
export function build(settled: Settled): House {
  const { now } = settled;
  const journal = new Journal();
  const faults = new Faults();
  const endpoint = new SignedEndpoint(settled.token, now);
  const place = { port: 0 };
  const gateway: Gateway = new Gateway({
    token: settled.token,
    now,
    heartbeatMs: settled.heartbeatMs,
    resumeMs: settled.resumeMs,
    refusedIntents: refusedIntents(settled.privilegedIntents),
    faults,
    ready: (session) => readyOf(world, session.id),
    greetings: () => guildsOf(world).map((guild) => guildCreate(world, guild)),
    write: (entry) => journal.add({ kind: 'gateway', at: now(), ...entry }),
  });
  const publish = (event: OutEvent) => {
    const { name, data } = event;
    if (name !== 'INTERACTION_CREATE') journal.add({ kind: 'event', at: now(), name, data });
    gateway.publish(event);
  };
  const world = buildWorld(settled, endpoint, publish, () => `127.0.0.1:${place.port}`);
  const limits = settled.limits === 'realistic' ? REALISTIC : settled.limits;
  const limiter = new RateLimiter(limits === 'off' ? undefined : limits, now);
  const invalid = new InvalidRequests(settled.mostInvalidRequests, now);
  const desk: Desk = { world, journal, faults, limiter, invalid, gateway, inFlight: 0 };
  return {
    world,
    desk,
    endpoint,
    setPort(port) {
      place.port = port;
    },
  };
}

function buildWorld(
  settled: Settled,
  endpoint: SignedEndpoint,
  publish: (event: OutEvent) => void,
  host: () => string,
): World {
  const { now, stopwatch, token, applicationId, botName, acknowledgeMs, tokenMs } = settled;
  const ids = new Snowflakes(now);
  const chats = new Chats();
  const bot = {
    id: applicationId,
    username: botName,
    discriminator: '0000',
    global_name: null,
    avatar: null,
    bot: true,
  };
  const world: World = {
    token,
    applicationId,
    publicKey: endpoint.publicKey,
    bot,
    now,
    ids,
    chats,
    files: new FileStore(ids, () => `http://${host()}`),
    commands: new CommandBook(ids, applicationId),
    interactions: new Interactions({ acknowledgeMs, tokenMs }, now, stopwatch),
    nonces: new Map(),
    forms: new Map(),
    gatewayUrl: () => `ws://${host()}`,
    endpoint,
    publish,
    dmWith: (userId) => openDmChannel(chats, ids, userId),
    setBotMembership(guild, isMember) {
      if (guild.botIsMember === isMember) return;
      guild.botIsMember = isMember;
      publish(isMember ? guildCreate(world, guild) : guildDelete(guild));
    },
  };
  return world;
}

function guildsOf(world: World): Guild[] {
  return [...world.chats.guilds.values()].filter((guild) => guild.botIsMember);
}

function refusedIntents(allowed: Settled['privilegedIntents']): number {
  const privileged = ['guildMembers', 'guildPresences', 'messageContent'] as const;
  return privileged.filter((one) => !allowed.includes(one)).reduce((bits, one) => bits | INTENTS[one], 0);
}

function readyOf(world: World, sessionId: string): Record<string, unknown> {
  const guilds = guildsOf(world);
  return {
    v: 10,
    user: world.bot,
    user_settings: {},
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    private_channels: [],
    presences: [],
    relationships: [],
    guild_join_requests: [],
    session_id: sessionId,
    session_type: 'normal',
    resume_gateway_url: world.gatewayUrl(),
    application: { id: world.applicationId, flags: 0 },
    shard: [0, 1],
  };
}
