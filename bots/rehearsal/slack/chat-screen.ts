import { findAction, findChoice, isLabelled } from './find-control.ts';
import { act, type Heard, hold, type Place, type Pressed } from './interact.ts';
import { postDue } from './posting.ts';
import { showMessage } from './show-message.ts';
import type { Shown, ShownButton } from './shown.ts';
import { type CommandResult, runCommand } from './slash-command.ts';
import { say } from './typed-words.ts';
import { type Concern, waitUntil } from './wait-until.ts';
import type { WireMessage, WireUser } from './wire.ts';
import type { Room } from './workspace.ts';
import type { World } from './world.ts';

export type { CommandResult, Heard, Pressed };

/** What a person looks for: some of the words, or a test of their own. */
export type Wanted = string | RegExp | ((message: Shown) => boolean);

export interface WaitOptions {
  readonly timeoutMs?: number;
  /** Only what was shown or changed after this mark. */
  readonly since?: number;
}

export interface PressOptions {
  /** The message with the button: as it is now by its time, or as it was when it was seen. */
  readonly message?: Shown | string;
}

/** One person looking at one channel, or at their direct messages. People press what they were shown, by its label. */
export class ChatScreen {
  readonly #world: World;
  readonly #room: Room;
  readonly #me: WireUser;

  constructor(world: World, room: Room, me: WireUser) {
    this.#world = world;
    this.#room = room;
    this.#me = me;
  }

  get channel(): string {
    return this.#room.id;
  }

  /** Writes words, in a thread if asked. */
  send(text: string, options: { thread?: Shown | string } = {}): Shown {
    this.mustBeHere();
    const { thread } = options;
    const threadTs = typeof thread === 'object' ? thread.ts : thread;
    const kept = say(this.#world, this.#room, this.#me, text, threadTs);
    const shown = showMessage(this.#world, this.#me, kept);
    if (!shown) throw new Error(`${this.#me.realName} does not see what they wrote`);
    return shown;
  }

  /** Runs a slash command: `command('/mentoring', 'help')`. The result settles once the bot has answered or its time is up. */
  command(name: string, text = ''): Promise<CommandResult> {
    this.mustBeHere();
    return runCommand(this.#world, this.#room, this.#me, name, text);
  }

  /**
   * Presses a button by its label: on the newest message that shows it, or on the one given, also as it was earlier. Throws if
   * no such button was shown.
   */
  press(label: string | RegExp | ShownButton, options: PressOptions = {}): Pressed {
    this.mustBeHere();
    const { message } = options;
    const messages = this.#looked(message);
    for (const shown of messages) {
      const button = shown.buttons.flat().find((one) => isLabelled(one, label));
      if (button) return this.#pressOn(shown, button);
    }
    throw new Error(
      noSuch(
        this.#me,
        label,
        messages.flatMap((shown) => shown.buttons.flat()),
      ),
    );
  }

  /** Presses a button that was never shown, as a forged client can; on the newest message of the bot unless one is given. */
  pressData(actionId: string, value?: string, options: PressOptions = {}): Pressed {
    const shown = this.#looked(options.message)[0];
    if (!shown) throw new Error('There is no message to press anything on');
    return this.#pressOn(shown, {
      label: '',
      actionId,
      blockId: 'forged',
      ...(value !== undefined && { value }),
    });
  }

  /** Chooses in a menu by the label of the option; `from` names the menu where several could be meant. */
  choose(option: string | readonly string[], options: PressOptions & { from?: string } = {}): Pressed {
    this.mustBeHere();
    const chosen = [option].flat();
    const messages = this.#looked(options.message);
    for (const shown of messages) {
      const select = findChoice(shown, chosen, options.from);
      if (!select) continue;
      const place: Place = { kind: 'message', message: this.#message(shown) };
      const { element } = findAction(place, select);
      const { held } = hold(this.#world, place, select.blockId, element, chosen);
      return act(this.#world, this.#me, place, element, select.blockId, held);
    }
    throw new Error(
      noSuch(
        this.#me,
        chosen.join(),
        messages.flatMap((shown) => shown.selects),
      ),
    );
  }

  /** All that this person sees here now, the oldest first. */
  see(): Shown[] {
    postDue(this.#world);
    return [...this.#room.messages.values()].flatMap((kept) => {
      const shown = showMessage(this.#world, this.#me, kept);
      return shown ? [shown] : [];
    });
  }

  /** The newest message of the bot. */
  last(): Shown | undefined {
    return this.#newest(() => true, 0);
  }

  /** A mark for waitFor: what is shown or changed from now on comes after it. */
  mark(): number {
    return this.#world.workspace.revision;
  }

  /** The newest message of the bot that fits, as soon as there is one. Rejects when the time is up, saying what was seen. */
  waitFor(wanted: Wanted, { timeoutMs = 5000, since = 0 }: WaitOptions = {}): Promise<Shown> {
    const look = () => this.#newest((message) => fits(message, wanted), since);
    const concerns: Concern = ({ channel, user }) =>
      channel === this.#room.id && (user === undefined || user === this.#me.id);
    const describe = () => {
      const seen = this.see().map(({ from, text, buttons }) => [
        from.name,
        text,
        buttons.flat().map((button) => button.label),
      ]);
      return `${this.#me.realName} waited ${timeoutMs} ms for ${wanted} and saw ${JSON.stringify(seen.slice(-5))}`;
    };
    return waitUntil(this.#world, look, describe, timeoutMs, concerns);
  }

  /** Throws if the person is not here any more. */
  protected mustBeHere(): void {
    if (this.#world.workspace.person(this.#me.id)?.deleted) {
      throw new Error(`${this.#me.realName} cannot sign in any more`);
    }
    if (!this.#room.members.has(this.#me.id)) {
      throw new Error(`${this.#me.realName} is not in ${this.#room.name}`);
    }
  }

  /** Only what may be meant is worked out: many wait for one message among hundreds. */
  #newest(isMeant: (message: Shown) => boolean, since: number): Shown | undefined {
    for (const kept of [...this.#room.messages.values()].toReversed()) {
      if (!kept.message.isBot || kept.revision <= since) continue;
      const shown = showMessage(this.#world, this.#me, kept);
      if (shown && isMeant(shown)) return shown;
    }
    return undefined;
  }

  #pressOn(shown: Shown, button: ShownButton): Pressed {
    const place: Place = { kind: 'message', message: this.#message(shown) };
    const text = { type: 'plain_text', text: button.label };
    const { actionId: action_id, value, url, blockId } = button;
    const element = { type: 'button', action_id, text, value, url };
    return act(this.#world, this.#me, place, element, blockId, {});
  }

  #looked(message: Shown | string | undefined): Shown[] {
    if (typeof message === 'object') return [message];
    const all = this.see().filter(({ from }) => from.isBot);
    return all.filter(({ ts }) => message === undefined || ts === message).toReversed();
  }

  #message(shown: Shown): WireMessage {
    const found = this.#room.messages.get(shown.ts)?.message;
    if (!found) throw new Error(`${this.#me.realName} does not see that message any more`);
    return found;
  }
}

function noSuch(
  me: WireUser,
  wanted: string | RegExp | ShownButton,
  seen: readonly { label: string }[],
): string {
  const name = typeof wanted === 'object' && 'label' in wanted ? wanted.label : String(wanted);
  return `${me.realName} sees no “${name}”; there are ${JSON.stringify(seen.map(({ label }) => label))}`;
}

function fits(message: Shown, wanted: Wanted): boolean {
  if (typeof wanted === 'string') return message.text.includes(wanted);
  return wanted instanceof RegExp ? wanted.test(message.text) : wanted(message);
}
