import type pg from 'pg';
import { z } from 'zod';
import { DeskSession, DeskSignIn } from '../desk/desk-session.ts';

/** Most rows that are looked at of one person: those of the last weeks. */
const MOST = 100;

/** Reads about who is signed in at the desk. */
export function readSessions(pool: pg.Pool) {
  const all = async <T>(schema: z.ZodType<T>, sql: string, value: string): Promise<T[]> =>
    z.array(schema).parse((await pool.query(sql, [value])).rows);
  return {
    async signIn(id: string): Promise<DeskSignIn | undefined> {
      return (await all(DeskSignIn, 'SELECT * FROM desk_sign_in WHERE id = $1', id))[0];
    },
    /** The one that is good for longest, by what was shown: a code, or the secret of a link. */
    async signInBy(askedHash: string): Promise<DeskSignIn | undefined> {
      const sql =
        'SELECT * FROM desk_sign_in WHERE "askedHash" = $1 ORDER BY "expiresAt" DESC, "createdAt" DESC, id DESC LIMIT 1';
      return (await all(DeskSignIn, sql, askedHash))[0];
    },
    async signInsOf(personId: string): Promise<DeskSignIn[]> {
      const sql = `SELECT * FROM desk_sign_in WHERE "personId" = $1 ORDER BY "createdAt" DESC, id DESC LIMIT ${MOST}`;
      return await all(DeskSignIn, sql, personId);
    },
    async session(id: string): Promise<DeskSession | undefined> {
      return (await all(DeskSession, 'SELECT * FROM desk_session WHERE id = $1', id))[0];
    },
    async sessionBy(hash: string): Promise<DeskSession | undefined> {
      return (await all(DeskSession, 'SELECT * FROM desk_session WHERE hash = $1', hash))[0];
    },
    /** Those that nobody ended, oldest first. Whether they are over by themselves is for whoever asks. */
    async sessionsOf(personId: string): Promise<DeskSession[]> {
      const sql = `SELECT * FROM desk_session WHERE "personId" = $1 AND "endedAt" IS NULL
        ORDER BY "createdAt", id LIMIT ${MOST}`;
      return await all(DeskSession, sql, personId);
    },
  };
}
