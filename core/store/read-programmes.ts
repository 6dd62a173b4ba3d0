import type pg from 'pg';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import type { Pair } from '../pairs/pair.ts';
import { Programme, ProgrammeDocument } from '../programmes/programme.ts';
import type { PrismaClient } from './generated/client.ts';

const Loaded = z.object({ number: z.int(), loadedAt: instant, loadedBy: z.string() });

/** Reads about programmes. */
export function readProgrammes(db: PrismaClient, pool: pg.Pool) {
  return {
    async programme(id: string): Promise<Programme | undefined> {
      const row = await db.programme.findUnique({ where: { id } });
      return row === null ? undefined : Programme.parse(row);
    },
    async bySlug(slug: string): Promise<Programme | undefined> {
      const row = await db.programme.findUnique({ where: { slug } });
      return row === null ? undefined : Programme.parse(row);
    },
    /** Its documents as they were loaded once, by number. */
    async versions(
      programmeId: string,
      numbers: readonly number[],
    ): Promise<ReadonlyMap<number, ProgrammeDocument>> {
      const rows = await db.programmeVersion.findMany({
        where: { programmeId, number: { in: [...new Set(numbers)] } },
        select: { number: true, document: true },
      });
      return new Map(rows.map(({ number, document }) => [number, ProgrammeDocument.parse(document)]));
    },
    /** The document that is in force: its number, since when, and who loaded it. */
    async lastLoaded(programmeId: string): Promise<z.infer<typeof Loaded> | undefined> {
      const row = await db.programmeVersion.findFirst({
        where: { programmeId },
        orderBy: { number: 'desc' },
        select: { number: true, loadedAt: true, loadedBy: true },
      });
      return row === null ? undefined : Loaded.parse(row);
    },
    /** What modules were called in the documents that a programme had, by their codes: the latest name of each. */
    async moduleNames(programmeId: string): Promise<ReadonlyMap<string, string>> {
      const found = await pool.query({
        name: 'module-names',
        text: `SELECT DISTINCT ON (m->>'code') m->>'code' AS code, m->>'name' AS name FROM programme_version v,
          jsonb_array_elements(coalesce(v.document->'training'->'modules', '[]')) m
          WHERE v."programmeId" = $1 ORDER BY m->>'code', v.number DESC`,
        values: [programmeId],
      });
      const rows = z.array(z.object({ code: z.string(), name: z.string() })).parse(found.rows);
      return new Map(rows.map(({ code, name }) => [code, name]));
    },
    /** A pair's programme, with what the two agreed to as it was then. */
    async agreedBy({ programmeId, agreedNumber }: Pair): Promise<Programme | undefined> {
      const { rows } = await pool.query({
        name: 'programme-as-agreed',
        text: `SELECT programme_as_agreed(g, $2) AS programme FROM programme g WHERE g.id = $1`,
        values: [programmeId, agreedNumber ?? null],
      });
      return rows[0] === undefined ? undefined : Programme.parse(rows[0].programme);
    },
    /** Whether more than one takes people in. */
    async areMany(): Promise<boolean> {
      return (await db.programme.count({ where: { openedAt: { not: null } } })) > 1;
    },
    async all(): Promise<Programme[]> {
      return z
        .array(Programme)
        .parse(await db.programme.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }));
    },
    /** The programme an unknown person is welcomed to: the oldest. */
    async first(): Promise<Programme | undefined> {
      const row = await db.programme.findFirst({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
      return row === null ? undefined : Programme.parse(row);
    },
  };
}
