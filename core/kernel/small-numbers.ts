/** A number that may be shown; null: fewer than five, or one that would give such a number away (D40). */
export type Shown = number | null;

/** Fewer than this are never shown as a number (our default). */
export const LEAST_SHOWN = 5;

/**
 * Numbers of which none below five is shown. Where only one would be left out, the next smallest is left out with it, so that
 * nobody can work it out from a sum.
 */
export function withoutSmall(counts: readonly number[]): Shown[] {
  const small = (count: number): boolean => count > 0 && count < LEAST_SHOWN;
  const left = new Set(counts.flatMap((count, at) => (small(count) ? [at] : [])));
  if (left.size === 1) {
    const others = counts.flatMap((count, at) => (left.has(at) || count === 0 ? [] : [{ count, at }]));
    const least = others.reduce<(typeof others)[number] | undefined>(
      (found, each) => (found === undefined || each.count < found.count ? each : found),
      undefined,
    );
    if (least !== undefined) left.add(least.at);
  }
  return counts.map((count, at) => (left.has(at) ? null : count));
}
