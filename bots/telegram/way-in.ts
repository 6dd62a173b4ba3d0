import type { Core } from '../../core/index.ts';

/** What the shell needs of the core: a way in, and word that the answer can be sent. */
export type TelegramWayIn = {
  readonly receive: Core['receive'];
  readonly databaseAnswers: () => Promise<boolean>;
  /** Something was committed: its answer waits to be sent. */
  onReceived(): void;
  /** Telegram answered just now, whether anybody wrote or not. */
  onHeard?(): void;
};

/** The kinds of updates we ask Telegram for. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
