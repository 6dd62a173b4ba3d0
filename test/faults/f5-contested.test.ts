import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCore } from '../../core/index.ts';
import { tieToKey } from '../../core/store/install.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore } from '../../core/store/store.ts';
import { momentNow } from '../../run/moments.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Contender, type ContenderOrder, type Outcomes, startContender } from './contender.ts';
import { figure, LONGEST_MS, seed, sized } from './size.ts';

const SIDE = 5;
const SLOT_HOURS = 2;
const AT_ONCE = 40;

let database: FreshDatabase;
let pool: pg.Pool;
let contenders: Contender[] = [];
let people: People;

type People = { readonly mentors: string[]; readonly mentees: string[]; readonly programmeId: string };

beforeEach(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const key = randomBytes(32);
  people = await everybodyPaired(key);
  contenders = [startContender(database.url, key), startContender(database.url, key)];
});

afterEach(async () => {
  await Promise.all(contenders.map((each) => each.stop()));
  await pool.end();
  await database.drop();
});

describe('F5: two processes agree on meetings that overlap', () => {
  it(
    'never leaves one person with two confirmed meetings at once',
    async () => {
      const slots = sized(60, 10_000);
      const began = performance.now();
      const outcomes = await contest(slots, chanceOf(seed));
      const seconds = (performance.now() - began) / 1000;
      const confirmed = Number(
        (await pool.query(`SELECT count(*) FROM meeting WHERE state = 'confirmed'`)).rows[0]?.count,
      );
      figure('F5', 'contested slots, from two processes', slots);
      figure('F5', 'overlapping confirmed meetings of one person', await overlaps(), '0');
      figure('F5', 'confirmed in the end', confirmed);
      figure(
        'F5',
        'conflicts that the database resolved',
        (outcomes['database: overlap'] ?? 0) + (outcomes['database: stale'] ?? 0),
      );
      figure('F5', 'of these overlaps by its constraint', outcomes['database: overlap'] ?? 0);
      figure('F5', 'told that somebody is busy then', outcomes['meeting.clash'] ?? 0);
      figure('F5', 'all outcomes', JSON.stringify(outcomes));
      figure('F5', 'seconds', seconds.toFixed(1));
      expect(await overlaps()).toBe(0);
      expect(confirmed).toBeGreaterThan(slots / 2);
      expect(outcomes['database: overlap']).toBeGreaterThan(0);
      expect(Object.keys(outcomes).filter((what) => /threw|fault|conflict$/.test(what))).toEqual([]);
    },
    LONGEST_MS,
  );

  it(
    'would leave some, were it not for the constraint of the database',
    async () => {
      await pool.query('ALTER TABLE occupancy DROP CONSTRAINT occupancy_no_overlap');
      const slots = sized(30, 400);
      await contest(slots, chanceOf(seed));
      const found = await overlaps();
      figure('F5', `overlapping with the constraint dropped, in ${slots} slots`, found, '> 0');
      expect(found).toBeGreaterThan(0);
    },
    LONGEST_MS,
  );
});

/** Slots in turn, many at once, the two processes side by side. */
async function contest(slots: number, chance: Chance): Promise<Outcomes> {
  const sum: Outcomes = {};
  for (let first = 0; first < slots; first += AT_ONCE) {
    const orders: ContenderOrder[][] = [[], []];
    for (let slot = first; slot < Math.min(slots, first + AT_ONCE); slot += 1) {
      for (const each of await rivals(slot, chance)) orders[chance.whole(0, 1)]?.push(each);
    }
    const done = await Promise.all(
      contenders.map((each, index) => each.doAll(chance.shuffled(orders[index] ?? []))),
    );
    for (const outcomes of done)
      for (const [what, times] of Object.entries(outcomes)) sum[what] = (sum[what] ?? 0) + times;
  }
  return sum;
}

/** One slot of a mentor, wanted by several: agreed, moved there, booked by a coordinator, and called off. */
async function rivals(slot: number, chance: Chance): Promise<ContenderOrder[]> {
  const mentor = people.mentors[slot % SIDE] ?? '';
  const [first = '', second = '', third = ''] = chance.shuffled(people.mentees);
  const other = people.mentors[(slot + 1) % SIDE] ?? '';
  const start =
    Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth(), new Date().getUTCDate() + 2) +
    Math.floor(slot / SIDE) * SLOT_HOURS * 3_600_000;
  const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
  const wanted = await Promise.all([
    asked(mentor, first, at(chance.whole(0, 20)), chance.whole(25, 60)),
    asked(mentor, second, at(chance.whole(10, 40)), chance.whole(15, 60)),
    asked(other, first, at(chance.whole(0, 45)), chance.whole(15, 60)),
    asked(mentor, third, at(95 + chance.whole(0, 5)), 15),
  ]);
  const [a = '', b = '', c = '', moved = ''] = wanted;
  const accept = (personId: string, meetingId: string): ContenderOrder => ({
    personId,
    command: 'accept-meeting',
    args: { meetingId, sequence: 0 },
  });
  const orders = [accept(mentor, a), accept(mentor, b), accept(other, c)];
  const kind = chance.whole(0, 2);
  if (kind === 0)
    orders.push({
      personId: null,
      command: 'move-meeting',
      args: { meetingId: moved, startsAt: at(chance.whole(0, 50)) },
    });
  if (kind === 1)
    orders.push({ personId: chance.of([first, mentor]), command: 'cancel-meeting', args: { meetingId: a } });
  if (kind === 2)
    orders.push(
      {
        personId: third,
        command: 'move-meeting',
        args: { meetingId: moved, startsAt: at(chance.whole(0, 50)) },
      },
      { personId: mentor, command: 'accept-meeting', args: { meetingId: moved, sequence: 1 } },
    );
  return orders;
}

async function asked(mentor: string, mentee: string, startsAt: string, minutes: number): Promise<string> {
  const id = randomUUID();
  await pool.query({
    name: 'ask',
    text: `INSERT INTO meeting (id, version, "programmeId", "pairId", "mentorId", "menteeId", state, "proposedBy", "startsAt", wall,
       zone, minutes, "restMinutes", mode, costly, sequence, "createdAt", "mentorReady", "menteeReady", "arrangedWithHelp")
     SELECT $1, 1, p."programmeId", p.id, $2, $3, 'proposed', $3, $4, to_char($4::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI'),
       'UTC', $5, 0, 'phone', false, 0, now(), false, false, false
     FROM pair p WHERE p."mentorId" = $2 AND p."menteeId" = $3 ON CONFLICT DO NOTHING`,
    values: [id, mentor, mentee, startsAt, minutes],
  });
  return id;
}

/** Confirmed meetings that begin before an earlier one of the same person has ended, from the meetings themselves. */
async function overlaps(): Promise<number> {
  const found = await pool.query(
    `WITH spans AS (SELECT m.id, p.person, m."startsAt" AS s, m."startsAt" + make_interval(mins => m.minutes + m."restMinutes") AS e
       FROM meeting m CROSS JOIN LATERAL (VALUES (m."mentorId"), (m."menteeId")) AS p(person) WHERE m.state = 'confirmed'),
     before AS (SELECT s, max(e) OVER (PARTITION BY person ORDER BY s, e, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS e FROM spans)
     SELECT count(*) FROM before WHERE e > s`,
  );
  return Number(found.rows[0]?.count);
}

/** Mentors and mentees, each mentor paired with each mentee, so that both sides can be wanted twice. */
async function everybodyPaired(key: Uint8Array): Promise<People> {
  const keys = openKeys(key);
  await tieToKey(pool, keys.fingerprint);
  const store = openStore({ url: database.url, keys, connections: 4 });
  const core = openCore({ store, channels: [], moment: () => momentNow(), onFault: () => undefined });
  await core.prepare();
  const programmeId = (await core.read.programmes.first())?.id ?? '';
  const by = { is: 'coordinator', name: 'test' } as const;
  for (const role of ['mentor', 'mentee'])
    for (let each = 0; each < SIDE; each += 1)
      await core.perform({
        command: 'enrol-person',
        args: { name: `${role} ${each}`, programmeId, role, agreed: true, adult: true },
        by,
      });
  const listed = await core.read.people.list({ most: 100 });
  const ids = (role: string): string[] =>
    listed.filter((each) => each.name?.startsWith(role)).map((each) => each.id);
  const found = { mentors: ids('mentor'), mentees: ids('mentee'), programmeId };
  for (const [index, id] of [...found.mentors, ...found.mentees].entries())
    await pool.query(
      `INSERT INTO account (id, version, platform, tenant, "userId", "chatId", "personId", "programmeId", reachable, "createdAt")
       VALUES ($1, 1, 'telegram', '', $2, $2, $3, $4, true, now())`,
      [randomUUID(), String(7000 + index), id, programmeId],
    );
  // A row each, rather than the command, which pairs a mentee with one mentor at a time.
  for (const mentorId of found.mentors)
    for (const menteeId of found.mentees)
      await pool.query(
        `INSERT INTO pair (id, version, "programmeId", "mentorId", "menteeId", state, "createdAt") VALUES (gen_random_uuid(), 1, $1, $2, $3, 'active', now())`,
        [programmeId, mentorId, menteeId],
      );
  await store.close();
  return found;
}
