import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Core } from '../../core/index.ts';

export type BookingStage = { readonly userId: number; readonly tokens: readonly string[] };

/** Where the two of a pair are. */
export type BookingApp = { readonly platform: string; readonly tenant: string };

const coordinator = { is: 'coordinator', name: 'bench' } as const;

/** A pair with that many meetings asked for by the mentee; each token is the mentor's button that says yes to one. */
export async function setBookingStage(
  core: Core,
  pool: pg.Pool,
  count: number,
  { platform, tenant }: BookingApp = { platform: 'telegram', tenant: '' },
): Promise<BookingStage> {
  const programme = await core.read.programmes.first();
  const programmeId = programme?.id ?? '';
  for (const [name, role] of [
    [`Ruth ${platform}`, 'mentor'],
    [`Aisha ${platform}`, 'mentee'],
  ] as const) {
    const args = { name, programmeId, role, agreed: true, adult: true };
    await core.perform({ command: 'enrol-person', args, by: coordinator });
  }
  const people = await core.read.people.list({ most: 10 });
  const mentor = people.find((each) => each.name === `Ruth ${platform}`);
  const mentee = people.find((each) => each.name === `Aisha ${platform}`);
  if (mentor === undefined || mentee === undefined) throw new Error('Nobody was enrolled');
  const userId = 4242;
  for (const [person, id] of [
    [mentor, userId],
    [mentee, userId + 1],
  ] as const) {
    await pool.query(
      `INSERT INTO account (id, version, platform, tenant, "userId", "chatId", "personId", reachable, "createdAt")
       VALUES ($1, 1, $4, $5, $2, $2, $3, true, now())`,
      [randomUUID(), String(id), person.id, platform, tenant],
    );
  }
  const pairArgs = { programmeId, mentorId: mentor.id, menteeId: mentee.id };
  await core.perform({ command: 'make-pair', args: pairArgs, by: coordinator });
  const pair = (await core.read.pairs.list()).find((each) => each.mentorId === mentor.id);
  if (pair === undefined) throw new Error('Nobody was paired');
  await pool.query(
    `INSERT INTO meeting (id, version, "programmeId", "pairId", "mentorId", "menteeId", state, "proposedBy", "startsAt", wall,
       zone, minutes, "restMinutes", mode, costly, sequence, "createdAt", "mentorReady", "menteeReady", "arrangedWithHelp")
     SELECT gen_random_uuid(), 1, $1, $2, $3, $4, 'proposed', $4, t, to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI'),
       'UTC', 30, 0, 'phone', false, 0, now(), false, false, false
     FROM (SELECT date_trunc('hour', now()) + make_interval(hours => 48 + n) AS t FROM generate_series(1, $5) n) s`,
    [programmeId, pair.id, mentor.id, mentee.id, count],
  );
  const meetings = await pool.query(
    `SELECT id FROM meeting WHERE state = 'proposed' AND "mentorId" = $1 ORDER BY "startsAt"`,
    [mentor.id],
  );
  const buttons = meetings.rows.map((row) => ({
    token: randomBytes(16).toString('base64url'),
    meetingId: row.id,
  }));
  await pool.query(
    `INSERT INTO button (token, "personId", "forId", command, args, "createdAt", "expiresAt")
     SELECT b.token, $1, $1, 'accept-meeting', jsonb_build_object('meetingId', b."meetingId", 'sequence', 0), now(), now() + interval '30 days'
     FROM json_to_recordset($2) AS b(token text, "meetingId" uuid)`,
    [mentor.id, JSON.stringify(buttons)],
  );
  return { userId, tokens: buttons.map((each) => each.token) };
}
