import type { z } from 'zod';
import type { Moment } from '../moment.ts';
import type { Account, Person } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import type { Text } from '../texts/text.ts';
import type { Scope } from './admin-token.ts';
import type { Change } from './change.ts';
import type { AccountKey } from './incoming.ts';
import type { JsonObject } from './json.ts';
import type { Reach } from './reach.ts';

/** Who acts. A supporter acts beside a person: `person` is whose matter it is, `supporter` whose hand. */
export type By =
  /** Somebody who writes for the first time. */
  | {
      readonly is: 'newcomer';
      readonly account: AccountKey;
      readonly chatId: string;
      readonly language?: string;
    }
  | { readonly is: 'person'; readonly person: Person; readonly account: Account; readonly supporter?: Person }
  /** Signed in at the web desk: as themself, with what their roles allow them anywhere. The page has the answer, no chat. */
  | { readonly is: 'at-desk'; readonly person: Person }
  /** By the API (with the key that was used, and what it is good for) or the command line. */
  | {
      readonly is: 'coordinator';
      readonly name: string;
      readonly tokenId?: string;
      readonly scopes?: readonly Scope[];
      /** The one source from which that key sends people, where it is bound to one. */
      readonly source?: string;
      /** How far that key reaches, where it is bound to a programme or a site of one: nothing beyond is there for it. */
      readonly reach?: Reach;
    }
  | { readonly is: 'clock' };

/** A "no" that a person can understand: what stands in the way and what to do instead. Nothing was changed. */
export type Refusal = {
  readonly refused: string;
  readonly say: Text;
  /** Where to go from here: a screen to show beneath, such as the card as it stands now. */
  /** The question of the form that led here to ask again, when another answer to it would do. */
  readonly question?: string;
  readonly show?: { readonly screen: string; readonly args: JsonObject; readonly card?: string };
};

export type Decision = Change | Refusal;

export function isRefusal(decision: Decision): decision is Refusal {
  return 'refused' in decision;
}

/** One thing that can be done: what it takes, what it reads, and how it is decided (purely, from data and a moment). */
export type Command<Args extends JsonArgs, Data> = {
  readonly name: string;
  readonly schema: z.ZodType<Args>;
  /** Leaves a form that is open as it is; other commands let it wait as a draft. */
  readonly keepsForm?: boolean;
  /** When it is due it says something to somebody; after a restore it may have been said already. */
  readonly speaksFirst?: boolean;
  load(read: Reader, args: Args, by: By): Promise<Data>;
  decide(data: Data, args: Args, at: Moment, by: By): Decision;
};

/** What a command takes. Text that a person wrote is passed in memory only, never stored in a button or a due row. */
export type JsonArgs = object;

/** A command with its types hidden, as the list of commands holds it. */
export type AnyCommand = {
  readonly name: string;
  /** Leaves a form that is open as it is; other commands let it wait as a draft. */
  readonly keepsForm?: boolean;
  /** When it is due it says something to somebody; after a restore it may have been said already. */
  readonly speaksFirst?: boolean;
  /** Checks the arguments, then loads and decides. */
  run(read: Reader, args: unknown, by: By): Promise<(at: Moment) => Decision>;
};

/** Ties a command's parts together so that the list need not know its types. */
export function command<Args extends JsonArgs, Data>(
  own: Command<Args, Data>,
): AnyCommand & Command<Args, Data> {
  return {
    ...own,
    async run(read, args, by) {
      const checked = own.schema.parse(args);
      const data = await own.load(read, checked, by);
      return (at) => own.decide(data, checked, at, by);
    },
  };
}

/** Whoever acts as themself, in a chat or at the desk; nobody where somebody acts beside a person. */
export function themselves(by: By): Person | undefined {
  if (by.is === 'at-desk') return by.person;
  return by.is === 'person' && by.supporter === undefined ? by.person : undefined;
}

/** A command that must come from a person in a chat. */
export function personOf(by: By): { person: Person; account: Account } {
  if (by.is === 'person') return { person: by.person, account: by.account };
  throw new Error('This can only be done by a person in a chat');
}
