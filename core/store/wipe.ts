import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { NO_REASONS } from '../matching/match.ts';
import { DEFAULT_SETTINGS } from '../people/person.ts';

// What becomes of each column is said in core/privacy/what-we-keep.ts; a test holds the two against each other.

type Db = Pick<pg.ClientBase, 'query'>;

/** $1 are the ids of the people, $2 is now. */
type Statement = { readonly sql: string; readonly now?: true };

/** Their name may stand in what was said about them to others; looked for while it is still known. */
const SAID_BY_NAME: Statement = {
  sql: `UPDATE outgoing o SET args = jsonb_build_object('id', o.args->'id', 'args', '{}'::jsonb) FROM person p
    WHERE p.id = ANY($1::uuid[]) AND p.name IS NOT NULL AND o.state <> 'waiting'
      AND jsonb_typeof(o.args->'args') = 'object'
      AND EXISTS (SELECT FROM jsonb_each_text(o.args->'args') v WHERE v.value = p.name)`,
};

const OWN_ACCOUNTS = `(SELECT id FROM account WHERE "personId" = ANY($1::uuid[]))`;
const LED = `(SELECT id FROM "group" WHERE "leadId" = ANY($1::uuid[]))`;

/** What a group is called when whoever named it is gone. */
const GROUP_WITHOUT_NAME = 'Peer group';

const REMAINS: readonly Statement[] = [
  // Those that need the accounts first.
  { sql: `DELETE FROM draft WHERE "personId" = ANY($1::uuid[]) OR "accountId" IN ${OWN_ACCOUNTS}` },
  { sql: `DELETE FROM shown WHERE "shownTo" IN ${OWN_ACCOUNTS}` },
  { sql: `DELETE FROM sent_message WHERE "accountId" IN ${OWN_ACCOUNTS}` },
  { sql: `DELETE FROM disguise WHERE id IN ${OWN_ACCOUNTS}` },
  {
    sql: `DELETE FROM app_link WHERE "personId" = ANY($1::uuid[]) OR "accountId" IN ${OWN_ACCOUNTS}
      OR "toAccountId" IN ${OWN_ACCOUNTS}`,
  },
  {
    sql: `DELETE FROM outgoing o WHERE NOT o.forget AND (o."personId" = ANY($1::uuid[]) OR o."accountId" IN ${OWN_ACCOUNTS}
      OR EXISTS (SELECT FROM account a WHERE a."personId" = ANY($1::uuid[]) AND o.address IS NOT NULL
        AND o.chat = a.platform || ':' || a."chatId"))`,
  },
  { sql: `DELETE FROM button WHERE "personId" = ANY($1::uuid[]) OR "forId" = ANY($1::uuid[])` },
  {
    sql: `UPDATE account SET "actingForId" = NULL, version = version + 1 WHERE "actingForId" = ANY($1::uuid[])`,
  },
  { sql: `DELETE FROM account WHERE "personId" = ANY($1::uuid[])` },
  { sql: `DELETE FROM desk_sign_in WHERE "personId" = ANY($1::uuid[])` },
  { sql: `DELETE FROM desk_session WHERE "personId" = ANY($1::uuid[])` },
  { sql: `DELETE FROM reflection WHERE "personId" = ANY($1::uuid[])` },
  { sql: `DELETE FROM supervision_note WHERE "mentorId" = ANY($1::uuid[])` },
  { sql: `DELETE FROM fit_check WHERE "personId" = ANY($1::uuid[])` },
  { sql: `DELETE FROM nudge WHERE "personId" = ANY($1::uuid[])` },
  { sql: `DELETE FROM availability WHERE id = ANY($1::uuid[])` },
  { sql: `DELETE FROM consent WHERE "personId" = ANY($1::uuid[])` },
  { sql: `DELETE FROM training_record WHERE "personId" = ANY($1::uuid[])` },
  { sql: `DELETE FROM never_with WHERE "firstId" = ANY($1::uuid[]) OR "secondId" = ANY($1::uuid[])` },
  {
    sql: `UPDATE enquiry SET "answersSealed" = NULL, "wordsSealed" = NULL, "outlineAgreedAt" = NULL, state = 'withdrawn',
      version = version + 1 WHERE "personId" = ANY($1::uuid[])
      AND (num_nonnulls("answersSealed", "wordsSealed", "outlineAgreedAt") > 0 OR state <> 'withdrawn')`,
  },
  // Before the matches: a draft that is being kept just now is kept before them, or decided again without them.
  {
    sql: `UPDATE match_draft SET version = version + 1 WHERE state = 'drafting' AND "programmeId" IN
      (SELECT "programmeId" FROM enquiry WHERE "personId" = ANY($1::uuid[]))`,
  },
  {
    sql: `UPDATE match SET state = 'withdrawn', "endsAt" = NULL, version = version + 1
      WHERE ("menteeId" = ANY($1::uuid[]) OR "mentorId" = ANY($1::uuid[]))
      AND state IN ('drafted', 'offered', 'asked', 'accepted')`,
  },
  // Why two were brought together is worked out from what both answered.
  {
    sql: `UPDATE match SET reasons = '${JSON.stringify(NO_REASONS)}', score = 0, version = version + 1
      WHERE ("menteeId" = ANY($1::uuid[]) OR "mentorId" = ANY($1::uuid[])) AND (reasons <> '${JSON.stringify(NO_REASONS)}' OR score <> 0)`,
  },
  {
    sql: `DELETE FROM draft_difference WHERE "menteeId" = ANY($1::uuid[]) OR "hereId" = ANY($1::uuid[])
      OR "thereId" = ANY($1::uuid[])`,
  },
  {
    sql: `UPDATE opening SET "reasonSealed" = '', version = version + 1, state = CASE state WHEN 'asked' THEN 'stopped' WHEN 'open'
      THEN 'over' ELSE state END WHERE "personId" = ANY($1::uuid[]) AND "reasonSealed" <> ''`,
  },
  { sql: `DELETE FROM letter WHERE "fromId" = ANY($1::uuid[]) OR "toId" = ANY($1::uuid[])` },
  {
    sql: `DELETE FROM pair_message WHERE "fromId" = ANY($1::uuid[]) OR ("toId" = ANY($1::uuid[]) AND state = 'taken-back')`,
  },
  {
    sql: `UPDATE role SET "endedAt" = $2, version = version + 1 WHERE "personId" = ANY($1::uuid[]) AND "endedAt" IS NULL`,
    now: true,
  },
  {
    sql: `UPDATE supporter SET state = 'ended', "codeHash" = NULL, "codeExpiresAt" = NULL, version = version + 1,
      "endedAt" = coalesce("endedAt", $2) WHERE ("personId" = ANY($1::uuid[]) OR "supporterId" = ANY($1::uuid[]))
      AND (state <> 'ended' OR num_nonnulls("codeHash", "codeExpiresAt") > 0)`,
    now: true,
  },
  {
    sql: `UPDATE meeting SET "placeSealed" = CASE WHEN "placeBy" = ANY($1::uuid[]) THEN NULL ELSE "placeSealed" END,
      "placeBy" = CASE WHEN "placeBy" = ANY($1::uuid[]) THEN NULL ELSE "placeBy" END,
      "reasonSealed" = CASE WHEN "cancelledBy" = ANY($1::uuid[]) THEN NULL ELSE "reasonSealed" END, version = version + 1
      WHERE "placeBy" = ANY($1::uuid[]) OR ("cancelledBy" = ANY($1::uuid[]) AND "reasonSealed" IS NOT NULL)`,
  },
  {
    sql: `UPDATE "group" SET name = '${GROUP_WITHOUT_NAME}', "ownRule" = NULL, version = version + 1
      WHERE "leadId" = ANY($1::uuid[]) AND (name <> '${GROUP_WITHOUT_NAME}' OR "ownRule" IS NOT NULL)`,
  },
  // An entry in the calendar of a place was once remembered by its words.
  {
    sql: `UPDATE shown s SET digest = '' FROM group_meeting k
      WHERE s.card = 'group-event:' || k.id AND k."groupId" IN ${LED} AND s.digest LIKE '{%'`,
  },
  {
    sql: `UPDATE group_meeting SET "where" = NULL, warning = NULL, version = version + 1
      WHERE "groupId" IN ${LED} AND num_nonnulls("where", warning) > 0`,
  },
  {
    sql: `DELETE FROM group_answer a USING group_meeting k WHERE k.id = a."meetingId" AND a."personId" = ANY($1::uuid[])
      AND k."startsAt" > $2`,
    now: true,
  },
  // Their place at a training to come is free for somebody else.
  {
    sql: `UPDATE training_place t SET state = 'called-off', seat = NULL, version = t.version + 1 FROM training_meeting m
      WHERE m.id = t."trainingMeetingId" AND t."personId" = ANY($1::uuid[]) AND t.state = 'booked' AND m."startsAt" > $2`,
    now: true,
  },
  {
    sql: `UPDATE task SET "doneAt" = $2, "doneBy" = 'erased', version = version + 1
      WHERE "personId" = ANY($1::uuid[]) AND "doneAt" IS NULL`,
    now: true,
  },
  {
    sql: `UPDATE task SET "takenById" = NULL, "takenAt" = NULL, version = version + 1
      WHERE "takenById" = ANY($1::uuid[]) AND "doneAt" IS NULL`,
  },
  // What still has to be done about them is in the same change, and says so by its subject.
  {
    sql: `DELETE FROM due d USING unnest($1::uuid[]) AS gone(id) WHERE coalesce(d.subject, '') <> 'erasure'
      AND d.key NOT LIKE 'person.erased:%' AND (position(gone.id::text IN d.args::text) > 0 OR position(gone.id::text IN coalesce(d.subject, '')) > 0)`,
  },
  {
    sql: `UPDATE person SET state = 'erased', name = NULL, zone = 'UTC', language = 'en', "quietFrom" = '00:00',
      "quietTo" = '00:00', adult = NULL, "agreedVersion" = NULL, "agreedAt" = NULL, source = NULL, "situationSealed" = NULL,
      paused = false, "pausedUntil" = NULL, "stoppedAt" = NULL, "wrappedKey" = '', version = version + 1,
      settings = '${JSON.stringify(DEFAULT_SETTINGS)}' WHERE id = ANY($1::uuid[]) AND state <> 'erased'`,
  },
];

/** What was written to somebody whose key came back only to go again cannot be opened by anybody. */
const SEALED_TO_THEM: Statement = { sql: `DELETE FROM pair_message WHERE "toId" = ANY($1::uuid[])` };

async function run(db: Db, statement: Statement, ids: readonly string[], now: Temporal.Instant) {
  return await db.query(statement.sql, statement.now ? [ids, now.toString()] : [ids]);
}

/** What has to go while their names are still known. */
export async function wipeNames(db: Db, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  await run(db, SAID_BY_NAME, ids, now);
}

/** Everything of these people goes from every table. Harmless when it has gone already. */
export async function wipe(db: Db, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  for (const statement of REMAINS) await run(db, statement, ids, now);
}

/** The same for what a backup brought back. Returns how many were there again. */
export async function wipeAgain(db: Db, ids: readonly string[], now: Temporal.Instant): Promise<number> {
  const back = await db.query(`SELECT id FROM person WHERE id = ANY($1::uuid[]) AND state <> 'erased'`, [
    ids,
  ]);
  await wipeNames(db, ids, now);
  await run(db, SEALED_TO_THEM, ids, now);
  await wipe(db, ids, now);
  return back.rowCount ?? 0;
}
