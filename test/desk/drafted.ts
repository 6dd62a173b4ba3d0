import { randomUUID } from 'node:crypto';
import { Enquiry } from '../../core/enquiries/enquiry.ts';
import { Match } from '../../core/matching/match.ts';
import type { As } from '../../core/programmes/intake.ts';
import type { Writer } from '../support/paper-world.ts';
import { waitsForMatch } from '../support/waiting.ts';
import type { DeskWorld } from './desk-world.ts';

/** Somebody waits for a match, at a site. */
export async function waitsAtDesk(world: DeskWorld, who: Writer, as: As, site: string | null = null) {
  const now = world.clock.now();
  const row = Enquiry.parse({
    id: randomUUID(),
    version: 1,
    programmeId: world.programmeId,
    personId: who.id,
    as,
    state: 'waiting',
    site,
    route: 'coordinator',
    source: null,
    referralId: null,
    answersSealed: null,
    wordsSealed: null,
    outlineAgreedAt: now,
    firstSupported: null,
    waitingSince: now,
    newsDays: null,
    newsAt: null,
    createdAt: now,
    decidedAt: now,
  });
  await world.commit({ saves: [{ table: 'enquiry', row }] });
}

/** Somebody new waits for a match, with what they answered about whom they live with. */
export async function waitsWith(
  world: DeskWorld,
  name: string,
  as: As,
  livesWith: string[],
): Promise<Writer> {
  const who = await world.person(name, { adult: true });
  const { store, clock, programmeId } = world;
  await waitsForMatch(
    { store, clock, settle: () => world.core.settle() },
    { personId: who.id, programmeId, as, answers: { 'lives-with': livesWith }, agreed: false },
  );
  return who;
}

/** Two who are in a draft, or further. */
export async function matchOf(
  world: DeskWorld,
  mentee: Writer,
  mentor: Writer,
  state: Match['state'] = 'drafted',
): Promise<string> {
  const row = Match.parse({
    id: randomUUID(),
    version: 1,
    programmeId: world.programmeId,
    menteeId: mentee.id,
    mentorId: mentor.id,
    state,
    score: 12,
    reasons: { v: 1, factors: [{ code: 'lived', points: 12, of: 20 }], unknown: [], generic: false },
    createdAt: world.clock.now(),
    askedAt: null,
    answeredAt: null,
    endsAt: null,
    confirmedAt: null,
    pairId: null,
  });
  await world.commit({ saves: [{ table: 'match', row }] });
  return row.id;
}

/** These two wait, and so does somebody else, of whom each match is there to be decided about once. */
export async function manyDrafted(world: DeskWorld, mentee: Writer, mentor: Writer): Promise<string[]> {
  const nia = await world.person('Nia Canary');
  await world.role(nia, 'mentee');
  for (const who of [nia, mentee]) await waitsAtDesk(world, who, 'mentee');
  await waitsAtDesk(world, mentor, 'mentor');
  const ids: string[] = [];
  for (let each = 0; each < 5; each += 1) {
    const other = await world.person(`Mentor Canary ${each}`);
    await world.role(other, 'mentor');
    ids.push(await matchOf(world, nia, other));
  }
  return ids;
}
