import { z } from 'zod';
import { readWebAddress } from '../kernel/web-address.ts';
import { Code, Said } from './code.ts';

const Trained = z.enum(['mentor', 'group-lead', 'mentee']);

/** A module of the training. Whoever is what it is required of cannot be proposed as that without it (TRN-02, TRN-04). */
export const TrainingModule = z.strictObject({
  code: Code,
  name: z.string().trim().min(1).max(80),
  about: Said.optional(),
  requiredOf: z.array(Trained).default([]),
  /** Only of those who meet people in these ways; without it of all. */
  onlyFor: z.array(z.enum(['in-person', 'phone', 'video', 'text', 'group'])).optional(),
  /** Months after which it is to be done again; without it, once is enough. */
  refreshMonths: z.int().min(1).max(120).optional(),
  /** What of it blurs with time, so that it is looked at again and again, and not in the first training alone (TRN-05). */
  isAbout: z.array(z.enum(['boundaries', 'endings'])).default([]),
  /** What is sent again of it: a few words, and where the rest stands. Without it, what it is about. */
  material: z
    .strictObject({
      says: Said.optional(),
      link: z
        .string()
        .refine((word) => readWebAddress(word) !== undefined, 'Write an address that begins with "https://".')
        .optional(),
    })
    .optional(),
});
export type TrainingModule = z.infer<typeof TrainingModule>;

export const Training = z
  .strictObject({
    modules: z.array(TrainingModule).max(40).default([]),
    /** Modules that are sent again when somebody is supervised; without it, those about boundaries or endings (TRN-05). */
    sentAgain: z.array(Code).max(3).optional(),
    /** Days after the last module from which a volunteer who waits is offered to come to one again (UNM-07; our default). */
    refresherDays: z.int().min(14).max(1095).default(90),
    /** Days before a module or a check ends on which its owner is reminded (our defaults). */
    remindDays: z.array(z.int().min(1).max(365)).max(6).default([60, 30, 7]),
    /** Hours after a training meeting at which everybody is asked, in private, how it was for them (our default). */
    askAfterHours: z.int().min(1).max(72).default(3),
    /** A check of an authority (in Scotland: PVG) that has to be there, and how long it is good (PVG: five years). */
    disclosure: z
      .strictObject({
        name: z.string().min(1).max(60),
        requiredOf: z.array(Trained).min(1),
        months: z.int().min(1).max(240),
      })
      .optional(),
  })
  .prefault({});
export type Training = z.infer<typeof Training>;
