import { ChatScreen, type Publish } from './chat-screen.ts';
import type { Person, Room } from './chats.ts';
import type { Shown } from './shown.ts';
import type { World } from './world.ts';

export interface UserOptions {
  readonly id: number;
  readonly firstName: string;
  readonly username?: string;
  /** The language of the person's app. */
  readonly language?: string;
}

/** A person with a phone: their private chat with the bot, and the groups they are in. */
export class VirtualUser extends ChatScreen {
  readonly id: number;
  readonly #world: World;
  readonly #room: Room;
  readonly #person: Person;
  readonly #publish: Publish;

  constructor(world: World, room: Room, person: Person, publish: Publish) {
    const open: Publish = (content) => {
      if (person.blocked) throw new Error(`${person.user.first_name} has blocked the bot`);
      person.started = true;
      publish(content);
    };
    super(world, room, person.user, open);
    this.id = person.user.id;
    this.#world = world;
    this.#room = room;
    this.#person = person;
    this.#publish = publish;
  }

  get name(): string {
    return this.#person.user.first_name;
  }

  /** Whether they ever wrote to the bot; before that it may not write to them. */
  get hasStarted(): boolean {
    return this.#person.started;
  }

  get hasBlocked(): boolean {
    return this.#person.blocked;
  }

  /** Presses Start, or opens a link `t.me/bot?start=payload`, which also ends a block. */
  start(payload?: string): Shown {
    if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload)) {
      throw new Error('A start link carries up to 64 letters, digits, _ and -');
    }
    if (this.#person.blocked) this.unblock();
    return this.send(payload === undefined ? '/start' : `/start ${payload}`);
  }

  /** The bot can no longer write to them. */
  block(): void {
    if (this.#person.blocked) return;
    this.#person.blocked = true;
    this.#publish(this.#membership('member', 'kicked'));
  }

  unblock(): void {
    if (!this.#person.blocked) return;
    this.#person.blocked = false;
    this.#publish(this.#membership('kicked', 'member'));
  }

  /** The same person in a group; a group that nobody was in yet is opened with the bot in it. */
  inGroup(groupId: number, title = 'Group'): ChatScreen {
    if (groupId >= 0) throw new Error('The number of a group is negative');
    const isNew = this.#world.chats.room(groupId) === undefined;
    const room = this.#world.chats.addGroup(groupId, title);
    room.members.add(this.id);
    if (isNew) {
      this.#publish(this.#membership('left', 'member', room));
      const added = { new_chat_members: [this.#world.bot] };
      this.#publish({ message: this.#world.chats.append(room, this.#person.user, added) });
    }
    return new ChatScreen(this.#world, room, this.#person.user, this.#publish);
  }

  /** Puts the bot out of a group. */
  removeBotFrom(groupId: number): void {
    const room = this.#world.chats.room(groupId);
    if (!room?.botIsMember) return;
    room.botIsMember = false;
    this.#publish(this.#membership('member', 'kicked', room));
  }

  #membership(before: string, after: string, room = this.#room) {
    const member = (status: string) => ({
      user: this.#world.bot,
      status,
      ...(status === 'kicked' && { until_date: 0 }),
    });
    return {
      my_chat_member: {
        chat: room.chat,
        from: this.#person.user,
        date: this.#world.chats.seconds(),
        old_chat_member: member(before),
        new_chat_member: member(after),
      },
    };
  }
}
