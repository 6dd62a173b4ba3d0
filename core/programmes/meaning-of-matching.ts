import type { As, IntakeQuestion } from './intake.ts';
import { COMPARED, type Factor, type HardNeed, NO_WISH } from './matching-plan.ts';
import { named, possible } from './meaning-of-questions.ts';
import type { ProgrammeDocument } from './programme.ts';
import type { Fault } from './say-fault.ts';

type Intake = readonly IntakeQuestion[];

/** What does not fit together in how people are found for one another. */
export function faultsOfFinding({ intake, matching }: ProgrammeDocument): Fault[] {
  const { factors, hardNeeds } = matching;
  const weighs = factors.reduce((sum, { weight }) => sum + weight, 0);
  const nothing =
    factors.length > 0 && weighs === 0
      ? [
          {
            path: 'matching.factors',
            says: 'All weights together are 0. Give at least one factor a weight of 1 or more.',
          },
        ]
      : [];
  return [
    ...nothing,
    ...factors.flatMap((factor, index) => ofFactor(factor, `matching.factors[${index}]`, intake)),
    ...hardNeeds.flatMap((need, index) => ofNeed(need, `matching.hardNeeds[${index}]`, intake)),
  ];
}

const HOW_ASKS: Readonly<Record<Factor['how'], readonly IntakeQuestion['kind'][]>> = {
  same: ['one', 'yes-no'],
  shared: ['many', 'one'],
  near: ['number'],
  wish: ['one'],
};

function ofFactor(factor: Factor, path: string, intake: Intake): Fault[] {
  const { how, question, mentorQuestion = question, ownQuestion, firmQuestion, within } = factor;
  const kinds = HOW_ASKS[how];
  const faults = [
    ...asked(question, 'mentee', kinds, `${path}.question`, intake),
    ...asked(mentorQuestion, 'mentor', kinds, `${path}.mentorQuestion`, intake),
    ...(ownQuestion === undefined
      ? []
      : asked(ownQuestion, 'mentee', ['one'], `${path}.ownQuestion`, intake)),
    ...(firmQuestion === undefined
      ? []
      : asked(firmQuestion, 'mentee', ['yes-no'], `${path}.firmQuestion`, intake)),
  ];
  if (how === 'near' && within === undefined)
    faults.push({ path: `${path}.within`, says: 'Write the distance from which on nothing speaks for it.' });
  if (how !== 'wish' && firmQuestion !== undefined)
    faults.push({
      path: `${path}.firmQuestion`,
      says: 'Only a wish can be made firm. Take it out, or write "wish".',
    });
  return how === 'wish' && faults.length === 0 ? ofWish(factor, path, intake) : faults;
}

/** A wish that no mentor could ever fulfil would, where it is firm, keep somebody waiting for good. */
function ofWish(factor: Factor, path: string, intake: Intake): Fault[] {
  const { question, mentorQuestion = question, ownQuestion } = factor;
  const [wish, met] = [question, mentorQuestion].map((code) => intake.find((each) => each.code === code));
  if (wish === undefined || met === undefined) return [];
  const values = wish.choices.map(({ value }) => value).filter((value) => value !== NO_WISH);
  const compares = values.find((value) => COMPARED.includes(value));
  const never = values.filter(
    (value) => !COMPARED.includes(value) && !met.choices.some((choice) => choice.value === value),
  );
  return [
    ...never.map((value) => ({
      path: `${path}.mentorQuestion`,
      says: `No mentor could ever answer "${value}" to "${met.code}". ${possible(met)}`,
    })),
    ...(compares === undefined || ownQuestion !== undefined
      ? []
      : [
          {
            path: `${path}.ownQuestion`,
            says: `"${compares}" compares the two. Name the question in which mentees say their own.`,
          },
        ]),
  ];
}

function ofNeed({ question, mentorQuestion }: HardNeed, path: string, intake: Intake): Fault[] {
  const kinds = ['one', 'many'] as const;
  const faults = [
    ...asked(question, 'mentee', kinds, `${path}.question`, intake),
    ...asked(mentorQuestion, 'mentor', kinds, `${path}.mentorQuestion`, intake),
  ];
  const need = intake.find(({ code }) => code === question);
  const met = intake.find(({ code }) => code === mentorQuestion);
  if (faults.length > 0 || need === undefined || met === undefined) return faults;
  const never = need.choices.filter(({ value }) => !met.choices.some((choice) => choice.value === value));
  return never.map(({ value }) => ({
    path: `${path}.mentorQuestion`,
    says: `Nobody could ever answer "${value}" there, so whoever needs it would never be matched. Add it to the choices of "${mentorQuestion}".`,
  }));
}

/** That there is such a question, that it is asked of them, and that it asks for the right kind of thing. */
function asked(
  code: string,
  as: As,
  kinds: readonly IntakeQuestion['kind'][],
  path: string,
  intake: Intake,
): Fault[] {
  const question = intake.find((each) => each.code === code);
  if (question === undefined) {
    const fitting = intake.filter((each) => each.as.includes(as) && kinds.includes(each.kind));
    return [
      { path, says: `There is no question "${code}". Of those that would do ${lowered(named(fitting))}` },
    ];
  }
  if (!question.as.includes(as))
    return [{ path, says: `"${code}" is not asked of a ${as}. Add "${as}" to its "as", or name another.` }];
  if (kinds.includes(question.kind)) return [];
  return [
    {
      path,
      says: `"${code}" is a "${question.kind}" question. This asks for ${kinds.map((kind) => `"${kind}"`).join(' or ')}.`,
    },
  ];
}

function lowered(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
