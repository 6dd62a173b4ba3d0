import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Core } from '../../core/index.ts';
import type { SendingSides } from './sending-sides.ts';

const coordinator = { is: 'coordinator', name: 'bench' } as const;

/** Enrols as many people as are named, each with their account in that app. Their ids, in the same order. */
export async function enrol(
  core: Core,
  pool: pg.Pool,
  { name, people }: Pick<SendingSides, 'name' | 'people'>,
): Promise<string[]> {
  const programmeId = (await core.read.programmes.first())?.id ?? '';
  const ids: string[] = [];
  for (const { userId, tenant } of people) {
    const args = { name: 'Ada', programmeId, role: 'mentee', agreed: true, adult: true };
    await core.perform({ command: 'enrol-person', args, by: coordinator });
    const added = await pool.query(
      `INSERT INTO account (id, version, platform, tenant, "userId", "chatId", "personId", "programmeId", reachable, "createdAt")
       SELECT $1, 1, $2, $3, $4, $4, p.id, $5, true, now() FROM person p
       WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a."personId" = p.id) RETURNING "personId" AS id`,
      [randomUUID(), name, tenant, userId, programmeId],
    );
    ids.push(String(added.rows[0]?.id));
  }
  return ids;
}

/** A message as the bot sends most: a sentence with buttons below it. */
export async function fill(pool: pg.Pool, ids: readonly string[], each: number): Promise<void> {
  await pool.query(
    `INSERT INTO outgoing (chat, "personId", screen, args, mode, always, "dueAt", state, attempts, "createdAt")
     SELECT p, p::uuid, 'say', jsonb_build_object('id', 'letter-from', 'args', jsonb_build_object('name', n::text)),
       'new', false, now(), 'waiting', 0, now()
     FROM generate_series(1, $2::int) n, unnest($1::text[]) p ORDER BY n`,
    [ids, each],
  );
}
