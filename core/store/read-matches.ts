import { z } from 'zod';
import { Match, NeverWith } from '../matching/match.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about people who may become a pair. */
export function readMatches(db: PrismaClient) {
  return {
    async match(id: string): Promise<Match | undefined> {
      const row = await db.match.findUnique({ where: { id } });
      return row === null ? undefined : Match.parse(row);
    },
    /** All that was ever thought of for somebody in a programme. */
    async of(personId: string, programmeId: string): Promise<Match[]> {
      const where = { programmeId, OR: [{ menteeId: personId }, { mentorId: personId }] };
      return z.array(Match).parse(await db.match.findMany({ where, orderBy: { createdAt: 'asc' } }));
    },
    async inState(programmeId: string, states: readonly Match['state'][]): Promise<Match[]> {
      const where = { programmeId, state: { in: [...states] } };
      return z.array(Match).parse(await db.match.findMany({ where, orderBy: { createdAt: 'asc' } }));
    },
    async neverWith(programmeId: string): Promise<NeverWith[]> {
      return z.array(NeverWith).parse(await db.neverWith.findMany({ where: { programmeId } }));
    },
  };
}
