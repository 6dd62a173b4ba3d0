import type { State } from './state.ts';
import type { Block, Fields } from './wire.ts';

export interface WireView {
  readonly id: string;
  readonly owner: string;
  readonly type: 'modal' | 'home';
  readonly callbackId: string;
  readonly externalId: string;
  readonly privateMetadata: string;
  readonly title: Fields | undefined;
  readonly submit: Fields | undefined;
  readonly close: Fields | undefined;
  readonly blocks: readonly Block[];
  readonly clearOnClose: boolean;
  readonly notifyOnClose: boolean;
  readonly hash: string;
  readonly state: State;
  readonly rootId: string;
  readonly previousId: string | undefined;
  /** What the bot said was wrong, by block. */
  readonly errors: Readonly<Record<string, string>>;
  readonly revision: number;
}

/** How many modals may lie on each other. */
export const DEEPEST_STACK = 3;

/** The Home tabs that were published and the modals that are open, by person. */
export class Views {
  readonly #homes = new Map<string, WireView>();
  readonly #stacks = new Map<string, WireView[]>();

  home(user: string): WireView | undefined {
    return this.#homes.get(user);
  }

  setHome(user: string, view: WireView): void {
    this.#homes.set(user, view);
  }

  get homes(): readonly WireView[] {
    return [...this.#homes.values()];
  }

  /** The modals of a person, the one on top last. */
  stack(user: string): readonly WireView[] {
    return this.#stacks.get(user) ?? [];
  }

  top(user: string): WireView | undefined {
    return this.stack(user).at(-1);
  }

  setStack(user: string, views: readonly WireView[]): void {
    this.#stacks.set(user, [...views]);
  }

  /** A view that is open or published, by its id or by the name that the bot gave it. */
  find(viewId: string | undefined, externalId: string | undefined): WireView | undefined {
    const all = [...this.#homes.values(), ...[...this.#stacks.values()].flat()];
    return all.find((view) =>
      viewId === undefined ? view.externalId === externalId && externalId !== '' : view.id === viewId,
    );
  }

  /** Puts a newer version in the place of a view. */
  replace(view: WireView): void {
    if (view.type === 'home') {
      this.#homes.set(view.owner, view);
      return;
    }
    this.setStack(
      view.owner,
      this.stack(view.owner).map((old) => (old.id === view.id ? view : old)),
    );
  }
}
