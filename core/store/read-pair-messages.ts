import type pg from 'pg';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { MessageReport, PairContact, PairMessage } from '../pair-messages/pair-message.ts';
import { Pair } from '../pairs/pair.ts';
import { Person } from '../people/person.ts';
import { Programme } from '../programmes/programme.ts';
import type { PrismaClient } from './generated/client.ts';

const Two = z.object({
  pair: Pair,
  mentor: Person,
  mentee: Person,
  programme: Programme,
  contact: PairContact.nullable(),
  /** Those of the two who can be written to in an app. */
  reachable: z.array(z.uuid()),
});
/** The two of a pair, and how they write to each other. */
export type TwoInContact = z.infer<typeof Two>;

const TWO = `SELECT to_jsonb(p) AS pair, to_jsonb(r) AS mentor, to_jsonb(e) AS mentee, programme_as_agreed(g, p."agreedNumber") AS programme,
    to_jsonb(c) AS contact, (SELECT coalesce(jsonb_agg(DISTINCT a."personId"), '[]') FROM account a
      WHERE a.reachable AND a."personId" IN (r.id, e.id)) AS reachable
  FROM pair p JOIN person r ON r.id = p."mentorId" JOIN person e ON e.id = p."menteeId"
  JOIN programme g ON g.id = p."programmeId" LEFT JOIN pair_contact c ON c.id = p.id`;

const ARRIVED = `SELECT EXISTS (SELECT FROM outgoing WHERE "personId" = $2 AND screen = 'pair-message'
  AND args->>'messageId' = $1 AND state = 'sent') AS arrived`;

const CARD_OF = `SELECT (SELECT max(s.at) FROM shown s JOIN account a ON a.id = s."shownTo"
    WHERE a."personId" = $1 AND s.card = $2) AS "sentAt",
  EXISTS (SELECT FROM outgoing WHERE "personId" = $1 AND card = $2 AND mode = 'new' AND state = 'waiting') AS waits`;

const CardSent = z.object({ sentAt: instant.nullable(), waits: z.boolean() });
/** When a card was last sent to somebody, and whether it is about to be. */
export type CardSent = z.infer<typeof CardSent>;

const REPORTED = `SELECT to_jsonb(m) AS message, to_jsonb(t) AS report FROM message_report t
  JOIN pair_message m ON m.id = t."messageId"
  WHERE t.id = $1 AND EXISTS (SELECT FROM journal j WHERE j.event = 'message-report.opened' AND j.ids->>'taskId' = $2)`;

/** Reads about what the two of a pair write to each other. */
export function readPairMessages(db: PrismaClient, pool: pg.Pool) {
  return {
    async two(pairId: string): Promise<TwoInContact | undefined> {
      const { rows } = await pool.query({
        name: 'pair-two',
        text: `${TWO} WHERE p.id = $1`,
        values: [pairId],
      });
      return rows[0] === undefined ? undefined : Two.parse(rows[0]);
    },
    /** Of every pair of a person that has not ended, oldest first. */
    async twosOf(personId: string): Promise<TwoInContact[]> {
      const text = `${TWO} WHERE p.state <> 'ended' AND $1 IN (p."mentorId", p."menteeId") ORDER BY p."createdAt", p.id`;
      return z.array(Two).parse((await pool.query({ name: 'pair-twos', text, values: [personId] })).rows);
    },
    async cardSent(personId: string, card: string): Promise<CardSent> {
      const { rows } = await pool.query({ name: 'card-sent', text: CARD_OF, values: [personId, card] });
      return CardSent.parse(rows[0]);
    },
    async message(id: string): Promise<PairMessage | undefined> {
      const row = await db.pairMessage.findUnique({ where: { id } });
      return row === null ? undefined : PairMessage.parse(row);
    },
    /** What waits to be passed on in a pair, or to or from a person, oldest first. */
    async waiting(of: { pairId?: string; toId?: string; fromId?: string }): Promise<PairMessage[]> {
      const rows = await db.pairMessage.findMany({
        where: { ...of, state: 'waiting' },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return z.array(PairMessage).parse(rows);
    },
    /** Whether the reader's app has taken it. */
    async arrived({ id, toId }: PairMessage): Promise<boolean> {
      const { rows } = await pool.query({ name: 'pair-message-arrived', text: ARRIVED, values: [id, toId] });
      return z.object({ arrived: z.boolean() }).parse(rows[0]).arrived;
    },
    async report(taskId: string): Promise<MessageReport | undefined> {
      const row = await db.messageReport.findUnique({ where: { id: taskId } });
      return row === null ? undefined : MessageReport.parse(row);
    },
    async reportsOf(messageId: string): Promise<MessageReport[]> {
      return z.array(MessageReport).parse(await db.messageReport.findMany({ where: { messageId } }));
    },
    /** A reported message that a coordinator has opened; nothing unless the journal says so. */
    async opened(taskId: string): Promise<PairMessage | undefined> {
      const { rows } = await pool.query(REPORTED, [taskId, taskId]);
      return rows[0] === undefined ? undefined : z.object({ message: PairMessage }).parse(rows[0]).message;
    },
  };
}
