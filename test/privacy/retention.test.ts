import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RETENTION_KINDS, type RetentionKind, retentionRules } from '../../core/privacy/retention.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

let world: PaperWorld;
let ada: Writer;
let bea: Writer;
let pairId: string;

beforeEach(async () => {
  world = await openPaperWorld();
  ada = await world.person('Ada');
  bea = await world.person('Bea');
  pairId = (await world.pair(ada, bea)).id;
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const SOME_DAY = '2026-11-23T09:00:00Z';

/** SQL for that many days before the world's day. */
const ago = (days: number): string => `timestamptz '${SOME_DAY}' - interval '${days} days'`;

type Given = {
  /** Puts a row there that is that old. */
  put(days: number): Promise<unknown>;
  /** How many are left. */
  readonly left: string;
};

const meeting = (days: number): string =>
  `INSERT INTO meeting (id, version, "programmeId", "pairId", "mentorId", "menteeId", state, "proposedBy", "startsAt", wall, zone,
    minutes, "restMinutes", mode, "placeSealed", "placeBy", costly, sequence, "createdAt", "mentorReady", "menteeReady", "arrangedWithHelp")
   VALUES (gen_random_uuid(), 1, '${world.programmeId}', '${pairId}', '${ada.id}', '${bea.id}', 'declined', '${ada.id}', ${ago(days)},
    '2026-01-01T10:00', 'UTC', 30, 0, 'phone', 'v1.x', '${ada.id}', false, 0, ${ago(days)}, false, false, false)`;

const given: Readonly<Record<RetentionKind, Given>> = {
  newcomers: {
    async put(days) {
      const createdAt = world.clock.now().subtract({ hours: 24 * days });
      await world.person(null, {
        state: 'arriving',
        agreedAt: null,
        agreedVersion: null,
        adult: null,
        createdAt,
      });
    },
    left: `SELECT count(*)::int AS n FROM person WHERE state = 'arriving'`,
  },
  silent: {
    async put(days) {
      const stoppedAt = world.clock.now().subtract({ hours: 24 * days });
      await world.person('Cy', { state: 'stopped', stoppedAt });
    },
    left: `SELECT count(*)::int AS n FROM person WHERE state = 'stopped'`,
  },
  drafts: {
    put: (days) =>
      world.rows(`INSERT INTO draft (id, version, "accountId", "personId", form, question, open, args, "updatedAt")
        VALUES (gen_random_uuid()::text, 1, '${ada.accountId}', '${ada.id}', 'reflect', 'text', false, '{}', ${ago(days)})`),
    left: 'SELECT count(*)::int AS n FROM draft',
  },
  nudges: {
    put: (days) =>
      world.rows(`INSERT INTO nudge (id, version, "personId", rule, facts, "createdAt")
        VALUES (gen_random_uuid(), 1, '${ada.id}', 'x', '{}', ${ago(days)})`),
    left: 'SELECT count(*)::int AS n FROM nudge',
  },
  'meeting-words': {
    put: (days) => world.rows(meeting(days)),
    left: `SELECT count(*)::int AS n FROM meeting WHERE "placeSealed" IS NOT NULL`,
  },
  'group-answers': {
    put: (days) =>
      world.rows(`WITH k AS (INSERT INTO group_meeting (id, version, "groupId", state, "startsAt", wall, zone, minutes, sequence, "createdAt")
          VALUES (gen_random_uuid(), 1, gen_random_uuid(), 'planned', ${ago(days)}, 'x', 'UTC', 60, 0, ${ago(days)}) RETURNING id)
        INSERT INTO group_answer (id, version, "meetingId", "personId", attended, "changedAt")
          SELECT gen_random_uuid(), 1, k.id, '${ada.id}', 'came', ${ago(0)} FROM k`),
    left: 'SELECT count(*)::int AS n FROM group_answer',
  },
  concerns: {
    put: (days) =>
      world.rows(`WITH c AS (INSERT INTO concern (id, version, "programmeId", kind, "fromId", about, state, "notFor", asked, level,
          "createdAt", "closedAt", "closedById", outcome, "wrappedKey")
          VALUES (gen_random_uuid(), 1, '${world.programmeId}', 'tell-someone', '${ada.id}', 'else', 'closed', '[]', '[]', 1,
            ${ago(days)}, ${ago(days)}, '${bea.id}', 'talked', 'x') RETURNING id)
        INSERT INTO concern_step (id, version, "concernId", at, step)
          SELECT gen_random_uuid(), 1, c.id, ${ago(days)}, 'closed' FROM c`),
    left: 'SELECT count(*)::int AS n FROM concern JOIN concern_step s ON s."concernId" = concern.id',
  },
  supervision: {
    put: (days) =>
      world.rows(`INSERT INTO supervision_note (id, version, "programmeId", "mentorId", "byId", "textSealed", "createdAt")
        VALUES (gen_random_uuid(), 1, '${world.programmeId}', '${ada.id}', '${bea.id}', 'v1.x', ${ago(days)})`),
    left: 'SELECT count(*)::int AS n FROM supervision_note',
  },
  helpers: {
    put: (days) =>
      world.rows(`INSERT INTO supporter (id, version, "personId", "supporterId", state, "createdAt", "endedAt")
        VALUES (gen_random_uuid(), 1, '${ada.id}', '${bea.id}', 'ended', ${ago(days)}, ${ago(days)})`),
    left: 'SELECT count(*)::int AS n FROM supporter',
  },
  tasks: {
    put: (days) =>
      world.rows(`INSERT INTO task (id, version, kind, "personId", "createdAt", "doneAt", "doneBy")
        VALUES (gen_random_uuid(), 1, 'new-person', '${ada.id}', ${ago(days)}, ${ago(days)}, 'x')`),
    left: 'SELECT count(*)::int AS n FROM task',
  },
  journal: {
    put: (days) =>
      world.rows(
        `INSERT INTO journal (at, event, "by", ids) VALUES (${ago(days)}, 'put.here', 'test', '{}')`,
      ),
    left: `SELECT count(*)::int AS n FROM journal WHERE event = 'put.here'`,
  },
  sent: {
    put: (days) =>
      world.rows(`INSERT INTO outgoing (chat, "personId", screen, args, mode, "dueAt", state, "createdAt")
        VALUES ('x', '${ada.id}', 'home', '{}', 'new', ${ago(days)}, 'sent', ${ago(days)})`),
    left: `SELECT count(*)::int AS n FROM outgoing WHERE chat = 'x'`,
  },
  'sent-messages': {
    put: (days) =>
      world.rows(
        `INSERT INTO sent_message ("accountId", ref, at) VALUES ('${ada.accountId}', '1', ${ago(days)})`,
      ),
    left: `SELECT count(*)::int AS n FROM sent_message WHERE ref = '1'`,
  },
  shown: {
    put: (days) =>
      world.rows(`INSERT INTO shown (id, "shownTo", card, ref, digest, at)
        VALUES (gen_random_uuid(), '${ada.accountId}', 'x', '1', 'x', ${ago(days)})`),
    left: 'SELECT count(*)::int AS n FROM shown',
  },
  'sign-ins': {
    put: (days) =>
      world.rows(`INSERT INTO desk_session (id, version, "personId", hash, "by", "createdAt", "seenAt", "endsAt")
        VALUES (gen_random_uuid(), 1, '${ada.id}', gen_random_uuid()::text, 'code', ${ago(days)}, ${ago(days)}, ${ago(days)})`),
    left: 'SELECT count(*)::int AS n FROM desk_session',
  },
  buttons: {
    put: (days) =>
      world.rows(`INSERT INTO button (token, "personId", command, args, "createdAt", "expiresAt")
        VALUES (gen_random_uuid()::text, '${ada.id}', 'show', '{}', ${ago(days + 60)}, ${ago(days)})`),
    left: 'SELECT count(*)::int AS n FROM button',
  },
  updates: {
    put: (days) => world.rows(`INSERT INTO inbox (key, at) VALUES (gen_random_uuid()::text, ${ago(days)})`),
    left: 'SELECT count(*)::int AS n FROM inbox',
  },
};

describe('every night', () => {
  it.each(RETENTION_KINDS)('what is old of "%s" goes, and what is not stays', async (kind) => {
    const { days } = retentionRules[kind];
    await given[kind].put(days + 1);
    await given[kind].put(Math.max(0, days - 1));
    expect(await world.rows(given[kind].left)).toEqual([{ n: 2 }]);
    await world.core.night();
    expect(await world.rows(given[kind].left)).toEqual([{ n: 1 }]);
    const status = await world.core.retention();
    expect(status.find((each) => each.kind === kind)).toMatchObject({ days, removed: 1 });
    expect(status.every(({ ranAt }) => ranAt === '2026-11-23T09:00:00Z')).toBe(true);
  });

  it('what waits to be sent is not old, however long it waits', async () => {
    await world.rows(`INSERT INTO outgoing (chat, "personId", screen, args, mode, "dueAt", state, "createdAt")
      VALUES ('x', '${ada.id}', 'home', '{}', 'new', ${ago(-1)}, 'waiting', ${ago(400)})`);
    await world.core.night();
    expect(await world.rows(given.sent.left)).toEqual([{ n: 1 }]);
  });

  it('goes by what the programme says, where it says so', async () => {
    await world.rows(`UPDATE programme SET document = jsonb_set(document, '{retention}', '{"nudges": 7}')`);
    await given.nudges.put(8);
    await given.nudges.put(6);
    await world.core.night();
    expect(await world.rows(given.nudges.left)).toEqual([{ n: 1 }]);
  });

  it('has said of nothing that it ran before it did', async () => {
    expect((await world.core.retention()).every(({ ranAt }) => ranAt === null)).toBe(true);
  });
});
