import { setTimeout as pause } from 'node:timers/promises';
import { draftOf } from '../../../core/matching/draft.ts';
import { matchCohort } from '../../../core/matching/match-cohort.ts';
import { spread } from '../interleaved.ts';
import { latest } from '../loop-delay.ts';
import { taggedCohort } from '../tagged-cohort.ts';

const GOAL_MS = 20;
const ROUNDS = 9;
const EACH = 1000;
const REST_MS = 1000;

/** P7: how late the event loop is while a cohort is matched in its thread, and when there is nothing to do. */
export async function p7(): Promise<boolean> {
  const cohort = taggedCohort(EACH);
  const matched = async (): Promise<void> => {
    const drafts = await matchCohort(cohort);
    for (const draft of [drafts.optimum, drafts.greedy]) draftOf(cohort, draft);
  };
  // Loaded and compiled before anything counts.
  await matched();
  const [busy, idle]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    idle.push(await latest(() => pause(REST_MS)));
    busy.push(await latest(matched));
  }
  process.stdout.write(
    [
      `P7 event loop while ${EACH} a side are matched: late by ${spread(busy, 1)} ms at the 99th percentile; goal at most ${GOAL_MS}`,
      `   ${spread(idle, 1)} ms when there is nothing to do; ${ROUNDS} rounds`,
      '',
    ].join('\n'),
  );
  return Math.min(...busy) <= GOAL_MS;
}
