import type { Enquiry } from '../../core/enquiries/enquiry.ts';
import { sealedAnswers, sealedWords } from '../../core/enquiries/sealed-enquiry.ts';
import type { By } from '../../core/index.ts';
import type { Match } from '../../core/matching/match.ts';
import { situationPlace } from '../../core/people/situation.ts';
import { momentAt } from '../support/moved-clock.ts';
import type { PaperWorld, Writer } from '../support/paper-world.ts';

/** Where words are left, and what was left there. */
export type Garden = {
  readonly world: PaperWorld;
  readonly coordinator: Writer;
  readonly lead: Writer;
  /** What was planted, and has to be nowhere when whoever left it is erased. */
  readonly canaries: string[];
  /** What only somebody who stays wrote. */
  readonly others: string[];
  /** What was told to those who answer: a safeguarding record, which outlives an erasure under a key of its own. */
  readonly records: { readonly concernId: string; readonly words: string }[];
  canary(): string;
};

export async function openGarden(world: PaperWorld): Promise<Garden> {
  const coordinator = await world.person('Morag');
  const lead = await world.person('Safi');
  const canaries: string[] = [];
  const garden: Garden = {
    world,
    coordinator,
    lead,
    canaries,
    others: [],
    records: [],
    canary() {
      const word = wordOf('canary', canaries.length + 1);
      canaries.push(word);
      return word;
    },
  };
  await role(garden, coordinator, 'coordinator');
  await role(garden, lead, 'safeguarding-lead');
  return garden;
}

function wordOf(what: string, number: number): string {
  return `${what}${number}x${crypto.randomUUID().slice(0, 13).replaceAll('-', '')}`;
}

async function byOf({ world }: Garden, who: Writer): Promise<By> {
  const person = await world.core.read.people.person(who.id);
  const account = await world.core.read.people.account(who.accountId);
  if (person === undefined || account === undefined) throw new Error('Nobody is there');
  return { is: 'person', person, account };
}

async function does(
  garden: Garden,
  who: Writer,
  command: string,
  args: object,
): Promise<Record<string, unknown>> {
  const performed = await garden.world.core.perform({ command, args, by: await byOf(garden, who) });
  if (performed.did !== 'done') throw new Error(`${command}: ${JSON.stringify(performed)}`);
  return Object.assign({}, ...performed.happened.map(({ ids }) => ids));
}

async function role(
  { world }: Garden,
  who: Writer,
  name: 'mentor' | 'mentee' | 'coordinator' | 'safeguarding-lead',
): Promise<void> {
  await world.core.perform({
    command: 'give-role',
    args: { personId: who.id, programmeId: world.programmeId, role: name },
    by: { is: 'coordinator', name: 'test' },
  });
}

/** Somebody who leaves words wherever words can be left. */
export async function plants(garden: Garden, index: number): Promise<Writer> {
  const { world, coordinator, others, canary } = garden;
  const who = await world.person(canary());
  const other = await world.person(`Other ${index}`);
  await role(garden, who, 'mentor');
  await role(garden, other, 'mentee');
  const pair = await world.pair(who, other);
  const { keys } = world.store.read;
  const person = await world.core.read.people.person(who.id);
  if (person === undefined) throw new Error('Nobody is there');
  const sealed = keys.of(person).seal(canary(), situationPlace(who.id), momentAt(world.clock).random(12));
  await world.rows(`UPDATE person SET "situationSealed" = '${sealed}' WHERE id = '${who.id}'`);
  for (let times = 0; times < 20; times += 1) await does(garden, who, 'save-reflection', { text: canary() });
  for (let times = 0; times < 11; times += 1)
    await does(garden, who, 'write-pair-message', { pairId: pair.id, text: canary() });
  const kept = `stays with its writer ${index}`;
  others.push(kept);
  await does(garden, other, 'write-pair-message', { pairId: pair.id, text: kept });
  await does(garden, other, 'save-reflection', { text: `mine ${kept}` });
  for (let times = 1; times <= 3; times += 1) {
    const startsAt = `2026-12-0${times}T10:00:00Z`;
    const manner = { mode: 'in-person', minutes: 30, place: canary() };
    await does(garden, who, 'propose-meeting', { pairId: pair.id, startsAt, ...manner });
  }
  for (let times = 0; times < 4; times += 1) {
    await does(garden, coordinator, 'write-letter', { toId: who.id, words: canary() });
    await does(garden, who, 'write-letter', { toId: coordinator.id, words: canary() });
  }
  const place = { platform: 'telegram', tenant: '', chatId: `place-${index}` };
  const group = { name: canary(), ownRule: canary(), leadId: who.id, place, programmeId: world.programmeId };
  const made = await world.core.perform({
    command: 'make-group',
    args: { ...group, leadTrained: true },
    by: { is: 'coordinator', name: 'test' },
  });
  if (made.did !== 'done') throw new Error(JSON.stringify(made));
  const groupId = String(Object.assign({}, ...made.happened.map(({ ids }) => ids)).groupId);
  await does(garden, who, 'accept-as-lead', { groupId });
  await does(garden, who, 'open-group', { groupId });
  const planned = await does(garden, who, 'plan-group-meeting', {
    groupId,
    startsAt: '2026-12-10T18:00:00Z',
    minutes: 60,
    where: canary(),
  });
  await does(garden, who, 'warn-of-group-meeting', { meetingId: planned['meetingId'], warning: canary() });
  await world.write(who, `${canary()} ${canary()} is what I was about to say when somebody came in`);
  await plantsOnTheWayIn(garden, who, other);
  await tellsAndIsSupervised(garden, who);
  await world.rows(
    `UPDATE account SET "userId" = '${canary()}', "chatId" = '${canary()}' WHERE id = '${who.accountId}'`,
  );
  return who;
}

/** What is answered on the way in, what is put down of training, and why they were matched. */
async function plantsOnTheWayIn(garden: Garden, who: Writer, other: Writer): Promise<void> {
  const { world, canary } = garden;
  const { keys } = world.store.read;
  const at = momentAt(world.clock);
  const person = await world.core.read.people.person(who.id);
  if (person === undefined) throw new Error('Nobody is there');
  const id = at.newId();
  const answers = { area: canary(), 'own-support': canary() };
  const enquiry: Enquiry = {
    id,
    version: 1,
    programmeId: world.programmeId,
    personId: who.id,
    as: 'mentor',
    state: 'matched',
    site: 'main',
    route: 'self',
    source: null,
    referralId: null,
    answersSealed: sealedAnswers(id, answers, keys.of(person), at.random(12)),
    wordsSealed: sealedWords(id, canary(), keys.of(person), at.random(12)),
    outlineAgreedAt: at.now,
    firstSupported: null,
    waitingSince: null,
    newsDays: null,
    newsAt: null,
    createdAt: at.now,
    decidedAt: at.now,
  };
  const factors = [{ code: canary(), points: 10, of: 50 }];
  const match: Match = {
    id: at.newId(),
    version: 1,
    programmeId: world.programmeId,
    menteeId: other.id,
    mentorId: who.id,
    state: 'withdrawn',
    score: 10,
    reasons: { v: 1, factors, unknown: [canary()], generic: false },
    createdAt: at.now,
    askedAt: null,
    answeredAt: null,
    endsAt: null,
    confirmedAt: null,
    pairId: null,
  };
  await world.commit({
    saves: [
      { table: 'enquiry', row: enquiry },
      { table: 'match', row: match },
    ],
  });
  const seatId = at.newId();
  await world.rows(`INSERT INTO training_place (id, version, "trainingMeetingId", "personId", seat, state, "bookedAt", "askedAt")
    VALUES ('${seatId}', 1, gen_random_uuid(), '${who.id}', 1, 'came', now(), now())`);
  await does(garden, who, 'answer-survey', { seatId, answers: {}, words: canary() });
  const course = { kind: 'course', what: canary(), issuer: canary(), doneOn: '2026-11-01' };
  await coordinates(garden, 'record-training', {
    personId: who.id,
    programmeId: world.programmeId,
    ...course,
  });
}

/** What is told to those who answer, what is asked about them, and what is written of their supervision. */
async function tellsAndIsSupervised(garden: Garden, who: Writer): Promise<void> {
  const { coordinator, lead, records, canary } = garden;
  const words = wordOf('record', records.length);
  const told = await does(garden, who, 'send-concern', { kind: 'tell-someone', about: 'me', words });
  records.push({ concernId: String(told['concernId']), words });
  await does(garden, who, 'write-supervision', { words: canary() });
  await does(garden, coordinator, 'write-supervision', { words: canary(), mentorId: who.id });
  const reason = `Somebody is worried about ${canary()}`;
  await coordinates(garden, 'ask-to-open', {
    personId: who.id,
    readerId: lead.id,
    what: 'reflections',
    reason,
  });
}

async function coordinates({ world }: Garden, command: string, args: object): Promise<void> {
  const done = await world.core.perform({ command, args, by: { is: 'coordinator', name: 'test' } });
  if (done.did !== 'done') throw new Error(`${command}: ${JSON.stringify(done)}`);
}
