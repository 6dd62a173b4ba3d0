import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { type Change, change, type DueNew, next, type Save, together } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
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
  schema: z.object({ programmeId: z.uuid(), which: Which.default('now') }),
  load: (read, { programmeId }, by) => loadChoice(read, personOf(by).person.id, programmeId),
  decide(data, { programmeId, which }, at, by) {
    const { person, account } = personOf(by);
    if (data === undefined) return { refused: 'match.not-waiting', say: text('match-not-waiting') };
    const answer = { to: person.id, account: account.id, mode: 'new', evenIfStopped: true } as const;
    if (data.own.some(isAsking))
      return change({ outgoing: [{ ...answer, screen: 'my-match', args: { programmeId } }] });
    const { saves, shown, isNew } = listed(data, which, programmeId, at);
    const after = which === 'others' && !isNew ? 'no-others' : which;
    return change({
      saves,
      events: [offeredTo(person, programmeId, shown)],
      outgoing: [{ ...answer, screen: 'short-list', args: { programmeId, after, opened: true } }],
    });
  },
});

function offeredTo({ id: personId }: Person, programmeId: string, count: number) {
  return { event: 'match.offered', ids: { personId, programmeId, count } };
}

/** Who waits for a mentor and is looked at in one go; whoever could be their mentor is read once for all of them. */
const AT_A_TIME = 50;

/**
 * Somebody is new among those who wait, or there again: each who waits for a mentor has on their list from now on whom they
 * may choose from. It is said to whoever had nobody to choose from and has somebody now, and to nobody on a break or who
 * asks somebody just now.
 */
export const offerToWaiting = command({
  name: 'offer-to-waiting',
  speaksFirst: true,
  /** Of one person alone, or of all who wait, those after one of them. */
  schema: z.object({ programmeId: z.uuid(), personId: z.uuid().optional(), after: z.uuid().optional() }),
  async load(read, { programmeId, personId, after = '' }) {
    const [programme, waiting] = await Promise.all([
      read.programmes.programme(programmeId),
      read.enquiries.waiting(programmeId, 'mentee'),
    ]);
    const theirs = waiting
      .filter((each) => (personId === undefined || each.personId === personId) && each.id > after)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const page = theirs.slice(0, AT_A_TIME);
    if (programme === undefined || page.length === 0) return undefined;
    const ids = page.map((each) => each.personId);
    const [people, known, pool] = await Promise.all([
      read.people.people(ids),
      read.matches.ofMentees(ids, programmeId),
      loadPool(read, programme),
    ]);
    const most = programme.document.matching.shortList;
    const choices = page.flatMap((enquiry): Choice[] => {
      const person = people.find(({ id }) => id === enquiry.personId);
      if (person?.state !== 'active' || person.paused) return [];
      const own = known.filter(({ menteeId }) => menteeId === person.id);
      return [{ person, own, most, pool, seeker: seekerOf(read, person, enquiry) }];
    });
    return { choices, last: theirs.length > AT_A_TIME ? page.at(-1)?.id : undefined };
  },
  decide(data, { programmeId }, at, by): Change {
    if (by.is !== 'clock') throw new Error('It follows from something else, nobody does it');
    if (data === undefined) return change({});
    const offers = data.choices.map((choice) => offerOf(choice, programmeId, at));
    const goesOn: DueNew[] =
      data.last === undefined
        ? []
        : [
            {
              key: `offer-to-waiting:${programmeId}:${at.newId()}`,
              command: 'offer-to-waiting',
              args: { programmeId, after: data.last },
              at: at.now,
            },
          ];
    return together(...offers, change({ due: goesOn }));
  },
});

function offerOf(choice: Choice, programmeId: string, at: Moment): Change {
  const { person, own } = choice;
  if (own.some(isAsking)) return change({});
  const { saves, shown } = listed(choice, 'now', programmeId, at);
  if (saves.length === 0) return change({});
  const isNews = shown > 0 && !own.some(({ state }) => state === 'offered');
  const args = { programmeId, after: 'now' };
  return change({
    saves,
    events: [offeredTo(person, programmeId, shown)],
    // Nobody is woken for it.
    outgoing: isNews
      ? [{ to: person.id, mode: 'new', screen: 'short-list', args, at: loud(person, at) }]
      : [],
  });
}

/** Somebody is back from a break: what they may choose from, and who may choose them, is looked at anew. */
export const offerAgain = command({
  name: 'offer-again',
  schema: z.looseObject({ personId: z.uuid() }),
  load: (read, { personId }) => read.enquiries.allOf(personId),
  decide(ways, { personId }, at, by): Change {
    if (by.is !== 'clock') throw new Error('It follows from something else, nobody does it');
    const waiting = ways.filter(
      ({ state, as }) => state === 'waiting' || (state === 'matched' && as === 'mentor'),
    );
    return change({ due: waiting.map((enquiry) => offersFor(enquiry, personId, at)) });
  },
});

/** Whoever waits for a mentor hears of somebody new who fits; whoever is new hears who fits them. */
export function offersFor({ as, programmeId }: Enquiry, personId: string, at: Moment): DueNew {
  return {
    key: `offer-to-waiting:${programmeId}:${at.newId()}`,
    command: 'offer-to-waiting',
    args: { programmeId, ...(as === 'mentee' ? { personId } : {}) },
    at: at.now,
  };
}

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
  // Whoever is on it stays, also where a coordinator put somebody there who suits less: others come as there is room.
  const kept = others ? [] : seen;
  const list = [...kept, ...fresh.slice(0, Math.max(0, most - kept.length))];
  const stays = new Set(list.map(({ candidate }) => candidate.id));
  const goes = own.filter(({ state, mentorId }) => state === 'offered' && !stays.has(mentorId));
  const passed = which === 'others' && !others ? [] : goes;
  const saves = [
    ...list
      .filter((each) => !isSame(row(each.candidate.id), each))
      .map((each) => offered(row(each.candidate.id), each, { programmeId, menteeId: person.id }, at)),
    ...passed.map((each): Save => ({ table: 'match', row: next(each, { state: 'passed' }) })),
  ];
  return { saves, shown: list.length, isNew: fresh.length > 0 };
}

/** On the list already, for the same reasons: there is nothing to write. */
function isSame(known: Match | undefined, { score, reasons }: Suits): boolean {
  return known?.state === 'offered' && known.score === score && isDeepStrictEqual(known.reasons, reasons);
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
