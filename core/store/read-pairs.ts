import { z } from 'zod';
import { Pair } from '../pairs/pair.ts';
import { Person } from '../people/person.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about pairs. */
export function readPairs(db: PrismaClient) {
  return {
    async pair(id: string): Promise<Pair | undefined> {
      const row = await db.pair.findUnique({ where: { id } });
      return row === null ? undefined : Pair.parse(row);
    },
    /** The pairs a person is in that have not ended, on either side, oldest first. */
    async pairsOf(personId: string): Promise<Pair[]> {
      const rows = await db.pair.findMany({
        where: { state: { not: 'ended' }, OR: [{ mentorId: personId }, { menteeId: personId }] },
        orderBy: { createdAt: 'asc' },
      });
      return z.array(Pair).parse(rows);
    },
    /** Every pair a person is or was in, newest first. */
    async everOf(personId: string): Promise<Pair[]> {
      const where = { OR: [{ mentorId: personId }, { menteeId: personId }] };
      return z.array(Pair).parse(await db.pair.findMany({ where, orderBy: { createdAt: 'desc' } }));
    },
    /** The running pairs of a programme with their two people, in the order of their ids. */
    async runningIn(
      programmeId: string,
      page: { readonly after: string | undefined; readonly most: number },
    ): Promise<{ pair: Pair; two: Person[] }[]> {
      const rows = await db.pair.findMany({
        where: {
          programmeId,
          state: { not: 'ended' },
          ...(page.after === undefined ? {} : { id: { gt: page.after } }),
        },
        orderBy: { id: 'asc' },
        take: page.most,
      });
      const pairs = z.array(Pair).parse(rows);
      const ids = [...new Set(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))];
      const people = z.array(Person).parse(await db.person.findMany({ where: { id: { in: ids } } }));
      return pairs.map((pair) => ({
        pair,
        two: people.filter(({ id }) => id === pair.mentorId || id === pair.menteeId),
      }));
    },
    async list(): Promise<Pair[]> {
      return z.array(Pair).parse(await db.pair.findMany({ orderBy: { createdAt: 'asc' } }));
    },
    async active(page: { readonly after?: string; readonly most: number }): Promise<Pair[]> {
      const rows = await db.pair.findMany({
        where: { state: 'active', ...(page.after === undefined ? {} : { id: { gt: page.after } }) },
        orderBy: { id: 'asc' },
        take: page.most,
      });
      return z.array(Pair).parse(rows);
    },
  };
}
