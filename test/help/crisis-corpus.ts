import { aboutMe } from './corpus/about-me.ts';
import { aboutSomeone } from './corpus/about-someone.ts';
import { moreAboutMe } from './corpus/more-about-me.ts';
import { moreOrdinary } from './corpus/more-ordinary.ts';
import { ordinary } from './corpus/ordinary.ts';

/**
 * Sentences written by hand, of the kind people send to a bot, with whom they are about. Crisis has to be found in every
 * one of the first two lists; help may appear beside the third only very rarely.
 */
export const corpus = {
  me: [...aboutMe, ...moreAboutMe],
  someone: aboutSomeone,
  ordinary: [...ordinary, ...moreOrdinary],
} as const;
