import type { Json } from '../kernel/json.ts';
import type { CalendarEntry, FileOut } from '../kernel/message.ts';

/** Where in an app a message goes. */
export type Address = {
  readonly platform: string;
  /** The workspace or server it is in; empty where ids are the platform's own. */
  readonly tenant: string;
  readonly chatId: string;
  /** The way to answer that the app itself gave for what this answers, while it lasts. */
  readonly reply?: Json;
};

export type ShownButton = {
  readonly label: string;
  readonly token: string;
  /** One of several answers to the same question: an app may lay many of them out as a list. */
  readonly choice?: true;
};

/** A message in the reader's own words, ready to be laid out. Everything in it is plain text, but for its links. */
export type Shown = {
  readonly paragraphs: readonly string[];
  /**
   * Paragraphs that are nothing but a moment, by their place, in epoch seconds: an app that can show a moment to each reader
   * on their own clock does so, any other shows the paragraph as it is.
   */
  readonly moments?: Readonly<Record<number, number>>;
  /**
   * Paragraphs that are nothing but a checked https address, by their place, with the host it leads to, which is what is shown:
   * they open when they are pressed. Nothing else in a message does.
   */
  readonly links?: Readonly<Record<number, string>>;
  readonly buttons: readonly (readonly ShownButton[])[];
  readonly file?: FileOut;
  /** It arrives without a sound: the reader's quiet hours. */
  readonly silent?: boolean;
};

/** What an app said to a message. */
export type Sent =
  /** It is there. `ref` names the message that carries the buttons, so that it can be edited later. */
  | {
      readonly is: 'sent';
      readonly ref: Json;
      /** Every message of it, where there are several. */
      readonly all?: readonly Json[];
    }
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

export type NotSent = Exclude<Sent, { is: 'sent' }>;

/** What an app said to taking a message away; "refused": it stays where it is. */
export type Removed = { readonly is: 'removed' } | NotSent;

/** One chat app, as delivery sees it. It never throws for what the app answers. */
export type Channel = {
  readonly platform: string;
  /** Whether it can lay a form's questions over the chat as one sheet. */
  readonly sheets?: boolean;
  /** `once` is the same however often the same message is tried, for an app that can tell by it that it has it already. */
  send(to: Address, shown: Shown, once: string): Promise<Sent>;
  edit(to: Address, ref: Json, shown: Shown): Promise<Sent>;
  /** Takes a message of ours away, in an app that lets a bot do that. */
  remove?(to: Address, ref: Json): Promise<Removed>;
  /** For how many hours after it was sent a message can be taken away; without end unless it says so. */
  readonly removesWithinHours?: number;
  /** Shows somebody's front page, in an app that has one. */
  front?(to: Address, shown: Shown): Promise<Sent>;
  /** Puts an entry into the calendar of a shared place, or brings the one there (`ref`) up to date. */
  event?(place: Address, entry: CalendarEntry, ref: Json | undefined): Promise<Sent>;
};
