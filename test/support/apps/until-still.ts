import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** Turns of the event loop in which nothing may be under way before it counts as still. */
const STILL_TURNS = 6;

/**
 * Settles once nothing is under way in this process for several turns of its event loop: what goes from one end of a socket to
 * the other takes one or two. Counted in turns, not in time, so that a busy machine changes nothing.
 */
export async function untilStill(countUnderWay: () => number): Promise<void> {
  for (let still = 0; still < STILL_TURNS; ) {
    // What is under way waits for the database, most of the time.
    await (still === 0 ? pause(1) : nextTurn());
    still = countUnderWay() === 0 ? still + 1 : 0;
  }
}
