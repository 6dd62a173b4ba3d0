import { ChatScreen, type WaitOptions } from './chat-screen.ts';
import { findAction, findChoice, isLabelled } from './find-control.ts';
import { act, hold, type Place, type Pressed } from './interact.ts';
import { closeForm, type Submitted, submitForm, topOf } from './modal-form.ts';
import { viewJson } from './payloads.ts';
import { tell } from './posting.ts';
import { showView } from './show-message.ts';
import type { ShownBlocks, ShownButton, ShownInput, ShownView } from './shown.ts';
import { askForOptions, type Suggested } from './suggestion.ts';
import type { WireView } from './views.ts';
import { waitUntil } from './wait-until.ts';
import type { WireUser } from './wire.ts';
import type { Person, Room } from './workspace.ts';
import type { World } from './world.ts';

/** What a person looks for in a view: some of its words or its title, or a test of their own. */
export type WantedView = string | RegExp | ((view: ShownView) => boolean);

/** A person in the workspace: their direct messages with the bot, its Home tab, the forms it opens, and the channels they are in. */
export class VirtualUser extends ChatScreen {
  readonly id: string;
  readonly #world: World;
  readonly #person: Person;

  constructor(world: World, room: Room, person: Person) {
    super(world, room, person.user);
    this.id = person.user.id;
    this.#world = world;
    this.#person = person;
  }

  get name(): string {
    return this.#person.user.realName;
  }

  get timeZone(): string {
    return this.#person.user.timeZone;
  }

  get isDeactivated(): boolean {
    return this.#person.deleted;
  }

  /** Opens the Home tab of the app, or its messages, which the app hears too. */
  openHome(tab: 'home' | 'messages' = 'home'): void {
    this.mustBeHere();
    const home = this.#world.views.home(this.id);
    tell(this.#world, 'app_home_opened', {
      type: 'app_home_opened',
      user: this.id,
      channel: this.channel,
      tab,
      ...(tab === 'home' && home && { view: viewJson(this.#world.app, home) }),
      event_ts: this.#world.workspace.newTs(),
    });
  }

  /** The Home tab as it was published last. */
  home(): ShownView | undefined {
    return this.#shown(this.#world.views.home(this.id));
  }

  /** The form on top. */
  modal(): ShownView | undefined {
    return this.#shown(this.#world.views.top(this.id));
  }

  waitForHome(wanted: WantedView, options: WaitOptions = {}): Promise<ShownView> {
    return this.#waitForView('Home tab', () => this.home(), wanted, options);
  }

  waitForModal(wanted: WantedView, options: WaitOptions = {}): Promise<ShownView> {
    return this.#waitForView('form', () => this.modal(), wanted, options);
  }

  /** Presses a button of the Home tab by its label, or the very one that was seen there. */
  pressHome(label: string | RegExp | ShownButton): Pressed {
    return this.#pressIn(this.#homeView(), label);
  }

  /** Presses a button within the form on top. */
  pressModal(label: string | RegExp): Pressed {
    return this.#pressIn(topOf(this.#world, this.#me), label);
  }

  chooseHome(option: string | readonly string[], from?: string): Pressed {
    return this.#chooseIn(this.#homeView(), [option].flat(), from);
  }

  /** Chooses in a menu of the form on top that is no field of it. */
  chooseModal(option: string | readonly string[], from?: string): Pressed {
    return this.#chooseIn(topOf(this.#world, this.#me), [option].flat(), from);
  }

  /**
   * Fills in the form on top: texts, labels of options, dates as `2026-11-30`, times as `18:30`, by the labels of the fields or
   * the ids of their blocks. Throws if there is no such field or option. A field that asks to be watched tells the app at once.
   */
  fillIn(fields: Readonly<Record<string, string | readonly string[]>>): readonly Pressed[] {
    this.mustBeHere();
    return Object.entries(fields).flatMap(([label, value]) => {
      const view = topOf(this.#world, this.#me);
      const input = this.#input(view, label);
      const place: Place = { kind: 'view', view };
      const { block, element } = findAction(place, input);
      const values = [value].flat();
      const { place: now, held } = hold(this.#world, place, input.blockId, element, values);
      this.#world.workspace.touch(this.id);
      if (!block.dispatch_action) return [];
      return [act(this.#world, this.#me, now, element, input.blockId, held)];
    });
  }

  /** Sends the form on top off and waits for what the bot says to it. */
  submit(): Promise<Submitted> {
    this.mustBeHere();
    return submitForm(this.#world, this.#me);
  }

  /** Closes the form on top. */
  closeModal(): Promise<void> {
    return closeForm(this.#world, this.#me);
  }

  /** Types into a menu whose options the bot finds: the options it offers, and whether it answered in time. */
  suggest(label: string, words: string): Promise<Suggested> {
    const view = topOf(this.#world, this.#me);
    return askForOptions(this.#world, this.#me, view, this.#input(view, label), words);
  }

  /** The same person in a channel, which they join if they are not in it. */
  inChannel(channel: { readonly id: string }): ChatScreen {
    const room = this.#world.workspace.room(channel.id);
    if (room?.kind !== 'channel') throw new Error(`There is no channel ${channel.id}`);
    if (!room.members.has(this.id)) {
      room.members.add(this.id);
      this.#tellMembership('member_joined_channel', room);
    }
    return new ChatScreen(this.#world, room, this.#me);
  }

  leave(channel: { readonly id: string }): void {
    const room = this.#world.workspace.room(channel.id);
    if (room?.kind === 'channel' && room.members.delete(this.id)) {
      this.#tellMembership('member_left_channel', room);
    }
  }

  /**
   * The account is switched off: nothing they do arrives, posting to them is refused with `account_inactive` and opening their
   * messages with `user_not_found`. With `silently`, posting succeeds as if they were there, as it often does in Slack; the app
   * learns of it from `users.info` and from the event `user_change` alone.
   */
  deactivate(options: { readonly silently?: boolean } = {}): void {
    this.#person.deleted = true;
    this.#person.silentlyDeleted = options.silently === true;
    tell(this.#world, 'user_change', {
      type: 'user_change',
      user: { id: this.id, deleted: true },
      event_ts: this.#world.workspace.newTs(),
    });
  }

  reactivate(): void {
    this.#person.deleted = false;
  }

  get #me(): WireUser {
    return this.#person.user;
  }

  #shown(view: WireView | undefined): ShownView | undefined {
    return view && showView(this.#world, this.#me, view);
  }

  #homeView(): WireView {
    const home = this.#world.views.home(this.id);
    if (!home) throw new Error(`${this.name} sees no Home tab yet`);
    return home;
  }

  #input(view: WireView, label: string): ShownInput {
    const inputs = showView(this.#world, this.#me, view).inputs;
    const found = inputs.find((one) => one.label === label) ?? inputs.find((one) => one.blockId === label);
    if (found) return found;
    throw new Error(
      `${this.name} sees no field “${label}”; there are ${JSON.stringify(inputs.map((one) => one.label))}`,
    );
  }

  #pressIn(view: WireView, label: string | RegExp | ShownButton): Pressed {
    this.mustBeHere();
    const buttons = this.#blocks(view).buttons.flat();
    const button = buttons.find((one) => isLabelled(one, label));
    if (!button) {
      const wanted = typeof label === 'object' && 'label' in label ? label.label : String(label);
      const labels = JSON.stringify(buttons.map((one) => one.label));
      throw new Error(`${this.name} sees no button “${wanted}”; there are ${labels}`);
    }
    const place: Place = { kind: 'view', view };
    const { element } = findAction(place, button);
    return act(this.#world, this.#me, place, element, button.blockId, {});
  }

  #chooseIn(view: WireView, chosen: readonly string[], from: string | undefined): Pressed {
    this.mustBeHere();
    const select = findChoice(this.#blocks(view), chosen, from);
    if (!select) throw new Error(`${this.name} cannot choose “${chosen.join()}”`);
    const { element } = findAction({ kind: 'view', view }, select);
    const { place, held } = hold(this.#world, { kind: 'view', view }, select.blockId, element, chosen);
    this.#world.workspace.touch(this.id);
    return act(this.#world, this.#me, place, element, select.blockId, held);
  }

  #blocks(view: WireView): ShownBlocks {
    return showView(this.#world, this.#me, view);
  }

  #waitForView(
    what: string,
    see: () => ShownView | undefined,
    wanted: WantedView,
    { timeoutMs = 5000, since = 0 }: WaitOptions,
  ): Promise<ShownView> {
    const look = () => {
      const view = see();
      return view && view.revision > since && fitsView(view, wanted) ? view : undefined;
    };
    const describe = () =>
      `${this.name} waited ${timeoutMs} ms for a ${what} with ${wanted} and saw ${JSON.stringify(see()?.text)}`;
    return waitUntil(this.#world, look, describe, timeoutMs, ({ user }) => user === this.id);
  }

  #tellMembership(type: string, room: Room): void {
    tell(this.#world, type, {
      type,
      user: this.id,
      channel: room.id,
      channel_type: room.isPrivate ? 'G' : 'C',
      team: this.#world.app.teamId,
      event_ts: this.#world.workspace.newTs(),
    });
  }
}

function fitsView(view: ShownView, wanted: WantedView): boolean {
  if (typeof wanted === 'function') return wanted(view);
  const words = `${view.title}\n${view.text}`;
  return typeof wanted === 'string' ? words.includes(wanted) : wanted.test(words);
}
