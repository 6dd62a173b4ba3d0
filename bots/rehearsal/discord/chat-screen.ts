import { announceMessage } from './announce.ts';
import type { Asking, Pressed } from './asking.ts';
import { ChatView } from './chat-view.ts';
import { chosenIds, type FormValues, fillIn } from './form.ts';
import type { Choice } from './interactions.ts';
import { findButton, findSelect } from './look-for.ts';
import type { Channel, Person } from './places.ts';
import { resolveValues } from './resolved.ts';
import { type Shown, type ShownButton, type ShownSelect, showMessage } from './shown.ts';
import { type OptionValues, readSlash } from './slash.ts';
import { iso, type World } from './world.ts';
import { writeMessage } from './write-message.ts';

export interface PressOptions {
  /** The message with the button: as it is now by its id, or as it was when it was seen. */
  readonly message?: Shown | string;
}

/** The longest message that somebody without a subscription may write. */
const LONGEST_TEXT = 2000;

/** One person in one channel, and what they do there. People press what they were shown, by its label. */
export class ChatScreen extends ChatView {
  readonly #asking: Asking;
  readonly #channel: Channel;

  constructor(world: World, asking: Asking, channel: Channel, person: Person) {
    super(world, channel.id, person);
    this.#asking = asking;
    this.#channel = channel;
  }

  /** Writes a text, as a reply to a message if asked. One that is too long for one message is written as several. */
  send(text: string, options: { replyTo?: Shown | string } = {}): Shown {
    this.#mustBeIn();
    const parts = text.match(new RegExp(`[\\s\\S]{1,${LONGEST_TEXT}}`, 'g')) ?? [];
    const last = parts.map((part) => this.#say(part, options.replyTo)).at(-1);
    if (!last) throw new Error(`${this.personName} cannot send an empty message`);
    return last;
  }

  /** Changes a message of one's own. */
  edit(message: Shown | string, content: string): Shown {
    const kept = this.find(message);
    if (kept.message.author.id !== this.person.user.id)
      throw new Error(`${this.personName} did not write that message`);
    const edited = { ...kept.message, content, edited_timestamp: iso(this.world) };
    const now = this.world.chats.keep(edited, { pings: kept.pings });
    announceMessage(this.world, 'MESSAGE_UPDATE', now);
    return showMessage(now);
  }

  /** Uses a slash command: `slash('group new', { title: 'Tea' })`. Throws where the app would not let it go. */
  slash(name: string, options: OptionValues = {}): Pressed {
    this.#mustBeIn();
    const { command, data } = readSlash(this.world, this.#channel, this.person, name, options);
    return this.#asking.ask({ ...this.#here(2), data, commandName: command.name });
  }

  /** What is offered while somebody types `typed` into an option; nothing if the bot did not answer in time. */
  async autocomplete(
    name: string,
    option: string,
    typed: string,
    options: OptionValues = {},
  ): Promise<readonly Choice[]> {
    const focused = { name: option, typed };
    const { command, data, focusedType } = readSlash(
      this.world,
      this.#channel,
      this.person,
      name,
      options,
      focused,
    );
    const { answered } = this.#asking.ask({
      ...this.#here(4),
      data,
      commandName: command.name,
      focusedType: focusedType ?? 3,
    });
    const answer = await answered;
    return answer.kind === 'choices' ? answer.choices : [];
  }

  /**
   * Presses a button by its label: on the newest message that shows it, or on the one given, also as it was earlier. Throws if
   * no such button was shown.
   */
  press(label: string | RegExp | ShownButton, options: PressOptions = {}): Pressed {
    const { button, messageId } = findButton(this.see(), label, options.message);
    if (button.disabled) throw new Error(`“${button.label}” is greyed out`);
    if (button.data === undefined)
      throw new Error(`“${button.label}” opens ${button.url ?? 'something else'}`);
    return this.pressData(button.data, { message: messageId });
  }

  /** Sends any custom_id, as a forged client can; on the newest message of the bot unless one is given. */
  pressData(data: string, options: PressOptions = {}): Pressed {
    return this.#component(options.message, { custom_id: data, component_type: 2, id: 1 });
  }

  /**
   * Chooses from a select by the labels of its options; in one for people, roles or channels by their ids. The select is the one
   * with this placeholder, or the newest.
   */
  choose(
    chosen: string | readonly string[],
    options: PressOptions & { select?: string | RegExp } = {},
  ): Pressed {
    const labels = typeof chosen === 'string' ? [chosen] : chosen;
    const { select, messageId } = findSelect(this.see(), labels, options.message, options.select);
    if (labels.length < select.min || labels.length > select.max) {
      throw new Error(`The list takes ${select.min} to ${select.max}, not ${labels.length}`);
    }
    const values =
      select.kind === 'string'
        ? labels.map((label) => select.options.find((option) => option.label === label)?.value ?? '')
        : labels;
    return this.chooseData(select.data, values, { message: messageId }, select.kind);
  }

  /** Sends any values for any select, as a forged client can. */
  chooseData(
    data: string,
    values: readonly string[],
    options: PressOptions = {},
    kind: ShownSelect['kind'] = 'string',
  ): Pressed {
    const component_type = { string: 3, user: 5, role: 6, mentionable: 7, channel: 8 }[kind];
    const resolved = kind === 'string' ? {} : { resolved: resolveValues(this.world, this.#channel, values) };
    return this.#component(options.message, { custom_id: data, component_type, values, id: 1, ...resolved });
  }

  /** Fills in the open form by the labels of its fields and sends it. Throws where the app would not let it go. */
  submit(values: FormValues): Pressed {
    const open = this.world.forms.get(this.person.user.id);
    if (!open) throw new Error(`${this.personName} has no form open`);
    const components = fillIn(open, values);
    const ids = chosenIds(open, values);
    const resolved = ids.length > 0 ? { resolved: resolveValues(this.world, this.#channel, ids) } : {};
    this.world.forms.delete(this.person.user.id);
    const data = { custom_id: open.shown.data, components, ...resolved };
    return this.#asking.ask({ ...this.#here(5), data, sourceId: open.sourceId });
  }

  /** Sends any form, as a forged client can. */
  submitData(data: string, components: readonly unknown[]): Pressed {
    return this.#asking.ask({ ...this.#here(5), data: { custom_id: data, components } });
  }

  /** Closes the open form; the bot hears nothing of it. */
  dismiss(): void {
    this.world.forms.delete(this.person.user.id);
  }

  #here(type: 2 | 3 | 4 | 5) {
    return { type, person: this.person, channel: this.#channel };
  }

  #mustBeIn(): void {
    if (this.person.blocked && this.#channel.guildId === undefined)
      throw new Error(`${this.personName} has blocked the bot`);
    if (this.#channel.guildId === undefined) {
      if (!this.world.chats.sharesGuild(this.person.user.id)) this.person.installed = true;
      return;
    }
    const guild = this.world.chats.guilds.get(this.#channel.guildId);
    if (!guild?.members.has(this.person.user.id)) throw new Error(`${this.personName} is not in that server`);
  }

  #component(message: Shown | string | undefined, data: Record<string, unknown>): Pressed {
    this.#mustBeIn();
    const target = message ?? this.last()?.messageId;
    if (target === undefined) throw new Error('There is no message to press anything on');
    const sourceId = this.find(target).message.id;
    return this.#asking.ask({ ...this.#here(3), data, sourceId });
  }

  #say(content: string, replyTo: Shown | string | undefined): Shown {
    const quoted = replyTo === undefined ? undefined : this.find(replyTo).message.id;
    return showMessage(writeMessage(this.world, this.#channel, this.person, { content, replyTo: quoted }));
  }
}
