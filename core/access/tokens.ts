import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Scope } from '../kernel/admin-token.ts';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { noSuchSite } from '../kernel/no-such-site.ts';
import { Code } from '../programmes/code.ts';
import { text } from '../texts/text.ts';

const PREFIX = 'bt_';

/** A new token from 32 unpredictable bytes. It is shown once; 256 bits need no slow hash. */
export function tokenFrom(random: Uint8Array): string {
  return `${PREFIX}${Buffer.from(random).toString('base64url')}`;
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Keeps a new token's hash. */
export const makeToken = command({
  name: 'make-token',
  schema: z.object({
    name: z.string().trim().min(1).max(60),
    hash: z.string().length(43),
    scopes: z.array(Scope).min(1),
    /** Of a key that does nothing but send people: the code of whoever holds it. */
    source: Code.optional(),
    /** The one programme that it sees and changes, by its short name; and of that the one site. */
    programme: z.string().optional(),
    site: Code.optional(),
    days: z.int().min(1).max(730),
  }),
  load: (read) => read.programmes.all(),
  decide(programmes, { name, hash, scopes, source, programme: slug, site, days }, at, by) {
    if (by.is !== 'coordinator') return { refused: 'token.not-yours', say: text('coordinators-only') };
    const senders = programmes.flatMap(({ document }) => document.sources);
    const isKnown = senders.some(
      ({ code, kind }) => code === source && (kind === 'agency' || kind === 'host'),
    );
    if (source !== undefined && !isKnown) return { refused: 'token.source', say: text('referral-source') };
    // Whoever is bound to a source may do nothing that is not about it.
    if (source !== undefined && scopes.some((each) => each !== 'referrals'))
      return { refused: 'token.bound', say: text('token-bound') };
    const programme = programmes.find((each) => each.slug === slug);
    if (slug !== undefined && programme === undefined)
      return { refused: 'programme.unknown', say: text('programme-unknown') };
    // A site is one of a programme that is named: what is not known lets in nobody.
    const away = site === undefined ? undefined : noSuchSite(programme?.document ?? { sites: [] }, site);
    if (away !== undefined) return away;
    const id = at.newId();
    const expiresAt = at.now.add({ hours: 24 * days });
    const row = {
      id,
      version: 1,
      name,
      hash,
      scopes,
      source: source ?? null,
      programmeId: programme?.id ?? null,
      site: site ?? null,
      createdAt: at.now,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    };
    return change({
      saves: [{ table: 'admin_token', row }],
      events: [{ event: 'token.made', ids: { tokenId: id } }],
    });
  },
});

/** Ends a token at once. */
export const revokeToken = command({
  name: 'revoke-token',
  schema: z.object({ tokenId: z.uuid() }),
  load: (read, { tokenId }) => read.tokens.token(tokenId),
  decide(token, { tokenId }, at, by) {
    if (by.is !== 'coordinator') return { refused: 'token.not-yours', say: text('coordinators-only') };
    const isOwn = by.tokenId === undefined || by.tokenId === tokenId;
    // A token that is made for it ends others; any ends itself, as when it has leaked.
    if (!isOwn && by.scopes?.includes('tokens') !== true)
      return { refused: 'token.not-yours', say: text('coordinators-only') };
    if (token === undefined) return { refused: 'token.unknown', say: text('token-unknown') };
    if (token.revokedAt !== null) return change({});
    return change({
      saves: [{ table: 'admin_token', row: next(token, { revokedAt: at.now }) }],
      events: [{ event: 'token.revoked', ids: { tokenId: token.id } }],
    });
  },
});
