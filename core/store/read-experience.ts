import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import type { PrismaClient } from './generated/client.ts';

/** Somebody who was supported here: since when they no longer are; null while they are, or wait for it. */
export type MovedOn = { readonly at: Temporal.Instant | null };

const Ended = z.array(z.object({ personId: z.uuid(), endedAt: instant.nullable() }));
const Hours = z.object({ _sum: z.object({ minutes: z.int().nullable() }), _count: z.int() });

/** How long, in minutes, and how often. */
export type Spent = { readonly minutes: number; readonly times: number };

/** Reads about what somebody did here besides training. */
export function readExperience(db: PrismaClient) {
  return {
    /** Of these people, those who were supported in a programme, and since when they are no longer. */
    async movedOn(personIds: readonly string[], programmeId: string): Promise<ReadonlyMap<string, MovedOn>> {
      const ids = [...personIds];
      const [roles, pairs] = await Promise.all([
        db.role.findMany({
          where: { personId: { in: ids }, programmeId, role: 'mentee' },
          select: { personId: true, endedAt: true },
        }),
        db.pair.findMany({
          where: { menteeId: { in: ids }, programmeId },
          select: { menteeId: true, endedAt: true, state: true },
        }),
      ]);
      const inRoles = Ended.parse(roles);
      const inPairs = Ended.parse(pairs.map(({ menteeId, endedAt }) => ({ personId: menteeId, endedAt })));
      const found = ids.flatMap((id) => {
        const own = inPairs.filter(({ personId }) => personId === id);
        const as = inRoles.filter(({ personId }) => personId === id);
        if (own.length + as.length === 0) return [];
        // Whoever had somebody moved on with the last of them; whoever never had, with the role.
        return [[id, { at: lastOf(own.length > 0 ? own : as) }] as const];
      });
      return new Map(found);
    },
    /** Those who support somebody in a programme now. */
    async supporting(programmeId: string): Promise<ReadonlySet<string>> {
      const where = { programmeId, state: { not: 'ended' } };
      const found = await db.pair.findMany({ where, select: { mentorId: true }, distinct: ['mentorId'] });
      return new Set(found.map(({ mentorId }) => mentorId));
    },
    /** How long somebody met those whom they support, of meetings of which one of the two said that they happened. */
    async metOf(mentorId: string): Promise<Spent> {
      const answers = [{ mentorAnswer: 'happened' }, { menteeAnswer: 'happened' }];
      return await spent(
        db.meeting.aggregate({
          where: { mentorId, state: 'confirmed', OR: answers },
          _sum: { minutes: true },
          _count: true,
        }),
      );
    },
    /** The same of the meetings of groups that they lead. */
    async ledOf(leadId: string): Promise<Spent> {
      const groups = await db.group.findMany({ where: { leadId }, select: { id: true } });
      const groupId = { in: groups.map(({ id }) => id) };
      return await spent(
        db.groupMeeting.aggregate({
          where: { groupId, state: 'planned', registerDoneAt: { not: null } },
          _sum: { minutes: true },
          _count: true,
        }),
      );
    },
  };
}

/** The last of them; null where one has not ended. */
function lastOf(ended: z.infer<typeof Ended>): Temporal.Instant | null {
  const ends = ended.flatMap(({ endedAt }) => endedAt ?? []);
  if (ends.length < ended.length) return null;
  return ends.toSorted(Temporal.Instant.compare).at(-1) ?? null;
}

async function spent(asked: Promise<unknown>): Promise<Spent> {
  const { _sum, _count } = Hours.parse(await asked);
  return { minutes: _sum.minutes ?? 0, times: _count };
}
