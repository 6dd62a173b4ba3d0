import { z } from 'zod';
import { Draft } from '../conversation/draft.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about forms that were begun. */
export function readDrafts(db: PrismaClient) {
  return {
    async draft(id: string): Promise<Draft | undefined> {
      const row = await db.draft.findUnique({ where: { id } });
      return row === null ? undefined : Draft.parse(row);
    },
    /** The drafts of one chat, the one last worked on first. */
    async of(accountId: string): Promise<Draft[]> {
      const rows = await db.draft.findMany({ where: { accountId }, orderBy: { updatedAt: 'desc' } });
      return z.array(Draft).parse(rows);
    },
  };
}
