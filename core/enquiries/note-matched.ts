import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import type { Enquiry } from './enquiry.ts';

/** States in which a pair that is made is what somebody came for. */
const COMING: readonly Enquiry['state'][] = [
  'asking',
  'elsewhere',
  'not-yet',
  'talking',
  'training',
  'waiting',
];

/** Two were brought together, however that came about: neither waits any more, unless the mentor takes more. */
export const noteMatched = command({
  name: 'note-matched',
  schema: z.object({ pairId: z.uuid(), mentorId: z.uuid(), menteeId: z.uuid() }),
  async load(read, { pairId, mentorId, menteeId }) {
    const pair = await read.pairs.pair(pairId);
    if (pair === undefined || pair.state === 'ended') return undefined;
    const { programmeId } = pair;
    const [programme, mentee, mentor, pairs, roles] = await Promise.all([
      read.programmes.programme(programmeId),
      read.enquiries.of(menteeId, programmeId, 'mentee'),
      read.enquiries.of(mentorId, programmeId, 'mentor'),
      read.pairs.pairsOf(mentorId),
      read.people.rolesOf(mentorId),
    ]);
    const own = roles.filter((each) => each.programmeId === programmeId);
    const capacity = own.find(({ capacity: most }) => most != null)?.capacity;
    const most = capacity ?? programme?.document.matching.capacity ?? 1;
    const has = pairs.filter((each) => each.mentorId === mentorId && each.programmeId === programmeId);
    return { mentee, mentor, isFull: has.length >= most };
  },
  decide(data) {
    if (data === undefined) return change({});
    const { mentee, mentor, isFull } = data;
    const matched = [mentee, ...(isFull ? [mentor] : [])].filter(
      (each): each is Enquiry => each !== undefined && COMING.includes(each.state),
    );
    return change({
      saves: matched.map(
        (each): Save => ({
          table: 'enquiry',
          row: next(each, { state: 'matched', waitingSince: null }),
        }),
      ),
      events: matched.map(({ id, personId, programmeId, as }) => ({
        event: 'enquiry.matched',
        ids: { enquiryId: id, personId, programmeId, as },
      })),
    });
  },
});
