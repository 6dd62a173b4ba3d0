import type { Json } from '../kernel/json.ts';
import type { FileOut } from '../kernel/message.ts';

/** Where in an app a message goes. */
export type Address = { readonly platform: string; readonly chatId: string };

export type ShownButton = { readonly label: string; readonly token: string };

/** A message in the reader's own words, ready to be laid out. Everything in it is plain text. */
export type Shown = {
  readonly paragraphs: readonly string[];
  readonly buttons: readonly (readonly ShownButton[])[];
  readonly file?: FileOut;
  /** It arrives without a sound: the reader's quiet hours. */
  readonly silent?: boolean;
};

/** What an app said to a message. */
export type Sent =
  /** It is there. `ref` names the message that carries the buttons, so that it can be edited later. */
  | { readonly is: 'sent'; readonly ref: Json }
  /** An edit found it as it should be, or too old or gone to be edited. */
  | { readonly is: 'unchanged' }
  | { readonly is: 'gone-message' }
  /** Too fast: nothing more for this chat (or, with `everywhere`, for anybody) for that many seconds. */
  | { readonly is: 'wait'; readonly seconds: number; readonly everywhere?: boolean }
  /** This person cannot be reached here any more. */
  | { readonly is: 'unreachable'; readonly why: string }
  /** The app will never take this message: a fault of ours. */
  | { readonly is: 'refused'; readonly why: string }
  /** The app is away, or the line broke: to be tried again. */
  | { readonly is: 'later'; readonly why: string };

/** One chat app, as delivery sees it. It never throws for what the app answers. */
export type Channel = {
  readonly platform: string;
  send(to: Address, shown: Shown): Promise<Sent>;
  edit(to: Address, ref: Json, shown: Shown): Promise<Sent>;
};
