import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { Nudge } from '../nudges/nudge.ts';
import type { LatestMeetings } from '../nudges/nudge-facts.ts';
import type { PrismaClient } from './generated/client.ts';

const Latest = z.object({
  pairId: z.uuid(),
  state: z.enum(['proposed', 'confirmed']),
  _max: z.object({ startsAt: instant, createdAt: instant }),
});

const LastOf = z.object({ personId: z.uuid(), pairId: z.uuid(), _max: z.object({ createdAt: instant }) });

// Nobody said that it was moved or did not happen.
const saidOfIt = { in: ['happened', 'rather-not-say'] };
export const stands = {
  AND: [
    { OR: [{ mentorAnswer: null }, { mentorAnswer: saidOfIt }] },
    { OR: [{ menteeAnswer: null }, { menteeAnswer: saidOfIt }] },
  ],
};

/** Reads about nudges and what they are decided on. */
export function readNudges(db: PrismaClient) {
  return {
    async nudge(id: string): Promise<Nudge | undefined> {
      const row = await db.nudge.findUnique({ where: { id } });
      return row === null ? undefined : Nudge.parse(row);
    },
    /** What the bot wrote to a person first, latest first. */
    async latestTo(personId: string, most: number): Promise<Nudge[]> {
      const rows = await db.nudge.findMany({
        where: { personId },
        orderBy: { createdAt: 'desc' },
        take: most,
      });
      return z.array(Nudge).parse(rows);
    },
    /** When each of the two of these pairs last had a nudge by a rule. */
    async lastOf(rule: string, pairIds: readonly string[]) {
      const found = await db.nudge.groupBy({
        by: ['personId', 'pairId'],
        where: { rule, pairId: { in: [...pairIds] } },
        _max: { createdAt: true },
      });
      return z
        .array(LastOf)
        .parse(found)
        .map(({ personId, pairId, _max }) => ({ personId, pairId, at: _max.createdAt }));
    },
    /** The latest meetings of each of these pairs; a pair without any is there too. */
    async latestMeetings(pairIds: readonly string[]): Promise<ReadonlyMap<string, LatestMeetings>> {
      const found = await db.meeting.groupBy({
        by: ['pairId', 'state'],
        where: { pairId: { in: [...pairIds] }, state: { in: ['proposed', 'confirmed'] }, ...stands },
        _max: { startsAt: true, createdAt: true },
      });
      const rows = z.array(Latest).parse(found);
      return new Map(
        pairIds.map((pairId) => [pairId, latestOf(rows.filter((row) => row.pairId === pairId))]),
      );
    },
  };
}

function latestOf(rows: readonly z.infer<typeof Latest>[]): LatestMeetings {
  const of = (state: 'proposed' | 'confirmed') => rows.find((row) => row.state === state)?._max.startsAt;
  const made = rows
    .map((row) => row._max.createdAt)
    .sort((a, b) => b.epochMilliseconds - a.epochMilliseconds);
  return { confirmed: of('confirmed'), proposed: of('proposed'), made: made[0] };
}
