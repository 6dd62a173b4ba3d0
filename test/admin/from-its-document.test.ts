import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDay, type Day, failedMessages } from './a-day.ts';
import { type ApiWorld, openApiWorld } from './api-world.ts';
import { type Call, callsOf, Described, judgeOf, reader, scopeOf } from './described.ts';

/** As many requests as it takes to try each person with each other one. */
const TURNS = 600;

let world: ApiWorld;
let document: Described;
let token: string;

beforeAll(async () => {
  world = await openApiWorld();
  document = Described.parse((await world.ask('GET', '/openapi.json')).body);
  token = (await world.token(['read', 'write', 'shared', 'concerns', 'tokens', 'referrals'])).token;
  // Two volunteers who are leads later: one of them may be removed on the way.
  for (const role of ['mentor', 'mentee', 'volunteer', 'volunteer']) await enrol(role);
  const day = await aDay(world);
  await failedMessages(world, day.mentee.id);
  await groupReadyToOpen();
  await groupThatHasMet();
  await canBeReached();
  await somethingTold(day);
  await openings();
  await trainingMeetings();
  await cameIn();
  await peopleWhoWait();
});
afterAll(() => world.close());

async function enrol(role: string): Promise<void> {
  const programmeId = (await world.stage.core.read.programmes.first())?.id;
  const args = { name: `Some ${role}`, programmeId, role, agreed: true, adult: true };
  await world.stage.core.perform({ command: 'enrol-person', args, by: { is: 'coordinator', name: 'test' } });
}

/** Somebody who has come in and is spoken with, and a programme that an agency can send somebody to. */
async function cameIn(): Promise<void> {
  const document = {
    v: 1,
    name: 'South side',
    contact: { name: 'Morag', phone: '01632 960 001', hours: 'always' },
    sources: [{ code: 'surgery', name: 'Surgery', kind: 'agency' }],
  };
  const args = { slug: 'south-side', document };
  await world.stage.core.perform({
    command: 'load-programme',
    args,
    by: { is: 'coordinator', name: 'test' },
  });
  await world.stage.rows(
    `INSERT INTO enquiry (id, version, "programmeId", "personId", "as", state, site, route, "createdAt")
    SELECT gen_random_uuid(), 1, q.id, p.id, 'mentee', 'talking', 'main', 'self', now() FROM person p, programme q
    WHERE p.name = 'Some mentee' AND q.slug = 'first'`,
  );
  const referral = { programme: 'south-side', source: 'surgery', agreed: true, codeHash: 'x'.repeat(43) };
  const by = { is: 'coordinator', name: 'test' } as const;
  await world.stage.core.perform({ command: 'make-referral', args: referral, by });
}

/** Some that somebody else asked for, and some that are open. */
async function openings(): Promise<void> {
  await world.stage.rows(
    `INSERT INTO role (id, version, "personId", "programmeId", role, since)
    SELECT gen_random_uuid(), 1, r."personId", r."programmeId", 'safeguarding-lead', now() FROM role r JOIN person p
      ON p.id = r."personId" WHERE p.name = 'Some volunteer' AND r.role = 'volunteer'`,
  );
  await world.stage.rows(
    `INSERT INTO opening (id, version, "personId", "readerId", "askedBy", what, "reasonSealed", how, state, "safeToTell",
      "askedAt", "confirmedBy", "openUntil")
    SELECT gen_random_uuid(), 1, p.id, r."personId", 'another', 'both', '', 'second-person', s.state, true, now(),
      CASE s.state WHEN 'open' THEN 'a second' END, CASE s.state WHEN 'open' THEN now() + interval '9 years' END
    FROM person p, role r, (VALUES ('asked'), ('open')) AS s(state)
    WHERE p.name = 'Some mentee' AND r.role = 'safeguarding-lead'`,
  );
}

/** Two meetings at which a module is taught, which have begun. */
async function trainingMeetings(): Promise<void> {
  const module = JSON.stringify({ modules: [{ code: 'listening', name: 'Listening', requiredOf: [] }] });
  await world.stage.rows(
    `UPDATE programme SET document = jsonb_set(document, '{training}', (document->'training') || $1::jsonb)`,
    [module],
  );
  await world.stage.rows(
    `INSERT INTO training_meeting (id, version, "programmeId", modules, "startsAt", wall, zone, minutes, place, capacity,
      state, "createdAt")
    SELECT gen_random_uuid(), 1, p.id, '["listening"]', '2026-11-20T14:00Z', '2026-11-20T14:00', 'Europe/London', 60,
      'The hall', 8, 'planned', now() FROM programme p, generate_series(1, 2)`,
  );
}

/** A copy of everything goes to a chat of theirs, and to nobody else. */
async function canBeReached(): Promise<void> {
  await world.stage.rows(
    `INSERT INTO account (id, version, platform, tenant, "userId", "chatId", "personId", reachable, "createdAt")
    SELECT gen_random_uuid(), 1, 'telegram', '', p.id, p.id, p.id, true, now() FROM person p WHERE p.name = 'Some volunteer'`,
  );
}

/** Enough of them for a draft, and for everything that can be done with it. */
async function peopleWhoWait(): Promise<void> {
  for (let each = 0; each < 5; each += 1) for (const role of ['mentor', 'mentee']) await enrol(role);
  await world.stage.rows(
    `INSERT INTO account (id, version, platform, tenant, "userId", "chatId", "personId", reachable, "createdAt")
    SELECT gen_random_uuid(), 1, 'telegram', '', p.id, p.id, p.id, true, now() FROM person p WHERE p.name = 'Some mentor'`,
  );
  await world.stage.rows(
    `INSERT INTO enquiry (id, version, "programmeId", "personId", "as", state, route, "waitingSince", "outlineAgreedAt",
      "createdAt")
    SELECT gen_random_uuid(), 1, r."programmeId", p.id, r.role, 'waiting', 'coordinator', now(), now(), now()
    FROM person p JOIN role r ON r."personId" = p.id WHERE p.name IN ('Some mentor', 'Some mentee') ON CONFLICT DO NOTHING`,
  );
  await world.stage.rows(
    `INSERT INTO match (id, version, "programmeId", "menteeId", "mentorId", state, score, reasons, "createdAt")
    SELECT gen_random_uuid(), 1, e."programmeId", e."personId", r."personId", 'drafted', 0,
      '{"v": 1, "factors": [], "unknown": [], "generic": false}', now()
    FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM enquiry WHERE "as" = 'mentee') e
    JOIN (SELECT *, row_number() OVER (ORDER BY id) AS n FROM enquiry WHERE "as" = 'mentor') r ON r.n = e.n`,
  );
}

/** The mentee is worried about her mentor, and tells the safeguarding lead. */
async function somethingTold({ mentee, pair }: Day): Promise<void> {
  const { stage } = world;
  await stage.rows(
    `INSERT INTO role (id, version, "personId", "programmeId", role, since)
      SELECT gen_random_uuid(), 1, p.id, $1, 'safeguarding-lead', now() FROM person p WHERE p.name = 'Some volunteer'`,
    [pair.programmeId],
  );
  const [account] = await stage.store.read.people.accountsOf(mentee.id);
  if (account === undefined) throw new Error('no account');
  const by = { is: 'person', person: mentee, account } as const;
  const args = { kind: 'tell-someone', about: `pair:${pair.id}`, words: 'Words of a concern' };
  await stage.core.perform({ command: 'send-concern', args, by });
  await stage.core.settle();
}

/** A group whose lead has accepted the ground rules, and which nobody has opened yet. */
async function groupReadyToOpen(): Promise<void> {
  await world.stage.rows(
    `INSERT INTO "group" (id, version, "programmeId", state, name, capacity, "leadId", "leadAcceptedAt", zone, platform,
      tenant, "chatId", "createdAt")
    SELECT gen_random_uuid(), 1, r."programmeId", 'made', 'Walkers', 10, r."personId", now(), 'Europe/London', 'discord',
      '1', '2', now() FROM role r JOIN programme p ON p.id = r."programmeId" WHERE r.role = 'mentor' AND p.slug = 'first'`,
  );
}

/** A group that has met, with somebody in it. */
async function groupThatHasMet(): Promise<void> {
  const at = '2026-11-20T18:00:00Z';
  await world.stage.rows(
    `WITH g AS (INSERT INTO "group" (id, version, "programmeId", state, name, capacity, "leadId", "leadAcceptedAt",
        "leadTrainedAt", "leadTrainedBy", zone, platform, tenant, "chatId", "createdAt", "openedAt")
      SELECT gen_random_uuid(), 1, r."programmeId", 'open', 'Readers', 10, r."personId", now(), now(), 'test',
        'Europe/London', 'discord', '1', '4', now(), now() FROM role r JOIN programme p ON p.id = r."programmeId"
      WHERE r.role = 'mentor' AND p.slug = 'first' RETURNING id),
    m AS (INSERT INTO group_member (id, version, "groupId", "personId", state, seat, "joinedAt", "acceptedAt")
      SELECT gen_random_uuid(), 1, g.id, p.id, 'in', 1, $1::timestamptz, $1::timestamptz FROM g, person p WHERE p.name = 'Some mentee')
    INSERT INTO group_meeting (id, version, "groupId", state, "startsAt", wall, zone, minutes, sequence, "createdAt")
      SELECT gen_random_uuid(), 1, g.id, 'planned', $1::timestamptz, '2026-11-20T18:00', 'Europe/London', 60, 0,
        $1::timestamptz FROM g`,
    [at],
  );
}

/** Asks in another way each turn until it is done; whatever is answered on the way has to fit the document. */
async function asksUntilDone(call: Call): Promise<{ status: number; asked: number; unfit: string[] }> {
  const judge = judgeOf(document);
  const { request } = reader(document, world, token);
  const unfit: string[] = [];
  let status = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { address, headers, body } = await request(call, turn);
    const answered = await world.ask(call.method, address, { token, body, headers });
    unfit.push(...judge(call, answered.status, answered.headers.get('Content-Type'), answered.body));
    status = answered.status;
    // A request that the document allows is never one that does not fit.
    if (status === 400 || status >= 500) unfit.push(`${call.method} ${address}: ${status} ${answered.text}`);
    if (isDone(status)) return { status, asked: turn + 1, unfit };
  }
  return { status, asked: TURNS, unfit };
}

/** It is done, or taken on. */
function isDone(status: number): boolean {
  return status === 200 || status === 202;
}

describe('the API, driven from its document alone', () => {
  it('does every one of its operations, and answers as it says', async () => {
    const calls = callsOf(document);
    // What a token is ended with comes last, and lists come when there is something to list.
    const inOrder = calls.toSorted((a, b) => rank(a) - rank(b));
    const outcomes: Record<string, number> = {};
    for (const call of inOrder) {
      const { status, unfit } = await asksUntilDone(call);
      expect(unfit, `${call.method} ${call.path}`).toEqual([]);
      outcomes[`${call.method} ${call.path}`] = status;
    }
    expect(Object.entries(outcomes).filter(([, status]) => !isDone(status))).toEqual([]);
    expect(Object.keys(outcomes).length).toBe(calls.length);
    expect(calls.length).toBeGreaterThanOrEqual(31);
  });

  it('says of each operation which token it needs, and what every refusal looks like', () => {
    for (const call of callsOf(document)) {
      expect(['read', 'write', 'shared', 'concerns', 'tokens', 'referrals'], call.path).toContain(
        scopeOf(call),
      );
      const statuses = Object.keys(call.operation.responses);
      expect(statuses, call.path).toEqual(expect.arrayContaining(['400', '401', '403', '404', '429']));
      expect(
        statuses.filter((each) => isDone(Number(each))),
        call.path,
      ).toHaveLength(1);
      if (call.method === 'GET') continue;
      expect(statuses, call.path).toEqual(expect.arrayContaining(['409', '415', '422']));
      const key = call.operation.parameters.find(({ name }) => name === 'idempotency-key');
      expect(key?.required, call.path).toBe(true);
    }
  });

  it('notices an answer that does not fit', () => {
    const [call] = callsOf(document).filter(({ path, method }) => path === '/v1/people' && method === 'GET');
    if (call === undefined) throw new Error('There is no such operation');
    const judge = judgeOf(document);
    expect(judge(call, 200, 'application/json', { items: [], next: null })).toEqual([]);
    expect(judge(call, 200, 'application/json', { items: [{ id: 'x', secret: 1 }], next: null })).not.toEqual(
      [],
    );
    expect(judge(call, 200, 'text/html', {})).not.toEqual([]);
    expect(judge(call, 418, 'application/json', {})).not.toEqual([]);
  });
});

function rank({ method, path }: Call): number {
  if (method === 'DELETE' && path.startsWith('/v1/tokens')) return 9;
  if (path.endsWith('/erasure')) return 8;
  if (method === 'DELETE' || path.endsWith('/cancel') || path.endsWith('/close')) return 7;
  if (path.endsWith('/done')) return 6;
  if (path.startsWith('/v1/tasks')) return 5;
  if (method === 'GET') return 4;
  if (path.startsWith('/v1/meetings') || path.startsWith('/v1/group-meetings')) return 3;
  return path.startsWith('/v1/pairs') ? 2 : 1;
}
