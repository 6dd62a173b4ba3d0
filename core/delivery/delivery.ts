import type { AnyCommand } from '../kernel/command.ts';
import type { AnyPlaceScreen, AnyScreen } from '../kernel/screen.ts';
import type { Moment } from '../moment.ts';
import type { Account } from '../people/person.ts';
import type { Store } from '../store/store.ts';
import type { Texts } from '../texts/say.ts';
import type { Channel } from './channel.ts';

/** What delivery works with. */
export type Delivery = {
  readonly store: Store;
  readonly texts: Texts;
  readonly screens: ReadonlyMap<string, AnyScreen>;
  readonly placeScreens: ReadonlyMap<string, AnyPlaceScreen>;
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly channels: ReadonlyMap<string, Channel>;
  /**
   * What became of messages while the database was away, by row: written down before anything more is sent, or what was
   * sent would be sent again.
   */
  readonly owed: Map<string, () => Promise<void>>;
  /** Told that an account cannot be reached any more. */
  onUnreachable(account: Account, why: string, at: Moment): Promise<void>;
  /** A shared place that is gone, or where the bot may not write any more. */
  onPlaceUnreachable(placeId: string, at: Moment): Promise<void>;
  /** Told of a message that could not be worded or that an app will never take; ids and codes only. */
  onFault(fault: { outgoing: string; screen: string; why: string }): void;
};
