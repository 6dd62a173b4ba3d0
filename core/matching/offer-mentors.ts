import { z } from 'zod';
import { change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import type { Match } from './match.ts';
import { loadPool, type Pool, type Seeker, type Suits, seekerOf, whoSuits } from './may-be-offered.ts';

/** now: those who may suit. others: instead of those seen. again: those seen before, too. */
const Which = z.enum(['now', 'others', 'again']);

/**
 * The mentors whom somebody may choose from: as many as truly fit, and no more than their programme shows at a time
 * (MAT-06, D3). Those they have seen stay on the list; they ask for others in one press.
 */
export const offerMentors = command({
  name: 'offer-mentors',
  schema: z.object({ programmeId: z.uuid(), which: Which.default('now'), personId: z.uuid().optional() }),
  async load(read, { programmeId, personId }, by) {
    const id = by.is === 'person' ? by.person.id : personId;
    return id === undefined ? undefined : await loadChoice(read, id, programmeId);
  },
  decide(data, { programmeId, which }, at, by) {
    const isTheirs = by.is === 'person';
    if (data === undefined)
      return isTheirs ? { refused: 'match.not-waiting', say: text('match-not-waiting') } : change({});
    const { person, own } = data;
    // During a break nothing is said, and nothing is kept as seen that was not.
    if (!isTheirs && (person.state !== 'active' || person.paused)) return change({});
    const answer: Pick<OutgoingNew, 'to' | 'account' | 'evenIfStopped' | 'mode'> = isTheirs
      ? { to: person.id, account: by.account.id, mode: 'new', evenIfStopped: true }
      : { to: person.id, mode: 'new' };
    if (own.some(isAsking))
      return change({
        outgoing: isTheirs ? [{ ...answer, screen: 'my-match', args: { programmeId } }] : [],
      });
    const { saves, shown, isNew } = listed(data, which, programmeId, at);
    const after = which === 'others' && !isNew ? 'no-others' : which;
    const args = { programmeId, after, ...(isTheirs ? { opened: true } : {}) };
    // Nobody is woken for it. It is said first to whoever had nobody to choose and has somebody now, and not again.
    const outgoing: OutgoingNew[] =
      isTheirs || (shown > 0 && !own.some(({ state }) => state === 'offered'))
        ? [{ ...answer, screen: 'short-list', args, ...(isTheirs ? {} : { at: loud(person, at) }) }]
        : [];
    const events = [{ event: 'match.offered', ids: { personId: person.id, programmeId, count: shown } }];
    return change({ saves, events, outgoing });
  },
});

export function isAsking({ state }: Match): boolean {
  return state === 'asked' || state === 'accepted';
}

function loud(person: Person, at: Moment) {
  return nextLoud(at.now, person.zone, person.quietFrom, person.quietTo);
}

type Choice = {
  readonly person: Person;
  readonly own: readonly Match[];
  readonly most: number;
  readonly pool: Pool;
  readonly seeker: Seeker;
};

/** Everything that decides whom somebody may choose from; undefined: they do not wait for a mentor. */
export async function loadChoice(
  read: Reader,
  personId: string,
  programmeId: string,
): Promise<Choice | undefined> {
  const [person, programme] = await Promise.all([
    read.people.person(personId),
    read.programmes.programme(programmeId),
  ]);
  if (person === undefined || programme === undefined) return undefined;
  const [enquiry, known, pool] = await Promise.all([
    read.enquiries.of(personId, programmeId, 'mentee'),
    read.matches.of(personId, programmeId),
    loadPool(read, programme),
  ]);
  if (enquiry?.state !== 'waiting') return undefined;
  const own = known.filter(({ menteeId }) => menteeId === personId);
  const most = programme.document.matching.shortList;
  return { person, own, most, pool, seeker: seekerOf(read, person, enquiry) };
}

/** What is on the list once one of them is never to be on it again: somebody else may come up. */
export function listWithout(choice: Choice, mentorId: string, programmeId: string, at: Moment): Save[] {
  if (choice.own.some((each) => isAsking(each) && each.mentorId !== mentorId)) return [];
  const own = choice.own.filter((each) => each.mentorId !== mentorId);
  const pool = { ...choice.pool, mentors: choice.pool.mentors.filter(({ id }) => id !== mentorId) };
  return listed({ ...choice, own, pool }, 'now', programmeId, at).saves;
}

/** The list as it becomes: who stays on it, who is new, who goes. */
function listed(
  { person, own, most, pool, seeker }: Choice,
  which: z.infer<typeof Which>,
  programmeId: string,
  at: Moment,
): { readonly saves: Save[]; readonly shown: number; readonly isNew: boolean } {
  const suit = whoSuits(pool, seeker, own, at.now);
  const row = (mentorId: string): Match | undefined => own.find((each) => each.mentorId === mentorId);
  const stateOf = ({ candidate }: Suits): Match['state'] | undefined => row(candidate.id)?.state;
  const seen = suit.filter((each) => stateOf(each) === 'offered');
  const fresh = suit.filter((each) => {
    const state = stateOf(each);
    return state !== 'offered' && (which === 'again' || (state !== 'passed' && state !== 'expired'));
  });
  const others = which === 'others' && fresh.length > 0;
  const list = [...(others ? [] : seen), ...fresh].slice(0, most);
  const stays = new Set(list.map(({ candidate }) => candidate.id));
  const goes = own.filter(({ state, mentorId }) => state === 'offered' && !stays.has(mentorId));
  const passed = which === 'others' && !others ? [] : goes;
  const saves = [
    ...list.map((each) => offered(row(each.candidate.id), each, { programmeId, menteeId: person.id }, at)),
    ...passed.map((each): Save => ({ table: 'match', row: next(each, { state: 'passed' }) })),
  ];
  return { saves, shown: list.length, isNew: fresh.length > 0 };
}

function offered(
  known: Match | undefined,
  { candidate, score, reasons }: Suits,
  of: { readonly programmeId: string; readonly menteeId: string },
  at: Moment,
): Save {
  const how = { state: 'offered' as const, score, reasons };
  const over = { askedAt: null, answeredAt: null, endsAt: null };
  if (known !== undefined) return { table: 'match', row: next(known, { ...how, ...over }) };
  const row: Match = {
    id: at.newId(),
    version: 1,
    ...of,
    mentorId: candidate.id,
    ...how,
    createdAt: at.now,
    ...over,
    confirmedAt: null,
    pairId: null,
  };
  return { table: 'match', row };
}
