import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import { text } from '../texts/text.ts';
import type { Match } from './match.ts';
import { apartKey, isThere, loadPool, seekerOf } from './may-be-offered.ts';
import { scorePair } from './score-pair.ts';

/** In a draft a coordinator puts another mentor beside a mentee. What blocks two people blocks them here as well. */
export const swapDrafted = command({
  name: 'swap-drafted',
  schema: z.object({ matchId: z.uuid(), mentorId: z.uuid() }),
  async load(read, { matchId, mentorId }, by) {
    const [match, roles] = await Promise.all([
      read.matches.match(matchId),
      rolesOfActor(read, by, { matchId, mentorId }),
    ]);
    const programme = match === undefined ? undefined : await read.programmes.programme(match.programmeId);
    if (match === undefined || programme === undefined) return { match: undefined, roles };
    const [person, enquiry, pool, known] = await Promise.all([
      read.people.person(match.menteeId),
      read.enquiries.of(match.menteeId, match.programmeId, 'mentee'),
      loadPool(read, programme, [mentorId]),
      read.matches.of(match.menteeId, match.programmeId),
    ]);
    const seeker =
      person === undefined || enquiry === undefined ? undefined : seekerOf(read, person, enquiry);
    const candidate = pool.mentors.find(({ id }) => id === mentorId);
    return { match, roles, pool, seeker, candidate, other: known.find((each) => each.mentorId === mentorId) };
  },
  decide(data, { mentorId }, at, by) {
    const { match, roles } = data;
    if (!mayCoordinate(by, roles, match?.programmeId ?? null))
      return { refused: 'match.not-yours', say: text('coordinators-only') };
    if (match === undefined) return { refused: 'match.unknown', say: text('match-unknown') };
    const { pool, seeker, candidate, other } = data;
    if (match.state !== 'drafted') return { refused: 'match.not-open', say: text('match-not-open') };
    const never = pool.apart.has(apartKey(match.menteeId, mentorId));
    const scored =
      seeker === undefined || candidate === undefined || !isThere(candidate, at.now)
        ? undefined
        : scorePair(pool.plan, seeker, candidate, { never });
    if (scored?.is !== 'open') return { refused: 'match.blocked', say: text('match-blocked') };
    if (other !== undefined && other.state !== 'withdrawn' && other.state !== 'passed')
      return { refused: 'match.not-open', say: text('match-not-open') };
    const { id: _id, version: _version, ...fields } = match;
    const how = { ...fields, mentorId, score: scored.score, reasons: scored.reasons, createdAt: at.now };
    const row: Match = other === undefined ? { id: at.newId(), version: 1, ...how } : next(other, how);
    const saves: Save[] = [
      { table: 'match', row: next(match, { state: 'withdrawn', draftId: null }) },
      { table: 'match', row },
    ];
    return change({ saves, events: [{ event: 'draft.changed', ids: { matchId: row.id } }] });
  },
});
