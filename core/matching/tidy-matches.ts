import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { next, together } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { capacityOf } from '../pairs/begin-pair.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { ended } from './end-match.ts';
import { type Candidate, isThere, loadPool } from './may-be-offered.ts';

async function loadOpen(read: Reader, personIds: readonly string[]) {
  const found = (await Promise.all(personIds.map((id) => read.matches.openOf(id)))).flat();
  // Two who became a pair may have been thought of for one another.
  const open = [...new Map(found.map((match) => [match.id, match])).values()];
  const programmeIds = [...new Set(open.map(({ programmeId }) => programmeId))];
  return await Promise.all(
    programmeIds.map(async (programmeId) => {
      const programme = await read.programmes.programme(programmeId);
      const own = open.filter((each) => each.programmeId === programmeId);
      const menteeIds = [...new Set(own.map(({ menteeId }) => menteeId))];
      const mentorIds = [...new Set(own.map(({ mentorId }) => mentorId))];
      const [people, enquiries, tasks, pool] = await Promise.all([
        read.people.people([...menteeIds, ...mentorIds]),
        read.enquiries.ofMany(menteeIds, programmeId, 'mentee'),
        read.tasks.openAboutPeople(menteeIds, 'match-to-confirm'),
        programme === undefined ? undefined : loadPool(read, programme, mentorIds),
      ]);
      return {
        programme,
        own,
        people: new Map(people.map((each) => [each.id, each])),
        wayOf: new Map(enquiries.map((each) => [each.personId, each])),
        tasks,
        there: new Map((pool?.mentors ?? []).map((each) => [each.id, each])),
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
  load: (read, { personId, mentorId, menteeId }) =>
    loadOpen(
      read,
      [personId, mentorId, menteeId].flatMap((id) => id ?? []),
    ),
  decide(found, _args, at, by) {
    if (by.is !== 'clock') throw new Error('It follows from something else, nobody does it');
    const changes = found.flatMap(({ programme, own, people, wayOf, tasks, there }) =>
      own.flatMap((match) => {
        if (programme === undefined) return [];
        const mentee = people.get(match.menteeId);
        const mentor = people.get(match.mentorId);
        const candidate = there.get(match.mentorId);
        const way = wayOf.get(match.menteeId);
        const menteeStands = mentee?.state === 'active' && way?.state === 'waiting';
        const mentorStands = hasPlace(candidate, programme, at.now);
        const bothStand = menteeStands && mentorStands;
        // Nobody is matched across sites (ELG-03).
        if (bothStand && candidate?.enquiry.site === way.site) return [];
        const row = next(match, { state: 'withdrawn', endsAt: null });
        // Whoever left does not need to hear of it; whoever did not is told, and both where one was moved.
        const knew = [
          ...(menteeStands ? [mentee] : []),
          ...(mentor?.state === 'active' && (bothStand || !menteeStands) ? [mentor] : []),
        ];
        return [ended(match, row, knew, tasks, 'matching', at)];
      }),
    );
    return together(...changes);
  },
});

/** Pairs alone count here: whoever is asked keeps their own place. */
function hasPlace(candidate: Candidate | undefined, programme: Programme, now: Temporal.Instant): boolean {
  if (candidate === undefined || !isThere(candidate, now)) return false;
  return capacityOf(candidate.role, programme) > candidate.has;
}
