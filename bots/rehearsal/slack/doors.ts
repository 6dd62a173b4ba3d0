import type { InFlight } from './in-flight.ts';
import { eventJson } from './payloads.ts';
import { postDue } from './posting.ts';
import { VirtualUser } from './virtual-user.ts';
import type { Fields } from './wire.ts';
import { directMessagesOf } from './workspace.ts';
import type { World } from './world.ts';

export interface UserOptions {
  /** A fresh one unless given. */
  readonly id?: string;
  readonly name: string;
  /** An IANA zone; London's unless given. */
  readonly timeZone?: string;
  readonly email?: string;
  readonly isGuest?: boolean;
  readonly uses24Hours?: boolean;
}

export interface People {
  /** The person of this id, or of this name; who they are is settled when they are named first. */
  user(options: UserOptions): VirtualUser;
  /** Everybody it knows, also from before it was away. */
  everybody(): readonly VirtualUser[];
}

export function peopleOf(world: World): People {
  const { workspace } = world;
  const users = new Map<string, VirtualUser>();
  const byId = (id: string): VirtualUser => {
    const known = users.get(id);
    if (known) return known;
    const person = workspace.person(id);
    const room = workspace.room(directMessagesOf(id));
    if (!person || !room) throw new Error(`There is nobody called ${id}`);
    const made = new VirtualUser(world, room, person);
    users.set(id, made);
    return made;
  };
  const people = () => workspace.people.filter(({ user }) => !user.isBot);
  return {
    everybody: () => people().map(({ user }) => byId(user.id)),
    user({ id, name, timeZone = 'Europe/London', email, isGuest = false, uses24Hours = false }) {
      const known = people().find(({ user }) => (id === undefined ? user.realName === name : user.id === id));
      if (known) return byId(known.user.id);
      const handle = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '.');
      const person = workspace.addPerson({
        id: id ?? workspace.newId('U'),
        name: handle,
        realName: name,
        timeZone,
        email: email ?? `${handle}@example.org`,
        isBot: false,
        isGuest,
        uses24Hours,
      });
      return byId(person.user.id);
    },
  };
}

/** Sends an event whether the app asked for such or not. */
export function sendAsItIs(world: World, event: Fields): void {
  const payload = eventJson(world, world.workspace.newId('Ev'), event);
  world.dispatcher.dispatch('events_api', payload, false).catch(() => {});
}

/** How long nothing may happen before it counts as quiet, in real milliseconds. */
const QUIET_MS = 20;

/** Settles once every envelope is acknowledged or given up and no request is being answered, and stays so for a moment. */
export async function idleOf(world: World, inFlight: InFlight): Promise<void> {
  postDue(world);
  for (;;) {
    if (world.dispatcher.pending === 0 && inFlight.size === 0) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      if (world.dispatcher.pending === 0 && inFlight.size === 0) return;
    }
    await new Promise<void>((resolve) => {
      const stops = [world.dispatcher.onSettled(settle), inFlight.onSettled(settle)];
      function settle() {
        for (const stop of stops) stop();
        resolve();
      }
      if (world.dispatcher.pending === 0 && inFlight.size === 0) settle();
    });
  }
}
