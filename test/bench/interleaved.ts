/** One side of a comparison: does its work `times` times. */
export type Side = { readonly name: string; run(times: number): Promise<void> };

export type Compared = {
  /** CPU microseconds an operation, a round each. */
  readonly ours: readonly number[];
  readonly beside: readonly number[];
  /** Ours divided by the other, round by round. */
  readonly ratios: readonly number[];
};

/** Rounds that are not counted: both sides are still getting faster for some hundred operations. */
export const WARMING = 4;

/**
 * Runs both sides in turn, in one process, so that a machine that slows down slows both: A B, B A, A B … CPU time of the
 * whole process, user and system together.
 */
export async function interleaved(
  ours: Side,
  beside: Side,
  rounds: number,
  times: number,
): Promise<Compared> {
  const measured = { ours: [] as number[], beside: [] as number[] };
  // Some rounds without counting, so that neither side pays for what is loaded and compiled first.
  for (let round = 0; round < WARMING; round += 1) {
    await ours.run(times);
    await beside.run(times);
  }
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? ([ours, beside] as const) : ([beside, ours] as const);
    for (const side of order) measured[side === ours ? 'ours' : 'beside'].push(await cpuOf(side, times));
  }
  const ratios = measured.ours.map((own, round) => own / (measured.beside[round] ?? own));
  return { ...measured, ratios };
}

async function cpuOf(side: Side, times: number): Promise<number> {
  const before = process.cpuUsage();
  await side.run(times);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** "median (least to most)" with that many digits. */
export function spread(values: readonly number[], digits: number): string {
  return `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;
}
