import type { Answers } from '../../kernel/form.ts';
import type { PairToBook } from '../../store/pairs-to-book.ts';
import { otherOf } from '../meeting-rules.ts';
import type { timesForBoth } from './offered-times.ts';

/** The pairs that somebody can book for. */
export type Booking = {
  readonly me: string;
  readonly pairs: readonly PairToBook[];
  readonly times: typeof timesForBoth;
};

/** The pair that is booked for: the only one, or the one that was chosen. */
export function chosenPair({ pairs }: Booking, answers: Answers): PairToBook | undefined {
  return pairs.length === 1 ? pairs[0] : pairs.find((each) => each.pair.id === answers['pair']);
}

/** The clock of the one who is asked, and the other's where it may show another time. */
export function clocksOf(two: Pick<PairToBook, 'mentor' | 'mentee'>, me: string) {
  const { zone } = two.mentor.id === me ? two.mentor : two.mentee;
  return { zone, otherZone: otherOf(two, me).zone };
}
