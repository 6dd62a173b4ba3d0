import type pg from 'pg';
import { z } from 'zod';
import { Disguise } from '../safe-device/disguise.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about chats that are put away, and about what was sent to them. */
export function readSafeDevice(db: PrismaClient, pool: pg.Pool) {
  return {
    async disguise(accountId: string): Promise<Disguise | undefined> {
      const row = await db.disguise.findUnique({ where: { id: accountId } });
      return row === null ? undefined : Disguise.parse(row);
    },
    async disguisesOf(personId: string): Promise<Disguise[]> {
      const accounts = await db.account.findMany({ where: { personId }, select: { id: true } });
      const ids = accounts.map(({ id }) => id);
      return z.array(Disguise).parse(await db.disguise.findMany({ where: { id: { in: ids } } }));
    },
    /** How many messages of ours are known to stand in a chat. */
    async standing(accountId: string): Promise<number> {
      return await db.sentMessage.count({ where: { accountId } });
    },
    /** Messages that wait until a chat is brought back. */
    async keptBack(accountId: string): Promise<string[]> {
      const found = await pool.query(
        `SELECT id FROM outgoing WHERE state = 'put-away' AND why = $1 ORDER BY id`,
        [accountId],
      );
      return z
        .array(z.object({ id: z.coerce.string() }))
        .parse(found.rows)
        .map(({ id }) => id);
    },
  };
}
