import { z } from 'zod';
import type { Button, Line } from '../kernel/message.ts';
import { text } from '../texts/text.ts';
import type { Pair } from './pair.ts';

/** In which role somebody looks, where they are a mentor in one pair and a mentee in another (ELG-06). */
export const As = z.enum(['mentor', 'mentee']);
export type As = z.infer<typeof As>;

type Two = Pick<Pair, 'mentorId' | 'menteeId'>;

/** In which role somebody is in a pair, or in a meeting of one. */
export function roleIn({ mentorId }: Two, ownId: string): As {
  return mentorId === ownId ? 'mentor' : 'mentee';
}

/** Whether somebody is both; whoever is one of the two has one view. */
export function isBoth(pairs: readonly Two[], ownId: string): boolean {
  return new Set(pairs.map((pair) => roleIn(pair, ownId))).size === 2;
}

/** What belongs to one view; everything where none was chosen. */
export function inView<T extends Two>(all: readonly T[], ownId: string, as: As | undefined): T[] {
  return all.filter((each) => as === undefined || roleIn(each, ownId) === as);
}

/** In which view somebody is. */
export function viewLine(as: As): Line {
  return as === 'mentor' ? text('view-is-mentor') : text('view-is-mentee');
}

/** The ways to the other view, or to each of both. */
export function viewButtons(screen: string, as: As | undefined): Button[] {
  return As.options
    .filter((each) => each !== as)
    .map((each) => ({
      label: each === 'mentor' ? text('button-as-mentor') : text('button-as-mentee'),
      command: 'show',
      args: { screen, args: { as: each } },
    }));
}
