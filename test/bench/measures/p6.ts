import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { interleaved, median, type Side, spread } from '../interleaved.ts';
import { munkresOn, oursOn, type Result } from '../matching-sides.ts';
import { taggedCohort } from '../tagged-cohort.ts';

const GOAL_1000 = 1.5;
const GOAL_5000 = 1;
const GOAL_MEMORY = 1.3;
const ROUNDS = 9;

/**
 * P6: a whole cohort matched, with everybody scored with everybody and the reasons of each pair, against munkres solving the
 * very same costs, laid out for it beforehand. 1,000 a side in turns; 5,000 a side once each, in processes of their own.
 */
export async function p6(): Promise<boolean> {
  const cohort = taggedCohort(1000);
  const solve = munkresOn(cohort);
  const [own, theirs] = [oursOn(cohort), solve()];
  const compared = await interleaved(
    side('ours', () => oursOn(cohort)),
    side('munkres', solve),
    ROUNDS,
    1,
  );
  const [large, beside] = [await alone('ours', 5000), await alone('munkres', 5000)];
  const ratio = large.seconds / beside.seconds;
  const memory = large.most / beside.most;
  const equal = isEqual(own, theirs) && isEqual(large, beside);
  const ms = (values: readonly number[]) =>
    spread(
      values.map((value) => value / 1000),
      0,
    );
  process.stdout.write(
    [
      `P6 matching 1,000 a side: ${spread(compared.ratios, 2)} times the CPU of munkres; goal at most ${GOAL_1000}`,
      `   ours with scores and reasons ${ms(compared.ours)} ms, munkres ${ms(compared.beside)} ms`,
      `   5,000 a side: ${ratio.toFixed(2)} times (${large.seconds.toFixed(1)} against ${beside.seconds.toFixed(1)} s, once each); goal at most ${GOAL_5000}`,
      `   most memory ${memory.toFixed(2)} times (${large.most.toFixed(0)} against ${beside.most.toFixed(0)} MB); goal at most ${GOAL_MEMORY}`,
      `   placed and total ${equal ? 'equal' : 'NOT EQUAL'}: ${own.placed} and ${own.total}, ${large.placed} and ${large.total}`,
      '',
    ].join('\n'),
  );
  return equal && median(compared.ratios) <= GOAL_1000 && ratio <= GOAL_5000 && memory <= GOAL_MEMORY;
}

function isEqual(one: Result, other: Result): boolean {
  return one.placed === other.placed && one.total === other.total;
}

function side(name: string, work: () => unknown): Side {
  return {
    name,
    async run(times) {
      for (let n = 0; n < times; n += 1) work();
    },
  };
}

async function alone(name: string, each: number): Promise<Result & { seconds: number; most: number }> {
  const file = join(import.meta.dirname, '..', 'matching-sides.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [file, name, String(each)]);
  return JSON.parse(stdout);
}
