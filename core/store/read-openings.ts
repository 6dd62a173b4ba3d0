import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { Opening } from '../openings/opening.ts';
import { PairMessage } from '../pair-messages/pair-message.ts';
import type { PrismaClient } from './generated/client.ts';

/**
 * Those who coordinate or answer for safeguarding where somebody takes part; of whoever is in no programme, all of them.
 * Whoever coordinates one site is only asked about people of it.
 */
const WATCHING = `SELECT DISTINCT o."personId" AS id FROM role o JOIN person p ON p.id = o."personId" AND p.state = 'active'
  WHERE o.role IN ('coordinator', 'safeguarding-lead', 'safeguarding-deputy') AND o."endedAt" IS NULL
    AND (o.site IS NULL OR o.site = ANY(sites_of($1, o."programmeId")))
    AND (NOT EXISTS (SELECT FROM role t WHERE t."personId" = $1 AND t."endedAt" IS NULL)
      OR EXISTS (SELECT FROM role t WHERE t."personId" = $1 AND t."endedAt" IS NULL AND t."programmeId" = o."programmeId"))
  ORDER BY id`;

/** Reads about what is opened of what people wrote. */
export function readOpenings(db: PrismaClient, pool: pg.Pool) {
  const opening = async (id: string): Promise<Opening | undefined> => {
    const row = await db.opening.findUnique({ where: { id } });
    return row === null ? undefined : Opening.parse(row);
  };
  return {
    opening,
    async watching(personId: string): Promise<string[]> {
      const { rows } = await pool.query({ name: 'watching', text: WATCHING, values: [personId] });
      return z
        .array(z.object({ id: z.uuid() }))
        .parse(rows)
        .map(({ id }) => id);
    },
    async openings(): Promise<Opening[]> {
      return z.array(Opening).parse(await db.opening.findMany({ orderBy: { askedAt: 'desc' }, take: 200 }));
    },
    /** Of what a person was told, newest first. */
    async toldTo(personId: string): Promise<{ toldAt: Temporal.Instant }[]> {
      const rows = await db.opening.findMany({
        where: { personId, toldAt: { not: null } },
        orderBy: { toldAt: 'desc' },
        select: { toldAt: true },
      });
      return z.array(z.object({ toldAt: instant })).parse(rows);
    },
    /** What a person wrote to others, oldest first, still sealed. */
    async messagesBy(personId: string): Promise<PairMessage[]> {
      const where = { fromId: personId, state: { not: 'taken-back' } };
      return z
        .array(PairMessage)
        .parse(await db.pairMessage.findMany({ where, orderBy: { createdAt: 'asc' } }));
    },
  };
}
