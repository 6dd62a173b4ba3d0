import { z } from 'zod';
import { AdminToken } from '../kernel/admin-token.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about keys to the admin API. */
export function readTokens(db: PrismaClient) {
  return {
    async token(id: string): Promise<AdminToken | undefined> {
      const row = await db.adminToken.findUnique({ where: { id } });
      return row === null ? undefined : AdminToken.parse(row);
    },
    async byHash(hash: string): Promise<AdminToken | undefined> {
      const row = await db.adminToken.findUnique({ where: { hash } });
      return row === null ? undefined : AdminToken.parse(row);
    },
    async all(): Promise<AdminToken[]> {
      return z.array(AdminToken).parse(await db.adminToken.findMany({ orderBy: { createdAt: 'asc' } }));
    },
  };
}
