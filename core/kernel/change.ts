import type { Temporal } from 'temporal-polyfill';
import type { JsonObject } from './json.ts';
import type { Row, TableName } from './tables.ts';

/** A row as it shall be, with its version one above the one it was read at (1 for a new row). */
export type Save = { [T in TableName]: { readonly table: T; readonly row: Row<T> } }[TableName];

export type Removal = { readonly table: TableName; readonly id: string };

/** The time one meeting takes from people; an empty list frees it. */
export type Claim = {
  readonly meetingId: string;
  readonly people: readonly string[];
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
};

/** What happened, in codes and ids: kept in the journal, and read by core/consequences.ts. */
export type Event = { readonly event: string; readonly ids: JsonObject };

/**
 * Something the audit keeps, in codes and ids: that somebody changed, or saw, what is not theirs. Everything that
 * coordinators and leads do is in it anyway (core/audit-of.ts); a command names only what that would not tell.
 */
export type Audit = {
  readonly action: string;
  readonly ids: JsonObject;
  /** Why it was done, as one of a few codes. */
  readonly reason?: string;
};

/** A command to perform at a moment. A second one with the same key replaces the first. */
export type DueNew = {
  readonly key: string;
  readonly command: string;
  readonly args: JsonObject;
  readonly at: Temporal.Instant;
  /** After this it is dropped rather than done late. */
  readonly until?: Temporal.Instant;
  /** What it is about, so that everything due about it can be called off at once. */
  readonly subject?: string;
};

/**
 * new: a message of its own. card: brings the card shown earlier up to date, or shows it if it was not.
 * refresh: brings it up to date where it was shown, and says nothing where it was not.
 * front: the front page that some apps give the bot. event: an entry in the calendar of a shared place. remove: nothing is
 * shown; what was sent to the account before is taken away where the app allows it.
 */
export type Mode = 'new' | 'card' | 'refresh' | 'front' | 'event' | 'remove';

/** A shared place, such as a channel: many read it. `id` names it for the cards that stand in it. */
export type Place = {
  readonly id: string;
  readonly platform: string;
  /** The workspace or server it is in. */
  readonly tenant: string;
  readonly chatId: string;
};

/** A message to send: a screen and ids. It is worded when it is sent. */
export type OutgoingNew = {
  /** Whom it is for; it goes to the app they chose. */
  readonly to: string;
  /** The account it answers, when it is an answer. */
  readonly account?: string;
  /** A shared place it is said in, instead of to a person. */
  readonly place?: Omit<Place, 'id' | 'tenant'> & Partial<Place>;
  readonly screen: string;
  readonly args: JsonObject;
  readonly mode: Mode;
  /** The thing that stays up to date, such as "meeting:<id>". */
  readonly card?: string;
  readonly at?: Temporal.Instant;
  /** After this it is dropped rather than sent late. */
  readonly until?: Temporal.Instant;
  /** Sent to somebody who asked us to be silent too: only answers to their own message, and help. */
  readonly evenIfStopped?: boolean;
  /** Nothing is kept of it, not even its address, once it was sent or dropped. */
  readonly forget?: boolean;
  /** It waits for nothing else that goes to this person, such as what an app of theirs that is away holds up. */
  readonly ownLane?: boolean;
  /** A command that is due once it was sent, or cannot be: with the screen's arguments, whom it was for and how it ended. */
  readonly whenEnded?: string;
};

/** What somebody decided on messages that wait for it: they are sent after all, or never. */
export type Decided = { readonly outgoing: readonly string[]; readonly how: 'send' | 'drop' };

/** Everything that one decision writes, in one statement. */
export type Change = {
  readonly saves: readonly Save[];
  readonly removals: readonly Removal[];
  readonly claims: readonly Claim[];
  readonly events: readonly Event[];
  readonly due: readonly DueNew[];
  /** Subjects of which everything still due is called off. */
  readonly callOff: readonly string[];
  readonly outgoing: readonly OutgoingNew[];
  readonly decided: readonly Decided[];
  readonly audits: readonly Audit[];
  /** People of whom everything goes in the same breath; their rows are saved as erased by the same change. */
  readonly erase?: readonly string[];
};

export const nothing: Change = {
  saves: [],
  removals: [],
  claims: [],
  events: [],
  due: [],
  callOff: [],
  outgoing: [],
  decided: [],
  audits: [],
};

export function change(parts: Partial<Change>): Change {
  return { ...nothing, ...parts };
}

/** Several changes as one. A row may be saved by one of them only. */
export function together(...changes: readonly Change[]): Change {
  const erase = changes.flatMap((each) => each.erase ?? []);
  return {
    saves: changes.flatMap((each) => each.saves),
    removals: changes.flatMap((each) => each.removals),
    claims: changes.flatMap((each) => each.claims),
    events: changes.flatMap((each) => each.events),
    due: changes.flatMap((each) => each.due),
    callOff: changes.flatMap((each) => each.callOff),
    outgoing: changes.flatMap((each) => each.outgoing),
    decided: changes.flatMap((each) => each.decided),
    audits: changes.flatMap((each) => each.audits),
    ...(erase.length === 0 ? {} : { erase }),
  };
}

/** A row for saving with some of its fields changed; its version goes up by one. */
export function next<R extends { readonly version: number }>(
  row: R,
  fields: Partial<Omit<R, 'version' | 'id'>>,
): R {
  return { ...row, ...fields, version: row.version + 1 };
}
