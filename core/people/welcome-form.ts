import type { Answers, Context, Option, Question, Taken } from '../kernel/form.ts';
import { form } from '../kernel/open-form.ts';
import type { Programme } from '../programmes/programme.ts';
import { text } from '../texts/text.ts';
import type { Person } from './person.ts';
import { nameQuestion, quietQuestion, zoneQuestion } from './questions.ts';
import { shortNotice } from './short-notice.ts';
import { RATHER_NOT_SAY, situationLabel, situations } from './situation.ts';
import { chosenOf, toChooseAmong, whichProgramme } from './which-programme.ts';

type Data = {
  /** Programmes to choose among first; none where it is known what they come about. */
  readonly among: readonly Programme[];
  readonly own: Programme | undefined;
  readonly language: Person['language'];
};

const OUR_ADULT_AGE = 18;

// People answer "yes" in many ways; what is not plainly one of these is asked again.
const YES = /^(yes|y|yeah|yep|yes i am|i am|ok|okay|agree|i agree|fine|yes please)$/u;
const NO = /^(no|n|nope|no i am not|no i'm not|i am not|i'm not|not yet)$/u;
const NOT_NOW = /^(not now|not-now|later|no|n|nope|no thanks|no thank you)$/u;

function adultAge({ among, own }: Data, answers: Answers): number {
  const programme = chosenOf(among, answers['programme']) ?? own;
  return programme?.document.adultAge ?? OUR_ADULT_AGE;
}

function plainly(written: string): string {
  return written.toLowerCase().replace(/’/gu, "'").replace(/[.!,]/gu, '').trim();
}

/** Asked before anything else can be written (ELG-09). */
const adult: Question<Data> = {
  id: 'adult',
  ask: ({ data, answers }) => [text('ask-adult', { age: String(adultAge(data, answers)) })],
  options: () => [
    { label: text('button-yes'), value: 'yes' },
    { label: text('button-no'), value: 'no' },
  ],
  written: true,
  take(written, { data, answers }): Taken {
    const said = plainly(written);
    const age = /^(?:i am |i'm |im )?(\d{1,3})(?: years old)?$/u.exec(said)?.[1];
    if (age !== undefined) return { value: Number(age) >= adultAge(data, answers) ? 'yes' : 'no' };
    if (YES.test(said)) return { value: 'yes' };
    return NO.test(said) ? { value: 'no' } : { again: text('please-choose') };
  },
};

const agree: Question<Data> = {
  id: 'agree',
  ask: () => [text('ask-agree'), ...shortNotice],
  options: () => [
    { label: text('agree-yes'), value: 'yes' },
    { label: text('button-not-now'), value: 'not-now' },
  ],
  written: true,
  take(written): Taken {
    const said = plainly(written);
    if (YES.test(said)) return { value: 'yes' };
    return NOT_NOW.test(said) ? { value: 'not-now' } : { again: text('please-choose') };
  },
};

const language: Question<Data> = {
  id: 'language',
  ask: () => [text('ask-language')],
  options: () => [
    { label: text('language-en'), value: 'en' },
    { label: text('language-en-easy'), value: 'en-easy' },
  ],
  // Whoever switched to Easy Read on the way in has answered this.
  passOver: ({ data }) => data.language === 'en-easy',
};

/** Asks for the situation, never for a label (REC-07, ELG-05). */
const situation: Question<Data> = {
  id: 'situation',
  ask: () => [text('ask-situation'), text('ask-situation-kept')],
  options: (): Option[] => [
    ...situations.map((each) => ({ label: situationLabel(each), value: each })),
    { label: text('situation-rather-not-say'), value: RATHER_NOT_SAY },
  ],
  optional: true,
  written: true,
  most: 1000,
};

/** The first questions, in this order: what it is about, age, agreement, then how a person wants things to be. */
export const welcomeForm = form<Data>({
  name: 'welcome',
  questions: [whichProgramme, adult, agree, nameQuestion, zoneQuestion, language, quietQuestion, situation],
  async load(read, _args, by) {
    if (by.is !== 'person') return { among: [], own: undefined, language: 'en' };
    const { programmeId } = by.account;
    const [among, own] = await Promise.all([
      toChooseAmong(read, by.account, by.person),
      programmeId === null ? read.programmes.first() : read.programmes.programme(programmeId),
    ]);
    return { among, own, language: by.person.language };
  },
  finishedBy: (question, value) =>
    (question === 'adult' && value === 'no') || (question === 'agree' && value === 'not-now'),
  finish: outcomeOf,
});

function outcomeOf({ answers, data }: Context<Data>) {
  const chosen = chosenOf(data.among, answers['programme'])?.id;
  const about = chosen === undefined ? {} : { programmeId: chosen };
  if (answers['adult'] !== 'yes') return { command: 'held-under-age', args: about };
  if (answers['agree'] !== 'yes') return { command: 'decline-welcome', args: about };
  const { name, zone, quiet, situation: brings } = answers;
  const said =
    brings === undefined || brings === '' || brings === RATHER_NOT_SAY ? {} : { situation: brings };
  return {
    command: 'join',
    args: { name, zone, language: answers['language'] ?? data.language, quiet, ...said, ...about },
  };
}
