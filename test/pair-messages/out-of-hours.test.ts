import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outOfHours } from '../../core/pair-messages/out-of-hours.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { all, later, type Two, twoOn, writes } from './two-on-stage.ts';

let stage: Stage;
let two: Two;

beforeEach(async () => {
  stage = await openStage('2026-11-23T12:00:00Z');
  two = await twoOn(stage);
});
afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const topics = () => stage.rows(`SELECT "pairId", "personId" FROM task WHERE kind = 'contact-out-of-hours'`);

describe('contact out of hours (SAF-03)', () => {
  it('is no topic while it stays within the hours, or happens now and then', async () => {
    for (let times = 0; times < 6; times += 1) await writes(two.aisha, 'In the middle of the day');
    await later(stage, '2026-11-23T22:00:00Z');
    for (let times = 0; times < 3; times += 1) await writes(two.aisha, 'At night');
    expect(await topics()).toEqual([]);
  });

  it('that is rising is a topic for supervision, once, and neither of the two hears a count', async () => {
    await later(stage, '2026-11-23T22:00:00Z');
    for (let times = 0; times < 7; times += 1) await writes(two.aisha, 'At night');
    expect(await topics()).toEqual([{ pairId: two.pair.id, personId: null }]);
    await later(stage, '2026-11-24T10:00:00Z');
    expect(await stage.rows(`SELECT FROM pair_message WHERE state IN ('sending', 'sent')`)).toHaveLength(7);
    expect(`${all(two.aisha)}${all(two.ruth)}`).not.toMatch(/supervision|too (often|many)|7 messages/i);
  });

  it('rises only when there is some, and twice as much as before', () => {
    const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
    const daysAgo = fc.array(fc.integer({ min: 1, max: 27 }), { maxLength: 12 });
    fc.assert(
      fc.property(daysAgo, daysAgo, (lately, before) => {
        const at = (days: number): Temporal.Instant => now.subtract({ hours: days * 24 });
        const fact = outOfHours([...lately.map(at), ...before.map((days) => at(days + 28))], now);
        expect(fact).toEqual({
          lately: lately.length,
          before: before.length,
          isRising: lately.length >= 4 && lately.length >= 2 * before.length,
        });
      }),
    );
  });
});
