import { z } from 'zod';
import { Condition } from '../rules/rule.ts';
import { Code, PhoneNumber, Said } from './code.ts';

/**
 * A place where the programme is offered, with its own remit (ELG-02, ELG-03, ELG-04). Somebody belongs to the first site
 * whose condition for what they come as holds; without a condition it takes everybody.
 */
export const Site = z.strictObject({
  code: Code,
  name: z.string().trim().min(1).max(80),
  takes: z.strictObject({ mentee: Condition.optional(), mentor: Condition.optional() }).default({}),
});
export type Site = z.infer<typeof Site>;

/** Help elsewhere, by name, for whoever this programme is not for. Without `when` it is named to everybody. */
export const OtherHelp = z.strictObject({
  code: Code,
  name: z.string().trim().min(1).max(80),
  says: Said,
  call: PhoneNumber.optional(),
  when: Condition.optional(),
});
export type OtherHelp = z.infer<typeof OtherHelp>;

/**
 * Something that has to hold before somebody may be what they want to be. A gate may speak of another as the fact
 * "gate.<code>"; a ring of gates is refused.
 */
export const Gate = z.strictObject({
  code: Code,
  name: z.string().trim().min(1).max(80),
  /** Whom it stands before. */
  for: z.enum(['mentor', 'group-lead', 'mentee']),
  when: Condition,
  /** What somebody reads whom it holds back: what is still to come, kindly. */
  says: Said,
});
export type Gate = z.infer<typeof Gate>;

export const Remit = {
  sites: z.array(Site).max(50).default([]),
  otherHelp: z.array(OtherHelp).max(24).default([]),
  gates: z.array(Gate).max(24).default([]),
  /** Years of age in which somebody can come in, where the programme has a range, and the question that asks (ELG-08). */
  ages: z
    .strictObject({
      question: Code,
      from: z.int().min(5).max(100),
      to: z.int().min(5).max(120),
    })
    .optional(),
};
