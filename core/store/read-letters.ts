import { z } from 'zod';
import { Letter } from '../letters/letter.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about what coordinators and people wrote to each other. */
export function readLetters(db: PrismaClient) {
  return {
    async letter(id: string): Promise<Letter | undefined> {
      const row = await db.letter.findUnique({ where: { id } });
      return row === null ? undefined : Letter.parse(row);
    },
    async writtenBy(fromId: string): Promise<Letter[]> {
      return z.array(Letter).parse(await db.letter.findMany({ where: { fromId } }));
    },
    /** The latest that one wrote to the other. */
    async latest(fromId: string, toId: string): Promise<Letter | undefined> {
      const row = await db.letter.findFirst({ where: { fromId, toId }, orderBy: { createdAt: 'desc' } });
      return row === null ? undefined : Letter.parse(row);
    },
  };
}
