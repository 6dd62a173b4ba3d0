import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';

/** The parts of what is kept that somebody can say no to and still take part. */
export const CONSENT_PARTS = ['situation', 'answers', 'reflections', 'sharing', 'nudges'] as const;
export const ConsentPart = z.enum(CONSENT_PARTS);
export type ConsentPart = z.infer<typeof ConsentPart>;

/** asked: what is kept has changed, and they have not answered yet. */
export const Consent = z.object({
  id: z.uuid(),
  version: z.int(),
  personId: z.uuid(),
  part: ConsentPart,
  /** The wording they were asked in. */
  wording: z.int().min(1),
  state: z.enum(['given', 'withdrawn', 'asked']),
  at: instant,
});
export type Consent = z.infer<typeof Consent>;

/** Whether a part may be kept. Whoever said nothing to it since the first agreement agreed to the first wording of it. */
export function holds(said: Consent | undefined, wording: number): boolean {
  if (said === undefined) return wording <= 1;
  return said.state === 'given' && said.wording >= wording;
}

/** Whether somebody said yes in so many words, to the wording that stands. What they answer on the way in is asked so. */
export function saidYes(said: Consent | undefined, wording: number): boolean {
  return said !== undefined && holds(said, wording);
}

/** What somebody says to a part now, in place of what they said before. */
export function consentRow(
  said: readonly Consent[],
  personId: string,
  part: ConsentPart,
  now: Pick<Consent, 'state' | 'wording'>,
  at: Moment,
): Consent {
  const before = said.find((each) => each.part === part);
  const kept = before ?? { id: at.newId(), version: 0, personId, part };
  return { ...kept, ...now, version: kept.version + 1, at: at.now };
}
