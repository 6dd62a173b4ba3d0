import type { Channel, Core, Moment, Store } from '../../../core/index.ts';
import type { MovedClock } from '../moved-clock.ts';

export type AppName = 'telegram' | 'discord' | 'slack';

export const APPS: readonly AppName[] = ['telegram', 'discord', 'slack'];

/** Every app with every other, and with itself. */
export const APP_PAIRS: readonly { readonly mentee: AppName; readonly mentor: AppName }[] = APPS.flatMap(
  (mentee) => APPS.map((mentor) => ({ mentee, mentor })),
);

export type OnFault = (fault: Readonly<Record<string, string>>) => void;

/** Whether the bot asks the app what people did, by a line that it keeps open, or is told on the web. */
export type Mode = 'polling' | 'webhook';

export type StartApp = { readonly clock: MovedClock; readonly moment: () => Moment };

/** A chat app on this machine, and the way to connect the real client to it. */
export type App = {
  readonly name: AppName;
  connect(onFault: OnFault): Client;
  /** Settles when all that people did has reached the core, and nothing is on its way to the app. */
  idle(): Promise<void>;
  /** Somebody with this app who has never written before. */
  phone(name: string): Phone;
  stop(): Promise<void>;
};

/** The real client of an app, for as long as one core runs. */
export type Client = {
  readonly channel: Channel;
  /** Takes in what people do from now on. */
  start(core: Core, store: Store): Promise<void>;
  stop(): Promise<void>;
  /** Where the app sends what people do, where it is told such an address. */
  readonly hook?: { readonly url: string; readonly secret: string } | undefined;
};

/** A message of the bot as it stands on somebody's screen. */
export type Said = {
  readonly id: string;
  readonly text: string;
  /** What can be pressed below it, and chosen from a list below it. */
  readonly labels: readonly string[];
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  /** Epoch milliseconds by the moved clock. */
  readonly at: number;
  /** Grows with every change. */
  readonly revision: number;
  /** Presses a button that stood on it when it was seen, whether it still does or not. */
  press(label: string): unknown;
};

/** One question of a form that lies over the chat. */
export type Question = {
  readonly id: string;
  readonly says: string;
  readonly options: readonly string[];
  /** Whether words of one's own are an answer. */
  readonly written: boolean;
  readonly optional: boolean;
};

export type Sheet = {
  readonly title: string;
  /** What can be read between its fields. */
  readonly texts: readonly string[];
  readonly questions: readonly Question[];
};

export type Answer =
  | { readonly question: string; readonly chosen: string }
  | { readonly question: string; readonly wrote: string };

/** One person in one app, whichever it is: what they see there, and what they do. */
export type Phone = {
  readonly app: AppName;
  readonly name: string;
  /** By which the app tells the bot who it is. */
  readonly userId: string;
  /** What the bot has said, the oldest first. */
  see(): Said[];
  mark(): number;
  /** Opens the bot as people do there for the first time: by a link that may carry a code, where there are such links. */
  start(code?: string): unknown;
  write(words: string): unknown;
  /** Uses an entry of the menu as the app has it, with what is written behind it. */
  command(name: string, rest?: string): unknown;
  /** Presses a button or chooses from a list, by its label, on the newest message that has it. */
  press(label: string | RegExp): unknown;
  /** The form that lies over the chat. */
  sheet(): Sheet | undefined;
  /** Sends it off with these answers, whatever else is on it left empty. */
  submit(answers: readonly Answer[]): Promise<void>;
  dismiss(): Promise<void>;
  sendVoice(): unknown;
  sendPhoto(caption?: string): unknown;
  /** From now on the bot cannot write to them. */
  leave(): unknown;
  comeBack(): unknown;
};
