export type App = 'telegram' | 'discord' | 'slack';

/** A bit of a text as its app shows it. */
export type Piece =
  | { readonly is: 'words' | 'strong' | 'command' | 'called' | 'moment'; readonly text: string }
  | { readonly is: 'link'; readonly text: string; readonly address: string };

export type SeenButton = {
  readonly label: string;
  /** What to hand in when it is pressed; nothing where it leads elsewhere or is greyed out. */
  readonly press?: string;
  readonly address?: string;
  readonly style: 'plain' | 'primary' | 'danger';
};

/** A menu that opens. */
export type SeenSelect = {
  /** What to hand in together with the values that were chosen. */
  readonly id: string;
  readonly label: string;
  readonly options: readonly SeenOption[];
  readonly takesMany: boolean;
};

export type SeenOption = { readonly label: string; readonly value: string; readonly isChosen: boolean };

export type SeenFile = {
  readonly kind: 'document' | 'photo' | 'voice' | 'sticker';
  readonly id: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
};

/** A message, or a front page, as it stands on one person's screen. */
export type SeenMessage = {
  readonly id: string;
  readonly from: { readonly name: string; readonly isBot: boolean; readonly isOwn: boolean };
  readonly words: readonly Piece[];
  readonly buttons: readonly (readonly SeenButton[])[];
  readonly selects: readonly SeenSelect[];
  readonly file?: SeenFile;
  /** Nobody else in the channel sees it. */
  readonly isOnlyForMe: boolean;
  /** The bot said that an answer is coming. */
  readonly isThinking: boolean;
  /** Epoch milliseconds by the moved clock. */
  readonly at: number;
  readonly isEdited: boolean;
  /** When it was changed, where the app says so. */
  readonly editedAt?: number;
  /** Another number whenever it changes. */
  readonly revision: number;
};

export type SeenField = {
  readonly label: string;
  readonly hint: string;
  readonly kind: 'text' | 'long' | 'one' | 'radio' | 'many' | 'date' | 'time' | 'number' | 'tick';
  readonly options: readonly SeenOption[];
  readonly value: string;
  readonly isRequired: boolean;
  readonly longest: number;
  /** What the bot or the app found wrong with it. */
  readonly error: string;
};

/** A form that lies over the chat. */
export type SeenSheet = {
  readonly title: string;
  readonly texts: readonly string[];
  readonly fields: readonly SeenField[];
  /** The app's own words on the two buttons, where it has any. */
  readonly submit?: string;
  readonly cancel?: string;
  /** Another one whenever it changes. */
  readonly mark: string;
};

export type Screen = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'bot' | 'channel' | 'home';
};

export type Command = { readonly name: string; readonly says: string };

/** What somebody does with their phone. */
export type Act =
  | { readonly do: 'write'; readonly text: string }
  | { readonly do: 'press'; readonly message: string; readonly press: string }
  | {
      readonly do: 'choose';
      readonly message: string;
      readonly select: string;
      readonly values: readonly string[];
    }
  /** What was put into each field, in their order. */
  | { readonly do: 'submit'; readonly fields: readonly (readonly string[])[] }
  | { readonly do: 'start'; readonly payload: string | undefined }
  | { readonly do: 'dismiss' | 'turn-to' | 'voice' | 'photo' | 'block' | 'unblock' };

/** `not-taken`: the app itself would not let it go. `no-answer`: the bot did not answer in the app's time. */
export type Outcome = 'done' | 'not-taken' | 'no-answer';

/** One person in one app, whichever it is. */
export type Phone = {
  readonly id: string;
  readonly app: App;
  readonly name: string;
  /** An IANA zone: everything is dated in it. */
  readonly zone: string;
  /** The server or workspace, where the app has such. */
  readonly place: string;
  readonly state: 'new' | 'open' | 'blocked';
  readonly screens: readonly Screen[];
  readonly commands: readonly Command[];
  /** What this app has besides writing and pressing. */
  readonly can: ReadonlySet<Act['do']>;
  see(screen: string): readonly SeenMessage[];
  sheet(): SeenSheet | undefined;
  /** A file that stands on one of its screens. */
  file(id: string): { readonly name: string; readonly bytes: Uint8Array } | undefined;
  act(screen: string, act: Act): Promise<Outcome>;
};

/** What changed: something that is read, or only how things look. */
export type Changed = 'message' | 'view';

/** Everybody in one app, or in all of them. */
export type Phones = {
  readonly apps: readonly App[];
  all(): readonly Phone[];
  /** Somebody who has never written before. */
  add(app: App, name: string): Phone;
  /** Calls back after every change. Returns the way to stop. */
  onChange(listener: (phone: Phone, what: Changed) => void): () => void;
};

/** The phones of several apps together. */
export function together(several: readonly Phones[]): Phones {
  return {
    apps: several.flatMap(({ apps }) => apps),
    all: () => several.flatMap((phones) => phones.all()),
    add(app, name) {
      const phones = several.find(({ apps }) => apps.includes(app));
      if (phones === undefined) throw new Error(`There is no ${app} here`);
      return phones.add(app, name);
    },
    onChange(listener) {
      const stops = several.map((phones) => phones.onChange(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
