import { aWayIn } from '../scenarios/a-way-in.ts';
import type { AppName } from '../support/apps/app.ts';
import type { AppHand } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

/** Nothing of what was answered. */
export const GONE = { answers: false, words: false, firstSupported: null };

export async function openWayIn(apps: readonly AppName[]): Promise<{ world: World; programmeId: string }> {
  const world = await openWorld({ apps });
  await world.coordinate('load-programme', { slug: 'first', document: aWayIn() });
  return { world, programmeId: (await world.core.read.programmes.bySlug('first'))?.id ?? '' };
}

/** What people do about their answers, and what is kept of them. */
export function onTheWay(world: () => World) {
  async function asks(hand: AppHand): Promise<void> {
    await hand.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
    await hand.does(
      { press: 'In the north' },
      { press: 'Yes' },
      { press: 'Walks' },
      { press: 'That is all' },
    );
    await hand.does('42', { press: 'No' }, 'I look after my brother.', { press: 'Yes, they may' });
  }

  async function kept(hand: AppHand) {
    return await world().rows(
      `SELECT state, "answersSealed" IS NOT NULL AS answers, "wordsSealed" IS NOT NULL AS words, "firstSupported"
        FROM enquiry WHERE "personId" = $1 ORDER BY "as"`,
      [await hand.personId()],
    );
  }

  async function said(hand: AppHand) {
    const sql = `SELECT part, wording, state FROM consent WHERE "personId" = $1 AND part = 'answers'`;
    return await world().rows(sql, [await hand.personId()]);
  }

  async function open(hand: AppHand) {
    const sql = `SELECT kind, what FROM task WHERE "personId" = $1 AND "doneAt" IS NULL ORDER BY kind`;
    return await world().rows(sql, [await hand.personId()]);
  }

  async function stops(hand: AppHand): Promise<void> {
    await hand.does('know', { press: 'What may be kept' });
    await hand.does({ press: 'Stop keeping what I answered on the way in' }, { press: 'Yes, stop it' });
  }

  /** A coordinator thought of them for somebody, for reasons that came from their answers. */
  async function thoughtOf(hand: AppHand): Promise<void> {
    await world().rows(
      `INSERT INTO match (id, version, "programmeId", "menteeId", "mentorId", state, score, reasons, "createdAt")
        VALUES (gen_random_uuid(), 1, (SELECT id FROM programme WHERE slug = 'first'), $1, gen_random_uuid(), 'withdrawn', 70,
          '{"v": 1, "factors": [{"code": "lived", "points": 70, "of": 100}], "unknown": [], "generic": false}', now())`,
      [await hand.personId()],
    );
  }

  return { asks, kept, said, open, stops, thoughtOf };
}
