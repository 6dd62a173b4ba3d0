import type { Phone, Screen } from '../phones/phone.ts';
import type { Part } from './page-parts.ts';

const NOWHERE: Screen = { id: '', name: '', kind: 'bot' };

/** Which of its screens lies in front on each phone, and which have something that was not looked at yet. */
export class Fronts {
  readonly #cast: ReadonlyMap<string, Part>;
  readonly #listeners = new Set<(phoneId: string) => void>();
  readonly #turned = new Map<string, string>();
  readonly #looked = new Map<string, number>();
  readonly #notes = new Map<string, 'not-taken' | 'no-answer'>();

  constructor(cast: ReadonlyMap<string, Part>) {
    this.#cast = cast;
  }

  /** The one somebody turned to; otherwise the chat with the bot, or a coordinator's front page where the app has one. */
  of({ id, screens }: Phone): Screen {
    const turned = screens.find((screen) => screen.id === this.#turned.get(id));
    const first =
      this.#cast.get(id) === 'coordinator' ? screens.find(({ kind }) => kind === 'home') : undefined;
    return turned ?? first ?? screens.find(({ kind }) => kind === 'bot') ?? NOWHERE;
  }

  turn(phone: Phone, screen: string): void {
    this.#turned.set(phone.id, screen);
    for (const listener of [...this.#listeners]) listener(phone.id);
  }

  /** Calls back whenever a phone is turned to a screen. Returns the way to stop. */
  onTurn(listener: (phoneId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whoever looks at a phone has seen what is in front. */
  look(phone: Phone): void {
    const front = this.of(phone).id;
    for (const { id } of phone.screens) {
      const key = `${phone.id} ${id}`;
      if (id === front || !this.#looked.has(key)) this.#looked.set(key, newest(phone, id));
    }
  }

  hasNews(phone: Phone, screen: string): boolean {
    return newest(phone, screen) > (this.#looked.get(`${phone.id} ${screen}`) ?? 0);
  }

  /** What the app says to what was done last. */
  note(phone: Phone): 'not-taken' | 'no-answer' | undefined {
    return this.#notes.get(phone.id);
  }

  noteDown(phone: Phone, outcome: 'done' | 'not-taken' | 'no-answer'): void {
    if (outcome === 'done') this.#notes.delete(phone.id);
    else this.#notes.set(phone.id, outcome);
  }
}

function newest(phone: Phone, screen: string): number {
  return phone.see(screen).reduce((most, { revision }) => Math.max(most, revision), 0);
}
