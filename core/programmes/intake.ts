import { z } from 'zod';
import { Code, Said } from './code.ts';

/** As whom somebody comes in: to be supported, or to support. */
export const As = z.enum(['mentee', 'mentor']);
export type As = z.infer<typeof As>;

/** One answer that can be pressed. */
const Choice = z.strictObject({ value: Code, says: Said });

/** What a question's answers are for; without a use the answer is for the coordinator who speaks with the person. */
const Use = z.enum([
  /** The other of a possible pair may read it, once the person has agreed to that. */
  'outline',
  /** Counted in reports. Of yes or no: whether they had support before; "no" is the first time they are supported (REC-15). */
  'reach',
  /** A need of support of somebody who wants to support others (ELG-12); only for those who coordinate. */
  'own-support',
]);

/**
 * A question of the way in. It asks for facts of a life, never for a label or a diagnosis (REC-07, ELG-05). Rules speak of
 * its answer as the fact "answer.<code>": a text for "one", a list for "many", yes or no, or a number.
 */
export const IntakeQuestion = z.strictObject({
  code: Code,
  as: z.array(As).min(1),
  kind: z.enum(['one', 'many', 'yes-no', 'number', 'words']),
  ask: Said,
  choices: z.array(Choice).max(24).default([]),
  /** May be passed over; rules then see what is not known (null, or an empty list). */
  optional: z.boolean().default(false),
  /** Asked only when this earlier question was answered with one of these. */
  onlyIf: z.strictObject({ question: Code, is: z.array(z.union([Code, z.boolean()])).min(1) }).optional(),
  for: z.array(Use).default([]),
});
export type IntakeQuestion = z.infer<typeof IntakeQuestion>;

/** What somebody answered, by question. Passed over: not there. */
export const IntakeAnswers = z.record(
  Code,
  z.union([z.string(), z.array(z.string()), z.boolean(), z.number()]),
);
export type IntakeAnswers = z.infer<typeof IntakeAnswers>;
