import { z } from 'zod';
import { writtenOpening } from '../time/opening-hours.ts';
import { PhoneNumber } from './code.ts';

/**
 * A line that a programme adds to its help card. Abuse at home, drugs and alcohol, and carers have no line of ours: no source
 * that we could check confirms a number for all of Scotland, and a wrong number is worse than none.
 */
export const OwnHelpline = z
  .strictObject({
    about: z.enum(['abuse', 'drugs-and-alcohol', 'carers', 'other']),
    name: z.string().min(1).max(60),
    call: PhoneNumber.optional(),
    text: PhoneNumber.optional(),
    /** Hours in Europe/London. What is not known is never shown as open. */
    hours: z.union([z.literal('always'), z.literal('unknown'), z.array(writtenOpening).min(1)]),
    /** Where the number stands, such as the service's own page. */
    source: z.string().min(1).max(300),
    /** The day on which somebody last checked it. */
    checked: z.iso.date(),
  })
  .refine(
    ({ call, text }) => (call === undefined) !== (text === undefined),
    'Write a number to call, or one to text, and not both.',
  );
export type OwnHelpline = z.infer<typeof OwnHelpline>;

/** What a programme says of its help card: who approved which version of it, and lines of its own. */
export const Helplines = z
  .strictObject({
    approved: z
      .strictObject({ by: z.string().min(1), at: z.iso.date(), version: z.string().min(1) })
      .optional(),
    own: z.array(OwnHelpline).max(8).default([]),
  })
  .prefault({});
