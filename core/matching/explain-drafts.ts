import type { Text } from '../texts/text.ts';
import { text } from '../texts/text.ts';
import type { Placed } from './draft.ts';
import type { DraftDifference, DraftSummary } from './match.ts';

/** Whom somebody has in a draft, and whom they would have in the other. One of the two at least is there, and they differ. */
export type Differs = Pick<
  DraftDifference,
  'thread' | 'turn' | 'menteeId' | 'hereId' | 'herePoints' | 'thereId' | 'therePoints'
>;

/** Those who hang together: one has whom the other would have. What they gain or lose, they gain or lose together. */
export type Thread = {
  readonly differs: readonly Differs[];
  readonly pairs: { readonly here: number; readonly there: number };
  readonly points: { readonly here: number; readonly there: number };
};

type Pairs = { readonly pairs: readonly Placed[] };

/**
 * Everybody who has somebody else in the one draft than in the other, each once, in threads. What the threads gain is what
 * the one draft has more than the other.
 *
 * @param inTurn ids of all mentees, whose turn it is first
 */
export function differencesOf(here: Pairs, there: Pairs, inTurn: readonly string[]): Differs[] {
  const [ofHere, ofThere] = [byMentee(here), byMentee(there)];
  const differing = inTurn.flatMap((menteeId) => {
    const [one, other] = [ofHere.get(menteeId), ofThere.get(menteeId)];
    if (one?.mentorId === other?.mentorId) return [];
    return [
      {
        menteeId,
        hereId: one?.mentorId ?? null,
        herePoints: one?.score ?? 0,
        thereId: other?.mentorId ?? null,
        therePoints: other?.score ?? 0,
      },
    ];
  });
  const threadOf = joined(differing);
  const numbers = new Map<string, number>();
  const numbered = differing.map((each, turn) => {
    const thread = threadOf(each);
    if (!numbers.has(thread)) numbers.set(thread, numbers.size);
    return { ...each, thread: numbers.get(thread) ?? 0, turn };
  });
  return numbered.sort((a, b) => a.thread - b.thread || a.turn - b.turn);
}

function byMentee({ pairs }: Pairs) {
  return new Map(pairs.map((pair) => [pair.menteeId, pair]));
}

type Two = Pick<DraftDifference, 'hereId' | 'thereId'>;

/** Mentors of whom somebody has the one and would have the other belong together, and so do all who have any of them. */
function joined(differing: readonly Two[]): (of: Two) => string {
  const above = new Map<string, string>();
  const top = (id: string): string => {
    let at = id;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    return at;
  };
  for (const { hereId, thereId } of differing) {
    if (hereId === null || thereId === null) continue;
    const [one, other] = [top(hereId), top(thereId)];
    if (one !== other) above.set(one, other);
  }
  return ({ hereId, thereId }) => top(hereId ?? thereId ?? '');
}

/** The same, thread by thread, with what each comes to. */
export function threadsOf(differs: readonly Differs[]): Thread[] {
  return [...Map.groupBy(differs, ({ thread }) => thread).values()].map((own) => ({
    differs: own,
    pairs: {
      here: own.filter(({ hereId }) => hereId !== null).length,
      there: own.filter(({ thereId }) => thereId !== null).length,
    },
    points: {
      here: own.reduce((sum, { herePoints }) => sum + herePoints, 0),
      there: own.reduce((sum, { therePoints }) => sum + therePoints, 0),
    },
  }));
}

/** A thread in plain words: a sentence for each who differs, and what it comes to. */
export function sayThread({ differs, pairs, points }: Thread, nameOf: (id: string) => string): Text[] {
  const said = differs.map((each, index): Text => {
    const { menteeId, hereId, herePoints, thereId, therePoints } = each;
    // Somebody whose turn is before theirs would have had the mentor that they have here.
    const isTaken = differs.slice(0, index).some((before) => before.thereId === hereId);
    const how = { name: nameOf(menteeId), when: isTaken && hereId !== null ? 'then' : 'first' };
    if (hereId === null)
      return text('draft-differs-waits', {
        ...how,
        there: nameOf(thereId ?? ''),
        points: String(therePoints),
      });
    const here = nameOf(hereId);
    if (thereId === null) return text('draft-differs-nobody', { ...how, here, points: String(herePoints) });
    const both = { herePoints: String(herePoints), therePoints: String(therePoints) };
    return text('draft-differs-another', { ...how, here, there: nameOf(thereId), ...both });
  });
  const sums = { here: pairs.here, there: String(pairs.there) };
  const both = { herePoints: String(points.here), therePoints: String(points.there) };
  return [...said, text('draft-differs-sum', { ...sums, ...both })];
}

/** Both drafts in sums. */
export function saySums({ pairs, total, greedyPairs, greedyTotal, leftOver }: DraftSummary): Text[] {
  const points = { herePoints: String(total), therePoints: String(greedyTotal) };
  return [
    text('draft-sums', { here: pairs, there: String(greedyPairs), ...points }),
    text('draft-left-over', { count: leftOver }),
  ];
}
