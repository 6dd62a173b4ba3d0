import { emptyAssignment, type OnStep, type Scores, type Seats } from './assignment.ts';
import { bid } from './bid.ts';
import { newSearch, place } from './place.ts';

/** Rounds of bidding before seats are looked for one by one: measured, more of them gain nothing. */
const ROUNDS = 2;

/**
 * The best draft for everybody at once: for each mentee the mentor they are put with, or -1.
 *
 * First as many mentees as can be have somebody, because no better fit of one is worth another's having no one. Then the sum
 * of the scores is the highest there is. Where drafts are equal in both, those whose turn it is have somebody: mentees of a
 * high rank, seats of a low one. Nobody is ever put where they are FORBIDDEN.
 *
 * Shortest augmenting paths (Jonker and Volgenant, 1987): at most cubic, and beside the scores it needs a few numbers for
 * each person. Written here, because the solvers that can be had know neither seats nor people who are left over, ask for a
 * matrix of four times the size, and are slower on scores like ours, which are small whole numbers with many alike.
 */
export function optimum(
  scores: Scores,
  seats: Seats,
  rank: Int32Array,
  onStep: OnStep = () => undefined,
): Int32Array {
  const state = emptyAssignment(scores, seats, rank);
  let open = Array.from({ length: scores.mentees }, (_, mentee) => mentee);
  for (let round = 0; round < ROUNDS; round += 1) open = bid(state, open);
  const search = newSearch(scores.mentees, seats.rank.length);
  let done = scores.mentees - open.length;
  for (const mentee of open) {
    onStep(done);
    place(state, search, mentee);
    done += 1;
  }
  onStep(done);
  return state.seatOf.map((seat) => (seat < 0 ? -1 : (seats.mentorOf[seat] ?? -1)));
}
