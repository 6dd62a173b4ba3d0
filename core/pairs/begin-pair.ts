import type { Temporal } from 'temporal-polyfill';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { type Change, change, next, type Save } from '../kernel/change.ts';
import type { Refusal } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Person, Role } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { type HeldBack, heldBack, loadStandings, type Standing } from '../training/held-back.ts';
import { inWords, type Whom } from '../training/training-stands.ts';
import type { Pair } from './pair.ts';

export type TwoIds = { readonly programmeId: string; readonly mentorId: string; readonly menteeId: string };

/** All that decides whether two people can begin, now. */
export async function loadTwo(read: Reader, { programmeId, mentorId, menteeId }: TwoIds) {
  // Before all else: what is read after it can only be newer than the version that is checked when it is written.
  const mentorRoles = await read.people.rolesOf(mentorId);
  const [mentor, mentee, menteePairs, mentorPairs, programme, never, asMentee, asMentor, former] =
    await Promise.all([
      read.people.person(mentorId),
      read.people.person(menteeId),
      read.pairs.pairsOf(menteeId),
      read.pairs.pairsOf(mentorId),
      read.programmes.programme(programmeId),
      read.matches.areApart(programmeId, mentorId, menteeId),
      read.enquiries.of(menteeId, programmeId, 'mentee'),
      read.enquiries.of(mentorId, programmeId, 'mentor'),
      read.people.role(mentorId, programmeId, 'mentor'),
    ]);
  const pairs = mentorPairs.filter((pair) => pair.mentorId === mentorId && pair.programmeId === programmeId);
  const isTaken = menteePairs.some((pair) => pair.mentorId === mentorId && pair.programmeId === programmeId);
  const role = mentoringRole(mentorRoles, programmeId);
  const standing = async (person: Person | undefined, whom: Whom): Promise<Standing | undefined> =>
    person === undefined || programme === undefined
      ? undefined
      : (await loadStandings(read, programme, [person], whom)).get(person.id);
  const standings = { mentor: await standing(mentor, 'mentor'), mentee: await standing(mentee, 'mentee') };
  return {
    standings,
    mentor,
    mentee,
    role,
    former,
    has: pairs.length,
    isTaken,
    programme,
    never,
    asMentee,
    asMentor,
  };
}
export type TwoToPair = Awaited<ReturnType<typeof loadTwo>>;

/** The role by which somebody has mentees: a volunteer is a mentor who waits for the first. */
export function mentoringRole(roles: readonly Role[], programmeId: string): Role | undefined {
  const own = roles.filter((each) => each.programmeId === programmeId && each.endedAt === null);
  return own.find(({ role }) => role === 'mentor') ?? own.find(({ role }) => role === 'volunteer');
}

/** How many mentees somebody takes: their own number, or the programme's (MAT-14). */
export function capacityOf(role: Pick<Role, 'capacity'>, programme: Pick<Programme, 'document'>): number {
  return role.capacity ?? programme.document.matching.capacity;
}

/**
 * Two people begin: the pair, what becomes of their ways in, and who is told; or what stands in the way. Whoever makes a
 * pair does it through here. The mentor's role is written along, so that of two who are given their last place at the same
 * moment only one gets it: the other is decided again, on what is then so.
 */
export function beginPair(
  two: TwoToPair,
  { programmeId, mentorId, menteeId }: TwoIds,
  rhythmDays: number | null,
  at: Moment,
): { readonly pair: Pair; readonly change: Change } | Refusal {
  const { mentor, mentee, role, programme } = two;
  const refusal = notReady(two);
  if (refusal !== undefined) return refusal;
  if (role === undefined) return { refused: 'pair.no-mentor', say: text('pair-no-mentor') };
  if (two.isTaken) return { refused: 'pair.already', say: text('pair-already') };
  if (two.never) return { refused: 'pair.apart', say: text('pair-apart') };
  const held =
    holding(two.standings.mentor, 'mentor', at.now) ?? holding(two.standings.mentee, 'mentee', at.now);
  if (held !== undefined) return held;
  if (programme !== undefined && two.has >= capacityOf(role, programme))
    return { refused: 'pair.no-place', say: text('pair-no-place', { name: mentor?.name ?? '' }) };
  const pair: Pair = {
    id: at.newId(),
    version: 1,
    programmeId,
    mentorId,
    menteeId,
    state: 'active',
    rhythmDays,
    lastHeldAt: null,
    createdAt: at.now,
    endedAt: null,
    agreedNumber: programme?.version ?? null,
  };
  const isFull = programme !== undefined && two.has + 1 >= capacityOf(role, programme);
  const told = (to: string) => ({ to, screen: 'pair-made', args: { pairId: pair.id }, mode: 'new' }) as const;
  return {
    pair,
    change: change({
      saves: [
        { table: 'pair', row: pair },
        ...mentoring(role, two.former, at),
        ...matched(two.asMentee),
        ...(isFull ? matched(two.asMentor) : []),
      ],
      callOff: [two.asMentee, two.asMentor].flatMap((each) =>
        each === undefined ? [] : [`wait:${each.id}`, `wait-news:${each.id}`],
      ),
      events: [{ event: 'pair.made', ids: { pairId: pair.id, mentorId, menteeId } }],
      outgoing: [told(mentee?.id ?? menteeId), told(mentor?.id ?? mentorId)],
    }),
  };
}

/** A volunteer who begins with somebody is a mentor from then on (ELG-01), or one again. */
function mentoring(role: Role, former: Role | undefined, at: Moment): Save[] {
  if (role.role === 'mentor') return [{ table: 'role', row: next(role, {}) }];
  const begins = { role: 'mentor', since: at.now, endedAt: null } as const;
  if (former === undefined) return [{ table: 'role', row: next(role, begins) }];
  const { capacity, site, trainedAt, trainedBy } = role;
  return [
    { table: 'role', row: next(role, { endedAt: at.now }) },
    { table: 'role', row: next(former, { ...begins, capacity, site, trainedAt, trainedBy }) },
  ];
}

/** What is still to come of one of the two, by name; nobody is brought together before (TRN-02). */
function holding(standing: Standing | undefined, whom: Whom, now: Temporal.Instant): Refusal | undefined {
  const held = standing === undefined ? undefined : heldBack(standing, whom, now);
  if (standing === undefined || held === undefined) return undefined;
  const args = { name: standing.person.name ?? '', what: inWords(toCome(held)) };
  const say = whom === 'mentor' ? text('pair-mentor-not-yet', args) : text('pair-mentee-not-yet', args);
  return { refused: held.training.length > 0 ? 'pair.not-trained' : 'pair.gate-shut', say };
}

function toCome({ training, gates }: HeldBack): string[] {
  return [...training, ...gates];
}

/** Whoever waited waits no more. A mentor who takes more goes on being thought of, and is told nothing of waiting. */
function matched(enquiry: Enquiry | undefined): Save[] {
  if (enquiry === undefined || enquiry.state === 'withdrawn') return [];
  const row = next(enquiry, { state: 'matched', waitingSince: null, againSince: null, newsAt: null });
  return [{ table: 'enquiry', row }];
}

function notReady({ mentor, mentee }: TwoToPair): Refusal | undefined {
  if (mentor === undefined || mentee === undefined)
    return { refused: 'person.unknown', say: text('person-unknown') };
  if (mentor.id === mentee.id) return { refused: 'pair.same-person', say: text('pair-same-person') };
  if (!isReady(mentor) || !isReady(mentee))
    return { refused: 'person.not-ready', say: text('person-not-ready') };
  return undefined;
}

function isReady({ state }: Pick<Person, 'state'>): boolean {
  return state === 'active';
}
