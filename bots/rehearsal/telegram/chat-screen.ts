import type { Room } from './chats.ts';
import { detectEntities } from './entities.ts';
import { type Shown, type ShownButton, showMessage } from './shown.ts';
import type { WireMessage, WireUpdate, WireUser } from './wire.ts';
import type { CallbackAnswer, World } from './world.ts';

/** What a person looks for: some of the words, or a test of their own. */
export type Wanted = string | RegExp | ((message: Shown) => boolean);

export interface WaitOptions {
  readonly timeoutMs?: number;
  /** Only what was shown or changed after this mark. */
  readonly since?: number;
}

export interface PressOptions {
  /** The message with the button: as it is now by its number, or as it was when it was seen. */
  readonly message?: Shown | number;
}

/** A press, and what the bot will say to it. */
export interface Pressed {
  readonly queryId: string;
  readonly data: string;
  /** Settles when the bot answers; the spinner turns until then. */
  readonly answered: Promise<CallbackAnswer>;
}

/** How the stand-in writes down and passes on what happened. */
export type Publish = (content: Omit<WireUpdate, 'update_id'>) => void;

/** The longest message that Telegram's own apps send; they cut a longer one into several. */
const LONGEST_TEXT = 4096;
const KEPT_QUERIES = 10_000;

/** One person looking at one chat. People press what they were shown, by its label. */
export class ChatScreen {
  readonly #world: World;
  readonly #room: Room;
  readonly #me: WireUser;
  readonly #publish: Publish;

  constructor(world: World, room: Room, me: WireUser, publish: Publish) {
    this.#world = world;
    this.#room = room;
    this.#me = me;
    this.#publish = publish;
  }

  /** Writes a text, as a reply to a message if asked. A very long one is cut into several, as the apps do. */
  send(text: string, options: { replyTo?: Shown | number } = {}): Shown {
    const parts = text.match(new RegExp(`[\\s\\S]{1,${LONGEST_TEXT}}`, 'g')) ?? [];
    const shown = parts.map((part) => this.#say({ text: part, ...entitiesOf(part) }, options.replyTo));
    const last = shown.at(-1);
    if (!last) throw new Error(`${this.#me.first_name} cannot send an empty message`);
    return last;
  }

  /** Sends a voice note of a few seconds. */
  sendVoice(): Shown {
    const upload = { name: 'voice.ogg', mimeType: 'audio/ogg', bytes: Buffer.from('OggS') };
    return this.#say({
      voice: this.#world.files.add('voice', upload, { duration: 3, mime_type: 'audio/ogg' }),
    });
  }

  sendPhoto(caption?: string): Shown {
    const upload = {
      name: 'photo.jpg',
      mimeType: 'image/jpeg',
      bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    };
    const photo = [this.#world.files.add('photos', upload, { width: 90, height: 60 })];
    return this.#say({ photo, ...(caption !== undefined && { caption }) });
  }

  sendSticker(): Shown {
    const upload = { name: 'sticker.webp', mimeType: 'image/webp', bytes: Buffer.from('RIFF') };
    const about = {
      width: 512,
      height: 512,
      type: 'regular',
      is_animated: false,
      is_video: false,
      emoji: '👍',
    };
    return this.#say({ sticker: this.#world.files.add('stickers', upload, about) });
  }

  /** Changes a message of one's own. */
  edit(message: Shown | number, text: string): void {
    const old = this.#find(message);
    if (old.from.id !== this.#me.id) throw new Error(`${this.#me.first_name} did not write that message`);
    const edited = this.#world.chats.edit(this.#room, old, { text, ...entitiesOf(text) }, undefined);
    if (edited && this.#reachesBot(edited)) this.#publish({ edited_message: edited });
  }

  /**
   * Presses a button by its label: on the newest message that shows it, or on the one given, also as it was earlier. Throws if
   * no such button was shown.
   */
  press(label: string | RegExp | ShownButton, options: PressOptions = {}): Pressed {
    const { button, messageId } = this.#findButton(label, options.message);
    if (button.data === undefined)
      throw new Error(`“${button.label}” opens ${button.url ?? 'something else'}`);
    return this.pressData(button.data, { message: messageId });
  }

  /** Presses a label of the keyboard under the input field, which sends its words. */
  pressKey(label: string): Shown {
    const labels = this.#room.keyboard.flat();
    if (!labels.includes(label)) throw new Error(`No key “${label}”; there are ${JSON.stringify(labels)}`);
    return this.send(label);
  }

  /** Sends a callback with any data, as a forged client can; on the newest message of the bot unless one is given. */
  pressData(data: string, options: PressOptions = {}): Pressed {
    const target = options.message ?? this.last()?.messageId;
    if (target === undefined) throw new Error('There is no message to press anything on');
    const messageId = typeof target === 'number' ? target : target.messageId;
    const current = this.#room.messages.get(messageId)?.message;
    const message = current ?? { chat: this.#room.chat, message_id: messageId, date: 0 as const };
    const queryId = `${this.#me.id}${String(this.#world.queue.nextId).padStart(10, '0')}`;
    const answered = new Promise<CallbackAnswer>((resolve) => {
      this.#world.queries.set(queryId, { askedAt: this.#world.now(), answer: resolve });
    });
    this.#forgetOldQueries();
    const chat_instance = String(this.#room.chat.id * 7919);
    this.#publish({ callback_query: { id: queryId, from: this.#me, chat_instance, message, data } });
    return { queryId, data, answered };
  }

  #forgetOldQueries(): void {
    const oldest = this.#world.queries.keys().next().value;
    if (this.#world.queries.size > KEPT_QUERIES && oldest !== undefined) this.#world.queries.delete(oldest);
  }

  /** All that stands in the chat now, the oldest first. */
  see(): Shown[] {
    return this.#world.chats.shown(this.#room);
  }

  /** The newest message of the bot. */
  last(): Shown | undefined {
    return this.see().findLast((message) => message.from.isBot);
  }

  /** Labels of the keyboard under the input field. */
  keys(): readonly (readonly string[])[] {
    return this.#room.keyboard;
  }

  /** A mark for waitFor: what is shown or changed from now on comes after it. */
  mark(): number {
    return this.#world.chats.revision;
  }

  /** The newest message of the bot that fits, as soon as there is one. Rejects when the time is up, saying what was seen. */
  waitFor(wanted: Wanted, { timeoutMs = 5000, since = 0 }: WaitOptions = {}): Promise<Shown> {
    const look = () =>
      this.see().findLast(
        (message) => message.from.isBot && message.revision > since && fits(message, wanted),
      );
    const already = look();
    if (already) return Promise.resolve(already);
    return new Promise((resolve, reject) => {
      const stop = this.#world.chats.onChange(({ chatId }) => {
        const found = chatId === this.#room.chat.id ? look() : undefined;
        if (!found) return;
        clearTimeout(timer);
        stop();
        // The call that showed it is still being written down.
        setImmediate(resolve, found);
      });
      const timer = setTimeout(() => {
        stop();
        const seen = this.see().map(({ from, text, buttons }) => [
          from.name,
          text,
          buttons.flat().map((b) => b.label),
        ]);
        const words = `${this.#me.first_name} waited ${timeoutMs} ms for ${wanted} and saw ${JSON.stringify(seen.slice(-5))}`;
        reject(new Error(words));
      }, timeoutMs);
    });
  }

  #findButton(label: string | RegExp | ShownButton, where: Shown | number | undefined) {
    const all = this.see().filter((message) => message.from.isBot);
    const asked = typeof where === 'number' ? all.filter((message) => message.messageId === where) : all;
    const looked = where === undefined || typeof where === 'number' ? asked.toReversed() : [where];
    for (const message of looked) {
      const button = message.buttons.flat().find((shown) => isLabelled(shown, label));
      if (button) return { button, messageId: message.messageId };
    }
    const labels = looked.flatMap((message) => message.buttons.flat().map((button) => button.label));
    const name = label instanceof RegExp || typeof label === 'string' ? String(label) : label.label;
    throw new Error(`${this.#me.first_name} sees no button “${name}”; there are ${JSON.stringify(labels)}`);
  }

  #say(content: Partial<WireMessage>, replyTo?: Shown | number): Shown {
    const quoted = replyTo === undefined ? {} : { reply_to_message: this.#find(replyTo) };
    const message = this.#world.chats.append(this.#room, this.#me, { ...content, ...quoted });
    if (this.#reachesBot(message)) this.#publish({ message });
    return showMessage(message, this.#world.chats.revision);
  }

  #find(message: Shown | number): WireMessage {
    const id = typeof message === 'number' ? message : message.messageId;
    const found = this.#room.messages.get(id)?.message;
    if (!found) throw new Error(`${this.#me.first_name} does not see message ${id}`);
    return found;
  }

  /** In a group, a bot in privacy mode hears commands, replies to it and its own name, and nothing else. */
  #reachesBot(message: WireMessage): boolean {
    if (this.#room.chat.type === 'private' || this.#world.readsAllGroupMessages) return true;
    if (!this.#room.botIsMember) return false;
    const name = `@${this.#world.bot.username}`.toLowerCase();
    const pieces = (message.entities ?? []).map(({ type, offset, length }) => {
      return { type, words: (message.text ?? '').slice(offset, offset + length).toLowerCase() };
    });
    const isCalled = pieces.some(({ type, words }) =>
      type === 'bot_command' ? !words.includes('@') || words.endsWith(name) : words === name,
    );
    return isCalled || message.reply_to_message?.from.id === this.#world.bot.id;
  }
}

function entitiesOf(text: string): Pick<WireMessage, 'entities'> {
  const entities = detectEntities(text);
  return entities.length > 0 ? { entities } : {};
}

function isLabelled(button: ShownButton, wanted: string | RegExp | ShownButton): boolean {
  if (wanted instanceof RegExp) return wanted.test(button.label);
  return typeof wanted === 'string' ? button.label === wanted : button.label === wanted.label;
}

function fits(message: Shown, wanted: Wanted): boolean {
  if (typeof wanted === 'string') return message.text.includes(wanted);
  return wanted instanceof RegExp ? wanted.test(message.text) : wanted(message);
}
