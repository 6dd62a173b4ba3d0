import type { Placed } from './draft.ts';

/** What a draft comes to, as far as two are compared. */
type Compared = { readonly pairs: readonly Placed[]; readonly total: number };

/** Of two drafts of the same people, what is different: facts, of which somebody makes sentences. */
export type Difference = {
  readonly pairs: { readonly one: number; readonly other: number };
  readonly total: { readonly one: number; readonly other: number };
  /** How many have the same mentor in both. */
  readonly same: number;
  /** Those who have somebody in both, and not the same; those who lose most by the other draft first. */
  readonly another: readonly { readonly menteeId: string; readonly one: With; readonly other: With }[];
  /** Mentees who have somebody in one draft alone. */
  readonly onlyInOne: readonly Placed[];
  readonly onlyInOther: readonly Placed[];
  /** Mentors who have somebody in one draft alone. */
  readonly mentorsOnlyInOne: readonly string[];
  readonly mentorsOnlyInOther: readonly string[];
};
type With = { readonly mentorId: string; readonly score: number };

export function compareDrafts(one: Compared, other: Compared): Difference {
  const [inOne, inOther] = [one, other].map(
    (draft) => new Map(draft.pairs.map((pair) => [pair.menteeId, pair])),
  );
  const both = one.pairs.flatMap((pair) => {
    const there = inOther?.get(pair.menteeId);
    return there === undefined ? [] : [{ menteeId: pair.menteeId, one: pair, other: there }];
  });
  const another = both
    .filter((pair) => pair.one.mentorId !== pair.other.mentorId)
    .sort(
      (a, b) => a.other.score - a.one.score - (b.other.score - b.one.score) || order(a.menteeId, b.menteeId),
    );
  return {
    pairs: { one: one.pairs.length, other: other.pairs.length },
    total: { one: one.total, other: other.total },
    same: both.length - another.length,
    another: another.map(({ menteeId, ...drafts }) => ({
      menteeId,
      one: withWhom(drafts.one),
      other: withWhom(drafts.other),
    })),
    onlyInOne: one.pairs.filter(({ menteeId }) => !inOther?.has(menteeId)),
    onlyInOther: other.pairs.filter(({ menteeId }) => !inOne?.has(menteeId)),
    mentorsOnlyInOne: mentorsOnlyIn(one, other),
    mentorsOnlyInOther: mentorsOnlyIn(other, one),
  };
}

function withWhom({ mentorId, score }: Placed): With {
  return { mentorId, score };
}

function mentorsOnlyIn(draft: Compared, other: Compared): string[] {
  const there = new Set(other.pairs.map(({ mentorId }) => mentorId));
  return [...new Set(draft.pairs.map(({ mentorId }) => mentorId))].filter((id) => !there.has(id)).sort(order);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
