import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { next, together } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { ended } from './end-match.ts';
import { type Candidate, isThere, loadPool } from './may-be-offered.ts';

async function loadOpen(read: Reader, personId: string) {
  const open = await read.matches.openOf(personId);
  const programmeIds = [...new Set(open.map(({ programmeId }) => programmeId))];
  return await Promise.all(
    programmeIds.map(async (programmeId) => {
      const programme = await read.programmes.programme(programmeId);
      const own = open.filter((each) => each.programmeId === programmeId);
      const ids = [...new Set(own.map(({ menteeId }) => menteeId))];
      const [mentees, mentors, enquiries, tasks, pool] = await Promise.all([
        read.people.people(ids),
        read.people.people(own.map(({ mentorId }) => mentorId)),
        Promise.all(ids.map((id) => read.enquiries.of(id, programmeId, 'mentee'))),
        Promise.all(ids.map((id) => read.tasks.openAboutPerson(id))),
        programme === undefined ? undefined : loadPool(read, programme),
      ]);
      const waits = new Set(
        enquiries.filter((each) => each?.state === 'waiting').map((each) => each?.personId ?? ''),
      );
      return {
        programme,
        own,
        mentees,
        mentors,
        waits,
        tasks: tasks.flat(),
        mentorsThere: pool?.mentors ?? [],
      };
    }),
  );
}

/**
 * Something became otherwise with somebody: what was open with them and cannot be any more ends, and the other one hears so
 * kindly. Somebody who leaves, takes a break or is matched leaves nobody waiting for an answer (MAT-07).
 */
export const tidyMatches = command({
  name: 'tidy-matches',
  speaksFirst: true,
  schema: z.looseObject({
    personId: z.uuid().optional(),
    mentorId: z.uuid().optional(),
    menteeId: z.uuid().optional(),
  }),
  async load(read, { personId, mentorId, menteeId }) {
    const ids = [personId, mentorId, menteeId].flatMap((id) => id ?? []);
    const found = await Promise.all(ids.map((id) => loadOpen(read, id)));
    return found.flat();
  },
  decide(found, _args, at, by) {
    if (by.is !== 'clock') throw new Error('It follows from something else, nobody does it');
    const seen = new Set<string>();
    const changes = found.flatMap(({ programme, own, mentees, mentors, waits, tasks, mentorsThere }) =>
      own.flatMap((match) => {
        if (programme === undefined || seen.has(match.id)) return [];
        seen.add(match.id);
        const mentee = mentees.find(({ id }) => id === match.menteeId);
        const mentor = mentors.find(({ id }) => id === match.mentorId);
        const candidate = mentorsThere.find(({ id }) => id === match.mentorId);
        const menteeStands = mentee?.state === 'active' && waits.has(mentee.id);
        const mentorStands = hasPlace(candidate, programme, at.now);
        if (menteeStands && mentorStands) return [];
        const row = next(match, { state: 'withdrawn', endsAt: null });
        // Whoever left does not need to hear of it; whoever did not is told.
        const knew = [
          ...(menteeStands && mentee !== undefined ? [mentee] : []),
          ...(mentor?.state === 'active' && !menteeStands ? [mentor] : []),
        ];
        return [ended(match, row, knew, tasks, 'matching', at)];
      }),
    );
    return together(...changes);
  },
});

/** Pairs alone count here: whoever is asked keeps their own place. */
function hasPlace(candidate: Candidate | undefined, { document }: Programme, now: Temporal.Instant): boolean {
  if (candidate === undefined || !isThere(candidate, now)) return false;
  return (candidate.role.capacity ?? document.matching.capacity) > candidate.has;
}
