import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Account, Person, Role } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import type { Place } from './change.ts';
import type { CalendarEntry, Line, Message } from './message.ts';
import { reaching } from './reaching.ts';

/** Whom a screen is shown to, now. */
export type Recipient = {
  readonly person: Person;
  readonly account: Account | undefined;
  /** Set when a supporter is looking on this person's behalf: what is private to the person is not shown. */
  readonly supporter?: Person;
  readonly roles: readonly Role[];
  readonly programme: Programme | undefined;
  /** Whether the app lays the questions of a form over the chat. */
  readonly sheets?: boolean;
  /** Whether the app they read this in has shared places with a calendar, where groups meet. */
  readonly meetingPlaces?: boolean;
  /** Whether it comes by itself: then it may stand on a locked screen before anybody opens it. */
  readonly unasked?: boolean;
  readonly now: Temporal.Instant;
};

/** One thing the bot can say. It is loaded and worded when it is sent, so it is true when it is read. */
export type Screen<Args extends object, Data> = {
  readonly name: string;
  readonly schema: z.ZodType<Args>;
  load(read: Reader, args: Args, to: Recipient): Promise<Data>;
  /** Undefined: there is nothing to say any more, and nothing is sent. */
  show(data: Data, args: Args, to: Recipient): Message | undefined;
};

export type AnyScreen = {
  readonly name: string;
  run(read: Reader, args: unknown, to: Recipient): Promise<Message | undefined>;
};

export function screen<Args extends object, Data>(own: Screen<Args, Data>): AnyScreen & Screen<Args, Data> {
  return {
    ...own,
    async run(read, args, asked) {
      const checked = own.schema.parse(args);
      // Whoever coordinates one site is nobody's coordinator at another.
      const to = { ...asked, roles: await reaching(read, asked.roles, checked) };
      const data = await own.load(read, checked, to);
      const shown = own.show(data, checked, to);
      const programmeId = ownProgramme(checked) ?? programmeIn(data);
      return shown === undefined || programmeId === undefined ? shown : { ...shown, programmeId };
    },
  };
}

/** What a screen shows by these names belongs to a programme. */
const OF_A_PROGRAMME = ['pair', 'meeting', 'group', 'match', 'enquiry'] as const;

/**
 * The programme of what was loaded, if it is of one: its words are used, whichever programme the chat speaks of otherwise.
 */
function programmeIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  for (const name of OF_A_PROGRAMME) {
    const id = ownProgramme(Reflect.get(data, name));
    if (id !== undefined) return id;
  }
  return undefined;
}

function ownProgramme(thing: unknown): string | undefined {
  if (typeof thing !== 'object' || thing === null || !('programmeId' in thing)) return undefined;
  return typeof thing.programmeId === 'string' ? thing.programmeId : undefined;
}

/** A shared place something is shown in: many read it, so there is nobody it is for. */
export type PlaceRecipient = {
  readonly place: Place;
  readonly programme: Programme | undefined;
  readonly now: Temporal.Instant;
};

/** One thing the bot can say in a shared place: nothing of anybody alone. Its buttons are for whoever presses them. */
export type PlaceScreen<Args extends object, Data> = {
  readonly name: string;
  readonly schema: z.ZodType<Args>;
  load(read: Reader, args: Args, to: PlaceRecipient): Promise<Data>;
  show(data: Data, args: Args, to: PlaceRecipient): PlaceMessage | undefined;
};

/** What is shown in a shared place, or what goes into its calendar. */
export type PlaceMessage = Message & { readonly entry?: PlaceEntry };

/** An entry of a place's calendar, in words still to be said. */
export type PlaceEntry = Omit<CalendarEntry, 'title' | 'about' | 'where' | 'rest'> & {
  readonly title: Line;
  readonly about: Line;
  readonly where: Line;
  readonly rest: Line;
};

export type AnyPlaceScreen = {
  readonly name: string;
  run(read: Reader, args: unknown, to: PlaceRecipient): Promise<PlaceMessage | undefined>;
};

export function placeScreen<Args extends object, Data>(
  own: PlaceScreen<Args, Data>,
): AnyPlaceScreen & PlaceScreen<Args, Data> {
  return {
    ...own,
    async run(read, args, to) {
      const checked = own.schema.parse(args);
      return own.show(await own.load(read, checked, to), checked, to);
    },
  };
}
