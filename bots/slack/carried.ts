import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Incoming } from '../../core/index.ts';
import { AnswerUrl, Id, Mark } from './ids.ts';

/** A way to answer as a press brings it: an address, and the message that stands there. */
const Handle = z.object({ responseUrl: z.union([z.literal(''), AnswerUrl]), on: Mark.optional() });

/** What a sheet carries along to the answers: its form's button, and where it was opened from. */
const Carried = z.object({
  token: z.string(),
  place: z.object({ id: Id, name: z.string().optional() }).optional(),
  reply: z
    .object({ handle: z.json().refine((given) => Handle.safeParse(given).success), until: z.string() })
    .optional(),
});

type Whence = Pick<Incoming, 'place' | 'reply'>;

/** A sheet has no other way to answer where it was opened than what came with the press that opened it. */
export function writeCarried(token: string, { place, reply }: Whence): string {
  return JSON.stringify({
    token,
    ...(place === undefined ? {} : { place }),
    ...(reply === undefined ? {} : { reply: { handle: reply.handle, until: reply.until.toString() } }),
  });
}

export function readCarried(given: string): ({ readonly token: string } & Whence) | undefined {
  try {
    const { token, place, reply } = Carried.parse(JSON.parse(given));
    return {
      token,
      ...(place === undefined ? {} : { place }),
      ...(reply === undefined
        ? {}
        : { reply: { handle: reply.handle, until: Temporal.Instant.from(reply.until) } }),
    };
  } catch {
    // Not a sheet of ours.
    return undefined;
  }
}
