/** A stretch of time in epoch milliseconds: its start belongs to it, its end does not. */
export type Interval = { start: number; end: number };

/** Sorts stretches and joins those that touch or overlap; empty ones vanish. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((one) => one.start < one.end).sort((a, b) => a.start - b.start);
  const out: Interval[] = [];
  for (const one of sorted) {
    const last = out.at(-1);
    if (last !== undefined && one.start <= last.end) last.end = Math.max(last.end, one.end);
    else out.push({ start: one.start, end: one.end });
  }
  return out;
}

/** What lies in `from` and in none of `taken`. */
export function without(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = joined(taken);
  return joined(from).flatMap((one) => cut(one, holes));
}

/** What lies in both. */
export function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const left = joined(a);
  const right = joined(b);
  const out: Interval[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const one = left[i];
    const other = right[j];
    if (one === undefined || other === undefined) return out;
    const start = Math.max(one.start, other.start);
    const end = Math.min(one.end, other.end);
    if (start < end) out.push({ start, end });
    if (one.end < other.end) i += 1;
    else j += 1;
  }
}

/** Do two stretches share any time? */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

function cut(one: Interval, holes: readonly Interval[]): Interval[] {
  const out: Interval[] = [];
  let start = one.start;
  for (const hole of holes) {
    if (hole.end <= start) continue;
    if (hole.start >= one.end) break;
    if (hole.start > start) out.push({ start, end: hole.start });
    start = hole.end;
  }
  if (start < one.end) out.push({ start, end: one.end });
  return out;
}
