import { z } from 'zod';
import { Programme } from '../programmes/programme.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about programmes. */
export function readProgrammes(db: PrismaClient) {
  return {
    async programme(id: string): Promise<Programme | undefined> {
      const row = await db.programme.findUnique({ where: { id } });
      return row === null ? undefined : Programme.parse(row);
    },
    async bySlug(slug: string): Promise<Programme | undefined> {
      const row = await db.programme.findUnique({ where: { slug } });
      return row === null ? undefined : Programme.parse(row);
    },
    async all(): Promise<Programme[]> {
      return z.array(Programme).parse(await db.programme.findMany({ orderBy: { createdAt: 'asc' } }));
    },
    /** The programme an unknown person is welcomed to: the oldest. */
    async first(): Promise<Programme | undefined> {
      const row = await db.programme.findFirst({ orderBy: { createdAt: 'asc' } });
      return row === null ? undefined : Programme.parse(row);
    },
  };
}
