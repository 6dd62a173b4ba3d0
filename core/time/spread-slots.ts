import { type Interval, overlaps } from './intervals.ts';

/** A start that suits both, with the mentee's date and clock time. */
export type Candidate = Interval & { costly: boolean; date: string; hour: number; minute: number };

// What makes one more slot less useful, in the order of what people mind: hardly a choice at all, another slot that costs
// somebody something, the same day again, the same time of day again, an odd minute, and a day's wait. Ours, not a study's.
const WEIGHTS = { overlap: 10_000, costly: 1_500, sameDay: 1_000, samePart: 40, oddMinute: 10, dayLater: 1 };

const MOST_IN_ONE_PART = 2;
const DAY = 86_400_000;

/**
 * Picks the most useful `most` of the candidates, soonest first: on as many different days as there are, at different
 * times of day, at the full hour rather than past it, and never more than two in one morning, afternoon or evening.
 */
export function spread(candidates: readonly Candidate[], most: number): Candidate[] {
  const soonest = Math.min(...candidates.map((one) => one.start));
  const left = new Set(candidates);
  const chosen: Candidate[] = [];
  while (chosen.length < most) {
    const best = leastCost([...left], chosen, soonest);
    if (best === null) break;
    chosen.push(best);
    left.delete(best);
  }
  return settled(candidates, chosen, soonest).sort((a, b) => a.start - b.start);
}

/**
 * What was chosen first was chosen without knowing the rest: as long as another slot in the place of one is better beside the
 * others, it takes that place. Each exchange costs less than what it replaces, so it ends.
 */
function settled(
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
  soonest: number,
): Candidate[] {
  for (const [place, one] of chosen.entries()) {
    const others = chosen.toSpliced(place, 1);
    const left = candidates.filter((each) => !others.includes(each));
    const best = leastCost(left, others, soonest);
    if (best !== null && cost(best, others, soonest) < cost(one, others, soonest))
      return settled(candidates, chosen.with(place, best), soonest);
  }
  return [...chosen];
}

function leastCost(
  left: readonly Candidate[],
  chosen: readonly Candidate[],
  soonest: number,
): Candidate | null {
  let best: Candidate | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const one of left) {
    const crowd = chosen.filter((other) => other.date === one.date && part(other) === part(one)).length;
    if (crowd >= MOST_IN_ONE_PART) continue;
    const price = cost(one, chosen, soonest);
    if (price < lowest) {
      best = one;
      lowest = price;
    }
  }
  return best;
}

function cost(one: Candidate, chosen: readonly Candidate[], soonest: number): number {
  let sum = ((one.start - soonest) / DAY) * WEIGHTS.dayLater;
  if (one.costly) sum += WEIGHTS.costly;
  if (one.minute !== 0) sum += one.minute === 30 ? WEIGHTS.oddMinute : WEIGHTS.oddMinute * 2;
  for (const other of chosen) {
    if (overlaps(one, other)) sum += WEIGHTS.overlap;
    if (other.date === one.date) sum += WEIGHTS.sameDay;
    if (part(other) === part(one)) sum += WEIGHTS.samePart;
  }
  return sum;
}

function part(one: Candidate): 'morning' | 'afternoon' | 'evening' {
  if (one.hour < 12) return 'morning';
  return one.hour < 17 ? 'afternoon' : 'evening';
}
