import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Account, Person, Role } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import type { Message } from './message.ts';

/** Whom a screen is shown to, now. */
export type Recipient = {
  readonly person: Person;
  readonly account: Account | undefined;
  /** Set when a supporter is looking on this person's behalf: what is private to the person is not shown. */
  readonly supporter?: Person;
  readonly roles: readonly Role[];
  readonly programme: Programme | undefined;
  readonly now: Temporal.Instant;
};

/** One thing the bot can say. It is loaded and worded when it is sent, so it is true when it is read. */
export type Screen<Args extends object, Data> = {
  readonly name: string;
  readonly schema: z.ZodType<Args>;
  /** Whether a supporter may see it beside the person; not unless it says so. */
  readonly supporterMay?: boolean;
  load(read: Reader, args: Args, to: Recipient): Promise<Data>;
  /** Undefined: there is nothing to say any more, and nothing is sent. */
  show(data: Data, args: Args, to: Recipient): Message | undefined;
};

export type AnyScreen = {
  readonly name: string;
  readonly supporterMay?: boolean;
  run(read: Reader, args: unknown, to: Recipient): Promise<Message | undefined>;
};

export function screen<Args extends object, Data>(own: Screen<Args, Data>): AnyScreen & Screen<Args, Data> {
  return {
    ...own,
    async run(read, args, to) {
      const checked = own.schema.parse(args);
      return own.show(await own.load(read, checked, to), checked, to);
    },
  };
}
