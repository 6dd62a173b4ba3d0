import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../store/reader.ts';
import { hashOfToken, Scope } from './tokens.ts';

/** Whoever holds a good token. */
export type TokenHolder = { readonly id: string; readonly name: string; readonly scopes: readonly Scope[] };

/** Whose token this is; undefined when it is nobody's, over or revoked. Which of these it was is not for the asker. */
export async function holderOf(read: Reader, token: string, at: Moment): Promise<TokenHolder | undefined> {
  const found = await read.tokens.byHash(hashOfToken(token));
  if (found === undefined || found.revokedAt !== null) return undefined;
  if (found.expiresAt !== null && !isBefore(at.now, found.expiresAt)) return undefined;
  const scopes = Scope.array().safeParse(found.scopes);
  return scopes.success ? { id: found.id, name: found.name, scopes: scopes.data } : undefined;
}
