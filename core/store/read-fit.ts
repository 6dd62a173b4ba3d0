import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { FitCheck } from '../nudges/fit-check.ts';
import type { PrismaClient } from './generated/client.ts';
import { stands } from './read-nudges.ts';

const held = { state: 'confirmed', ...stands };
const Met = z.object({ pairId: z.uuid(), _count: z.int() });

/** Reads about how two find it to meet, and how often they have met. */
export function readFit(db: PrismaClient) {
  return {
    async fit(id: string): Promise<FitCheck | undefined> {
      const row = await db.fitCheck.findUnique({ where: { id } });
      return row === null ? undefined : FitCheck.parse(row);
    },
    /** What the two of these pairs were asked of how they suit each other. */
    async fitsOf(pairIds: readonly string[]): Promise<FitCheck[]> {
      const where = { pairId: { in: [...pairIds] } };
      return z.array(FitCheck).parse(await db.fitCheck.findMany({ where }));
    },
    /** The starts of all agreed meetings of a pair, but for those of which somebody said that they did not happen. */
    async metOf(pairId: string): Promise<Temporal.Instant[]> {
      const rows = await db.meeting.findMany({ where: { pairId, ...held }, select: { startsAt: true } });
      return z
        .array(z.object({ startsAt: instant }))
        .parse(rows)
        .map(({ startsAt }) => startsAt);
    },
    /** How many of those each pair had that began before a moment; a pair without any is not there. */
    async metBefore(
      pairIds: readonly string[],
      before: Temporal.Instant,
    ): Promise<ReadonlyMap<string, number>> {
      const startsAt = { lte: before.toString() };
      const found = await db.meeting.groupBy({
        by: ['pairId'],
        where: { pairId: { in: [...pairIds] }, startsAt, ...held },
        _count: true,
      });
      return new Map(
        z
          .array(Met)
          .parse(found)
          .map(({ pairId, _count }) => [pairId, _count]),
      );
    },
  };
}
