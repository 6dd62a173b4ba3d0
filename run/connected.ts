import type { Channel, Core } from '../core/index.ts';

/** What answers the web requests of a chat app. */
export type WebHandler = (request: Request) => Promise<Response>;

/** A bot with the library of its chat app, ready to be used. */
export type Connected = {
  readonly channel: Channel;
  /**
   * Begins to take in what people do, as soon as the chat app can be reached. Returns what answers the app's web requests, where
   * it sends its own; before the app is reached that asks it to come again.
   * @throws when the app does not take what we name ourselves by, such as the token.
   */
  start(
    core: Core,
    wake: () => void,
    databaseAnswers: () => Promise<boolean>,
  ): Promise<WebHandler | undefined>;
  /** Says why, if the app was away at the start and does not take us once it is back. */
  readonly refused: Promise<string>;
  stop(): Promise<void>;
};
