import type { By } from '../../core/index.ts';
import type { Save } from '../../core/kernel/change.ts';
import type { Person, Role } from '../../core/people/person.ts';
import { momentAt } from '../support/moved-clock.ts';
import { openPaperWorld, type PaperWorld } from '../support/paper-world.ts';
import { groupRows } from './group-rows.ts';
import { matchRows } from './match-rows.ts';
import { type Someone, sealedRows } from './sealed-rows.ts';
import { savedTraining } from './training-rows.ts';

/** Ids of what somebody stands in one relation to, by the names that arguments have, and the words that stay with others. */
export type Subject = {
  readonly ids: Readonly<Record<string, string>>;
  /** Sealed words of other people, and the names of those with whom there is no more to do. */
  readonly words: readonly string[];
  /** Names that are read by those alone who may see it. */
  readonly names?: readonly string[];
};

export type CellsWorld = {
  readonly world: PaperWorld;
  someone(role?: Role['role'], programmeId?: string, site?: string | null): Promise<Someone>;
  own(who: Someone): Promise<Subject>;
  pair(who: Someone, state: 'active' | 'ended', programmeId?: string): Promise<Subject>;
  group(who: Someone, seat: 0 | 1): Promise<Subject>;
  /** Everything there can be, of people of a programme (and a site) who have nothing to do with anybody else. */
  strangers(programmeId: string, site?: string): Promise<Subject>;
  readonly otherProgrammeId: string;
  close(): Promise<void>;
};

export function byOf({ person, account }: Someone, supporter?: Person): By {
  return { is: 'person', person, account, ...(supporter === undefined ? {} : { supporter }) };
}

/** People in every relation to each other, and a word of its own in everything that is sealed. */
export async function openCells(): Promise<CellsWorld> {
  const world = await openPaperWorld();
  const { keys } = world.store.read;
  const at = () => momentAt(world.clock);
  const id = () => at().newId();
  const now = world.clock.now();
  const { reflection, letter, message, meeting, unsaid, opening } = sealedRows(keys, at, now);
  let words = 0;
  const canary = (): string => {
    words += 1;
    return `canary${words}x${crypto.randomUUID().slice(0, 8)}`;
  };
  const save = (...saves: Save[]) => world.commit({ saves });
  const otherProgrammeId = id();
  const first = await world.store.read.programmes.programme(world.programmeId);
  if (first === undefined) throw new Error('There is no programme');
  await save({ table: 'programme', row: { ...first, id: otherProgrammeId, version: 1, slug: 'other' } });

  /** Where everybody belongs who is made now. */
  let siteNow: string | null = null;

  async function someone(
    role?: Role['role'],
    programmeId = world.programmeId,
    site: string | null = siteNow,
  ): Promise<Someone> {
    const writer = await world.person(`Name${canary()}`);
    if (role !== undefined) {
      const row = { id: id(), version: 1, personId: writer.id, programmeId, role, since: now, endedAt: null };
      await save({ table: 'role', row: { ...row, trainedAt: now, trainedBy: 'test', site } });
    }
    return await read(writer);
  }

  async function read(writer: { readonly id: string; readonly accountId: string }): Promise<Someone> {
    const { people } = world.store.read;
    const [person, account, roles] = [
      await people.person(writer.id),
      await people.account(writer.accountId),
      await people.rolesOf(writer.id),
    ];
    if (person === undefined || account === undefined) throw new Error('Nobody is there');
    return { person, account, roles };
  }

  async function pair(
    who: Someone,
    state: 'active' | 'ended',
    programmeId = world.programmeId,
  ): Promise<Subject & { readonly other: Someone }> {
    const isMentee = who.roles.some(({ role }) => role === 'mentee');
    const other = await someone(isMentee ? 'mentor' : 'mentee', programmeId);
    const [mentor, mentee] = isMentee ? [other, who] : [who, other];
    const pairId = id();
    const two = { programmeId, mentorId: mentor.person.id, menteeId: mentee.person.id };
    const since = { createdAt: now, endedAt: state === 'ended' ? now : null };
    const row = { id: pairId, version: 1, ...two, state, rhythmDays: 14, lastHeldAt: null, ...since };
    const said = [canary(), canary(), canary(), canary()] as const;
    const hidden = [canary(), canary(), canary(), canary()] as const;
    const met = meeting(pairId, mentor, mentee, other, said[0], programmeId, hidden[0]);
    const seriesId = id();
    const series = {
      ...{ id: seriesId, version: 1, programmeId, pairId, state: 'proposed' as const },
      ...{ proposedBy: other.person.id, everyDays: 14, wall: met.row.row.wall, zone: 'Europe/London' },
      ...{ minutes: 30, restMinutes: 0, mode: 'phone' as const, madeUntil: '2026-11-25', createdAt: now },
    };
    const theirs = message(pairId, other, who, said[1], 'sent');
    const mine = message(pairId, who, other, canary(), 'waiting');
    const shared = reflection(other, said[2], { pairId, sharedWithPartner: true, programmeId });
    const unshared = reflection(other, said[3], { pairId, programmeId });
    await save({ table: 'pair', row });
    const contact = {
      ...{ id: pairId, version: 1, hoursFrom: null, hoursTo: null, askedFrom: '09:00', askedTo: '17:00' },
      ...{ askedBy: other.person.id, mentorBlocked: false, menteeBlocked: false, mentorTold: true },
      menteeTold: true,
      leadPaused: false,
      mentorPausedMeetings: false,
      menteePausedMeetings: false,
    };
    await save({ table: 'pair_contact', row: contact });
    await save(met.row, { table: 'series', row: series }, theirs.row, mine.row, shared.row, unshared.row);
    await save(
      ...unsaid(other, hidden[1], hidden[2]),
      opening(other, await someone('safeguarding-lead'), hidden[3]),
    );
    const ids = {
      ...{ pairId, meetingId: met.id, seriesId, messageId: theirs.id, ownMessageId: mine.id },
      ...{ sharedId: shared.id, reflectionId: unshared.id, unsharedId: unshared.id },
      ...{
        personId: other.person.id,
        whoseId: other.person.id,
        toId: other.person.id,
        accountId: other.account.id,
      },
    };
    // What stays with the other in any case; once the pair has ended, all of it.
    const kept = [...(state === 'ended' ? said : [said[3]]), ...hidden];
    return { ids, words: kept, other };
  }

  async function group(who: Someone, seat: 0 | 1, programmeId = world.programmeId): Promise<Subject> {
    const lead = seat === 0 ? who : await someone('mentor', programmeId);
    const member = seat === 1 ? who : await someone('mentee', programmeId);
    const { ids, rows } = groupRows({ programmeId, lead, member, name: `Group${canary()}` }, id, now);
    const [first, ...rest] = rows;
    if (first !== undefined) await save(first);
    await save(...rest);
    return { ids, words: [] };
  }

  /** Two who may become a pair, of whom the mentor has said yes; without anybody two strangers. */
  async function matchOf(
    who: Someone | undefined,
    programmeId: string,
  ): Promise<{ readonly matchId: string; readonly names: readonly string[] }> {
    const isMentor = who?.roles.some(({ role }) => role === 'mentor' || role === 'volunteer') ?? false;
    const mentor = isMentor && who !== undefined ? who : await someone('mentor', programmeId);
    const mentee = !isMentor && who !== undefined ? who : await someone('mentee', programmeId);
    const { matchId, rows } = matchRows({ programmeId, mentor, mentee }, id, now);
    await save(...rows);
    return { matchId, names: [mentor, mentee].map(({ person }) => person.name ?? '') };
  }

  async function strangers(programmeId: string, site?: string): Promise<Subject> {
    siteNow = site ?? null;
    const mentor = await someone('mentor', programmeId);
    const two = await pair(mentor, 'active', programmeId);
    const led = await group(await someone('mentor', programmeId), 0, programmeId);
    const private_ = canary();
    const entry = reflection(mentor, private_, { programmeId });
    const to = canary();
    const wrote = letter(two.other, mentor, to, false);
    const taskId = id();
    const none = { pairId: null, meetingId: null, doneAt: null, doneBy: null };
    const about = { programmeId, kind: 'wants-a-call' as const, personId: two.other.person.id };
    await save(entry.row, wrote.row, {
      table: 'task',
      row: { id: taskId, version: 1, ...about, ...none, createdAt: now },
    });
    const match = await matchOf(undefined, programmeId);
    const names = [mentor, two.other].map(({ person }) => person.name ?? '');
    const ids = {
      ...(await savedTraining(world, mentor, programmeId, siteNow)),
      ...led.ids,
      ...two.ids,
      ...{
        reflectionId: entry.id,
        letterId: wrote.id,
        taskId,
        matchId: match.matchId,
        programmeId,
        offeredId: led.ids['groupId'] ?? '',
      },
      ...{ partnerPairId: two.ids['pairId'] ?? '', mentorId: mentor.person.id, leadId: mentor.person.id },
      ...{ menteeId: (await someone('mentee', programmeId)).person.id, accountId: mentor.account.id },
    };
    siteNow = null;
    return { ids, words: [...names, private_, to, ...two.words], names: match.names };
  }

  return {
    world,
    otherProgrammeId,
    someone,
    pair,
    group,
    async own(who) {
      const coordinator = await someone('coordinator');
      const wrote = letter(coordinator, who, canary(), true);
      const mine = reflection(who, canary(), {});
      const partner = await pair(who, 'active');
      const offered = await group(await someone('mentor'), 0);
      const { groupId = '' } = offered.ids;
      await save(wrote.row, mine.row);
      const { matchId } = await matchOf(who, world.programmeId);
      await world.rows(`UPDATE "group" SET "offeredTo" = '${who.person.id}' WHERE id = '${groupId}'`);
      const ids = {
        ...(await savedTraining(world, who, world.programmeId)),
        ...{ toId: coordinator.person.id, letterId: wrote.id, reflectionId: mine.id, offeredId: groupId },
        ...{ partnerPairId: partner.ids['pairId'] ?? '', accountId: who.account.id, leadId: who.person.id },
        ...{ personId: who.person.id, whoseId: who.person.id, programmeId: world.programmeId },
        ...{ matchId, waitsInId: world.programmeId },
      };
      return { ids, words: [] };
    },
    strangers,
    close: () => world.close(),
  };
}
