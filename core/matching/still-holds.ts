import type { Moment } from '../moment.ts';
import type { Reader } from '../store/reader.ts';
import type { Match } from './match.ts';
import { apartKey, freeOf, isThere, loadPool, type Pool } from './may-be-offered.ts';

type Two = Pick<Match, 'menteeId' | 'mentorId'>;

/** All that decides whether those whom it names may still be together; undefined: there is no such programme. */
export async function loadThere(
  read: Reader,
  programmeId: string,
  menteeIds: readonly string[],
  mentorIds: readonly string[],
) {
  const programme = await read.programmes.programme(programmeId);
  if (programme === undefined) return undefined;
  const [people, enquiries, pool] = await Promise.all([
    read.people.people(menteeIds),
    read.enquiries.waiting(programmeId, 'mentee'),
    loadPool(read, programme, mentorIds),
  ]);
  const siteOf = new Map(enquiries.map(({ personId, site }) => [personId, site]));
  const mentees = people.filter(
    ({ id, state, paused, wrappedKey }) =>
      state === 'active' && !paused && wrappedKey !== '' && siteOf.has(id),
  );
  return { pool, siteOf: new Map(mentees.map(({ id }) => [id, siteOf.get(id) ?? null])) };
}

export type There = NonNullable<Awaited<ReturnType<typeof loadThere>>>;

/** Whether two are both there, at one site, and nothing is between them. */
export function stillHolds({ pool, siteOf }: There, at: Moment): (two: Two) => boolean {
  const mentors = new Map(
    pool.mentors.filter((each) => isThere(each, at.now)).map((each) => [each.id, each]),
  );
  return ({ menteeId, mentorId }) => {
    const site = siteOf.get(menteeId);
    // Somebody who is not there has no site, and is not of none either.
    if (site === undefined || mentors.get(mentorId)?.enquiry.site !== site) return false;
    return !pool.apart.has(apartKey(menteeId, mentorId));
  };
}

/** Nobody is drafted with more than they have places for now. */
export function withPlaces<T extends Two>(pool: Pool, pairs: readonly T[]): T[] {
  const { capacity } = pool.plan.matching;
  const free = new Map(pool.mentors.map((each) => [each.id, freeOf(each, capacity)]));
  return pairs.filter(({ mentorId }) => {
    const places = free.get(mentorId) ?? 0;
    free.set(mentorId, places - 1);
    return places > 0;
  });
}
