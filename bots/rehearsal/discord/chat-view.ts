import type { ShownForm } from './form.ts';
import type { Person } from './places.ts';
import type { Shown } from './shown.ts';
import { fits, type WaitOptions, type Wanted, waitUntil } from './wait.ts';
import type { World } from './world.ts';

/** One person looking at one channel. */
export class ChatView {
  readonly channelId: string;
  protected readonly world: World;
  protected readonly person: Person;

  constructor(world: World, channelId: string, person: Person) {
    this.channelId = channelId;
    this.world = world;
    this.person = person;
  }

  /** The form that is open on the person's screen. */
  form(): ShownForm | undefined {
    return this.world.forms.get(this.person.user.id)?.shown;
  }

  /** The form with this title, as soon as it is open. */
  waitForForm(
    title: string | RegExp = /./,
    options: Pick<WaitOptions, 'timeoutMs'> = {},
  ): Promise<ShownForm> {
    const look = () => {
      const form = this.form();
      return form && (typeof title === 'string' ? form.title.includes(title) : title.test(form.title))
        ? form
        : undefined;
    };
    const seen = () => `form ${JSON.stringify(this.form() ?? 'none')}`;
    return waitUntil(this.world, look, {
      ...options,
      who: this.personName,
      wanted: `the form ${title}`,
      seen,
    });
  }

  /** All that this person sees in the channel now, the oldest first; what is ephemeral for others is not among it. */
  see(): Shown[] {
    return this.world.chats.shown(this.channelId, this.person.user.id);
  }

  /** The newest message of the bot. */
  last(): Shown | undefined {
    return this.see().findLast((message) => message.from.isBot);
  }

  /** A mark for waitFor: what is shown or changed from now on comes after it. */
  mark(): number {
    return this.world.chats.revision;
  }

  /** The newest message of the bot that fits, as soon as there is one. Rejects when the time is up, saying what was seen. */
  waitFor(wanted: Wanted, { timeoutMs, since = 0 }: WaitOptions = {}): Promise<Shown> {
    const look = () =>
      this.see().findLast(
        (message) => message.from.isBot && message.revision > since && fits(message, wanted),
      );
    const seen = () =>
      JSON.stringify(
        this.see()
          .map(({ from, text, buttons }) => [from.name, text, buttons.flat().map((button) => button.label)])
          .slice(-5),
      );
    return waitUntil(this.world, look, {
      ...(timeoutMs && { timeoutMs }),
      who: this.personName,
      wanted: `${wanted}`,
      seen,
    });
  }

  protected get personName(): string {
    return this.person.user.global_name ?? this.person.user.username;
  }

  protected find(message: Shown | string) {
    const id = typeof message === 'string' ? message : message.messageId;
    const found = this.world.chats.message(this.channelId, id);
    const isHidden = found?.onlyFor !== undefined && found.onlyFor !== this.person.user.id;
    if (!found || isHidden) throw new Error(`${this.personName} does not see message ${id}`);
    return found;
  }
}
