import { aboutMe } from './corpus/about-me.ts';
import { aboutSomeone } from './corpus/about-someone.ts';
import { moreAboutMe } from './corpus/more-about-me.ts';
import { moreAboutSomeone } from './corpus/more-about-someone.ts';
import { moreOrdinary } from './corpus/more-ordinary.ts';
import { ordinary } from './corpus/ordinary.ts';
import { stillMoreAboutMe } from './corpus/still-more-about-me.ts';
import { stillMoreOrdinary } from './corpus/still-more-ordinary.ts';

/**
 * Sentences written by hand, of the kind people send to a bot, with whom they are about. Crisis has to be found in every
 * one of the first two lists; help may appear beside the third only very rarely. The phrases were improved on these
 * sentences, so the corpus shows what is kept, not how many new sentences would be found: when sentences were added that
 * no phrase was written for, about half of those about the writer and nine in ten of those about others were found.
 */
export const corpus = {
  me: [...aboutMe, ...moreAboutMe, ...stillMoreAboutMe],
  someone: [...aboutSomeone, ...moreAboutSomeone],
  ordinary: [...ordinary, ...moreOrdinary, ...stillMoreOrdinary],
} as const;
