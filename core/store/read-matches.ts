import { z } from 'zod';
import { Enquiry } from '../enquiries/enquiry.ts';
import { DraftDifference, Match, MatchDraft, NeverWith } from '../matching/match.ts';
import { Person, Role } from '../people/person.ts';
import type { PrismaClient } from './generated/client.ts';

const OPEN: Match['state'][] = ['drafted', 'offered', 'asked', 'accepted'];

/** Reads about people who may become a pair. */
export function readMatches(db: PrismaClient) {
  const matches = async (where: object): Promise<Match[]> =>
    z.array(Match).parse(await db.match.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }));
  return {
    async match(id: string): Promise<Match | undefined> {
      const row = await db.match.findUnique({ where: { id } });
      return row === null ? undefined : Match.parse(row);
    },
    /** All that was ever thought of for somebody in a programme. */
    of: (personId: string, programmeId: string): Promise<Match[]> =>
      matches({ programmeId, OR: [{ menteeId: personId }, { mentorId: personId }] }),
    /** All that was ever thought of for these mentees in a programme. */
    ofMentees: (menteeIds: readonly string[], programmeId: string): Promise<Match[]> =>
      matches({ programmeId, menteeId: { in: [...menteeIds] } }),
    /** What is still open with somebody, in whatever programme. */
    openOf: (personId: string): Promise<Match[]> =>
      matches({ state: { in: OPEN }, OR: [{ menteeId: personId }, { mentorId: personId }] }),
    inState: (programmeId: string, states: readonly Match['state'][]): Promise<Match[]> =>
      matches({ programmeId, state: { in: [...states] } }),
    async neverWith(programmeId: string): Promise<NeverWith[]> {
      return z.array(NeverWith).parse(await db.neverWith.findMany({ where: { programmeId } }));
    },
    /** Every two who are or were a pair in a programme, however it came about. */
    wereTogether: (programmeId: string): Promise<{ mentorId: string; menteeId: string }[]> =>
      db.pair.findMany({ where: { programmeId }, select: { mentorId: true, menteeId: true } }),
    /** Whether two are never to be matched, whoever asked for it. */
    async areApart(programmeId: string, one: string, other: string): Promise<boolean> {
      const [firstId = '', secondId = ''] = [one, other].toSorted();
      const where = { programmeId_firstId_secondId: { programmeId, firstId, secondId } };
      return (await db.neverWith.findUnique({ where, select: { id: true } })) !== null;
    },
    async draftOf(programmeId: string): Promise<MatchDraft | undefined> {
      const row = await db.matchDraft.findUnique({ where: { programmeId } });
      return row === null ? undefined : MatchDraft.parse(row);
    },
    async draft(id: string): Promise<MatchDraft | undefined> {
      const row = await db.matchDraft.findUnique({ where: { id } });
      return row === null ? undefined : MatchDraft.parse(row);
    },
    /** Those that were asked for and are not made yet. */
    async draftsToMake(): Promise<MatchDraft[]> {
      const where = { state: { in: ['queued', 'drafting'] } };
      return z
        .array(MatchDraft)
        .parse(await db.matchDraft.findMany({ where, orderBy: { createdAt: 'asc' } }));
    },
    /** How many are drafted, of whom nobody has heard yet. */
    draftedIn: (programmeId: string): Promise<number> =>
      db.match.count({ where: { programmeId, state: 'drafted' } }),
    /** Where a draft differs from the other one, thread by thread. */
    async differences(draftId: string): Promise<DraftDifference[]> {
      const orderBy = [{ thread: 'asc' as const }, { turn: 'asc' as const }, { id: 'asc' as const }];
      return z
        .array(DraftDifference)
        .parse(await db.draftDifference.findMany({ where: { draftId }, orderBy }));
    },
    /** Everybody who could be a mentor in a programme, or of these alone. */
    mentors: (programmeId: string, only?: readonly string[]) => mentorsOf(db, programmeId, only),
  };
}

/** Somebody who may be offered as a mentor, as far as it can be read. */
export type MentorFound = {
  readonly person: Person;
  readonly role: Role;
  readonly enquiry: Enquiry;
  readonly reachable: boolean;
  /** Pairs they are in. */
  readonly has: number;
  /** Mentees who ask them just now, each of whom keeps a place. */
  readonly askedBy: readonly string[];
};

/** Everybody who supports people in a programme or would like to: with their role, their way in, and whom they have. */
async function mentorsOf(
  db: PrismaClient,
  programmeId: string,
  only: readonly string[] | undefined,
): Promise<MentorFound[]> {
  const whose = only === undefined ? {} : { personId: { in: [...only] } };
  const theirs = only === undefined ? {} : { mentorId: { in: [...only] } };
  const holds = { programmeId, endedAt: null, role: { in: ['mentor', 'volunteer'] }, ...whose };
  const [roles, enquiries, pairs, requests] = await Promise.all([
    db.role.findMany({ where: holds, orderBy: { role: 'asc' } }).then((rows) => z.array(Role).parse(rows)),
    db.enquiry
      .findMany({ where: { programmeId, as: 'mentor', state: { in: ['waiting', 'matched'] }, ...whose } })
      .then((rows) => z.array(Enquiry).parse(rows)),
    db.pair.findMany({
      where: { programmeId, state: { not: 'ended' }, ...theirs },
      select: { mentorId: true },
    }),
    db.match.findMany({
      where: { programmeId, state: { in: ['asked', 'accepted'] }, ...theirs },
      select: { menteeId: true, mentorId: true },
    }),
  ]);
  const ids = enquiries.map(({ personId }) => personId);
  const [people, reached] = await Promise.all([
    db.person.findMany({ where: { id: { in: ids } } }).then((rows) => z.array(Person).parse(rows)),
    db.account.findMany({
      where: { personId: { in: ids }, reachable: true },
      select: { personId: true },
    }),
  ]);
  const byId = new Map(people.map((each) => [each.id, each]));
  const roleOf = new Map(roles.toReversed().map((each) => [each.personId, each]));
  const reachable = new Set(reached.map(({ personId }) => personId));
  const has = counted(pairs.map(({ mentorId }) => mentorId));
  return enquiries.flatMap((enquiry) => {
    const [person, role] = [byId.get(enquiry.personId), roleOf.get(enquiry.personId)];
    if (person === undefined || role === undefined) return [];
    const asks = requests.filter(({ mentorId }) => mentorId === person.id);
    return [
      {
        person,
        role,
        enquiry,
        reachable: reachable.has(person.id),
        has: has.get(person.id) ?? 0,
        askedBy: asks.map(({ menteeId }) => menteeId),
      },
    ];
  });
}

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
