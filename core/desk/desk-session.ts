import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import type { Role } from '../people/person.ts';

/** Somebody asks to come in. By a code: `answerHash` is of what they type in return; by a link of the command line: null. */
export const DeskSignIn = z.object({
  id: z.uuid(),
  version: z.int(),
  personId: z.uuid(),
  askedHash: z.string(),
  answerHash: z.string().nullable(),
  tries: z.int(),
  createdAt: instant,
  expiresAt: instant,
  usedAt: instant.nullable(),
});
export type DeskSignIn = z.infer<typeof DeskSignIn>;

/** How somebody showed who they are. A passkey will be one more. */
export const SignedInBy = z.enum(['code', 'link']);

/** A browser in which somebody is signed in. */
export const DeskSession = z.object({
  id: z.uuid(),
  version: z.int(),
  personId: z.uuid(),
  hash: z.string(),
  by: SignedInBy,
  createdAt: instant,
  seenAt: instant,
  endsAt: instant,
  endedAt: instant.nullable(),
});
export type DeskSession = z.infer<typeof DeskSession>;

/** How long a code or a link is good for (ASVS 6.5.5: ten minutes at the most). */
export const SIGN_IN_LIFE = Temporal.Duration.from({ minutes: 10 });
/** Wrong answers to one code; then it is over. */
export const MOST_TRIES = 5;
/** Codes that somebody may ask for within the life of one. */
export const MOST_ASKED = 5;
/** A session ends when nothing was done in it for so long, and after so long in any case. */
export const IDLE = Temporal.Duration.from({ minutes: 30 });
export const LONGEST = Temporal.Duration.from({ hours: 12 });
/** Sessions of one person at a time; the oldest ends. */
export const MOST_SESSIONS = 5;
/** That a session is in use is written down no more often than this. */
export const NOTED_EVERY = Temporal.Duration.from({ minutes: 1 });

/** Who may come in. */
export const AT_DESK: readonly Role['role'][] = ['coordinator', 'safeguarding-lead', 'safeguarding-deputy'];

export function staffRoles(roles: readonly Role[]): Role[] {
  return roles.filter(({ role, endedAt }) => endedAt === null && AT_DESK.includes(role));
}

/** Whether a session still opens anything. */
export function isAlive({ endedAt, endsAt, seenAt }: DeskSession, now: Temporal.Instant): boolean {
  const idleEnds = seenAt.add(IDLE);
  return (
    endedAt === null &&
    Temporal.Instant.compare(now, endsAt) < 0 &&
    Temporal.Instant.compare(now, idleEnds) < 0
  );
}

export function isOpen({ usedAt, expiresAt, tries }: DeskSignIn, now: Temporal.Instant): boolean {
  return usedAt === null && tries < MOST_TRIES && Temporal.Instant.compare(now, expiresAt) < 0;
}

/** Of what is 256 unpredictable bits a plain fingerprint is enough. */
export function hashOfSecret(kind: 'session' | 'link', secret: string): string {
  return createHash('sha256').update(`desk ${kind} ${secret}`).digest('base64url');
}

/** The code that a browser shows is made from its secret and a key of ours: nobody can look for another secret with the same. */
export const shownOf = (secret: string): string => `desk shown ${secret}`;
export const askedOf = (shown: string): string => `desk asked ${shown}`;
export const answerOf = (shown: string, answer: string): string => `desk answer ${shown} ${answer}`;

/** Where the answer waits for its screen. */
export function answerPlace(signInId: string) {
  return { table: 'desk_sign_in', row: signInId, column: 'answer' } as const;
}
