import type pg from 'pg';
import { z } from 'zod';
import { AppLink, LinkTries } from '../people/apps/app-link.ts';
import type { PrismaClient } from './generated/client.ts';

const NOTHING = `SELECT NOT (
    EXISTS (SELECT FROM role WHERE "personId" = $1) OR EXISTS (SELECT FROM reflection WHERE "personId" = $1)
    OR EXISTS (SELECT FROM pair WHERE "mentorId" = $1 OR "menteeId" = $1)
    OR EXISTS (SELECT FROM meeting WHERE "mentorId" = $1 OR "menteeId" = $1)
    OR EXISTS (SELECT FROM supporter WHERE "personId" = $1 OR "supporterId" = $1)
    OR EXISTS (SELECT FROM draft WHERE "personId" = $1 AND form <> 'welcome')
    OR EXISTS (SELECT FROM group_member WHERE "personId" = $1 AND state <> 'wishes')
    OR EXISTS (SELECT FROM availability WHERE id = $1)) AS nothing`;

/** Reads about the chat apps that people link. */
export function readLinks(db: PrismaClient, pool: pg.Pool) {
  return {
    async link(id: string): Promise<AppLink | undefined> {
      const row = await db.appLink.findUnique({ where: { id } });
      return row === null ? undefined : AppLink.parse(row);
    },
    async linkByCode(codeHash: string): Promise<AppLink | undefined> {
      const row = await db.appLink.findUnique({ where: { codeHash } });
      return row === null ? undefined : AppLink.parse(row);
    },
    /** A person's codes that are not spent. */
    async openLinksOf(personId: string): Promise<AppLink[]> {
      const state = { in: ['offered', 'asked', 'answered'] };
      return z.array(AppLink).parse(await db.appLink.findMany({ where: { personId, state } }));
    },
    async tries(id: string): Promise<LinkTries | undefined> {
      const row = await db.linkTries.findUnique({ where: { id } });
      return row === null ? undefined : LinkTries.parse(row);
    },
    /** Whether nothing but the first questions is kept of somebody. */
    async hasNothing(personId: string): Promise<boolean> {
      const found = await pool.query({ name: 'has-nothing', text: NOTHING, values: [personId] });
      return z.object({ nothing: z.boolean() }).parse(found.rows[0]).nothing;
    },
  };
}
