import { z } from 'zod';
import { instant } from './instant.ts';

/**
 * What a token may do: look, change, read what people wrote and chose to share with coordinators, end other tokens, or
 * send somebody and hear what the agency that sent them may hear.
 */
export const Scope = z.enum(['read', 'write', 'shared', 'concerns', 'tokens', 'referrals']);
export type Scope = z.infer<typeof Scope>;

/** A key to the admin API, made on the command line and shown once; only its hash is kept. */
export const AdminToken = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  hash: z.string(),
  scopes: z.array(z.string()),
  /** The code of the agency that holds it: it sends people from there, and hears of nobody else. */
  source: z.string().nullable(),
  /** The one programme that it sees and changes; null: all of them. */
  programmeId: z.uuid().nullable(),
  /** The one site of it; null: all of it. */
  site: z.string().nullable(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export type AdminToken = z.infer<typeof AdminToken>;
