import type { IntakeQuestion } from './intake.ts';
import type { ProgrammeDocument } from './programme.ts';
import type { Fault } from './say-fault.ts';

/** What does not fit together in the codes and the questions of a document. */
export function faultsOfQuestions(document: ProgrammeDocument): Fault[] {
  const { intake } = document;
  return [
    ...twice('intake', intake),
    ...twice('sites', document.sites),
    ...twice('otherHelp', document.otherHelp),
    ...twice('gates', document.gates),
    ...twice('roles', document.roles),
    ...twice('sources', document.sources),
    ...twice('training.modules', document.training.modules),
    ...twice('matching.factors', document.matching.factors),
    ...twice('matching.hardNeeds', document.matching.hardNeeds),
    ...intake.flatMap((question, index) => [
      ...faultsOfChoices(question, `intake[${index}]`),
      ...faultsOfOnlyIf(question, intake.slice(0, index), `intake[${index}].onlyIf`),
    ]),
    ...faultsOfAges(document),
  ];
}

/** Codes that stand twice in one list. */
function twice(list: string, things: readonly { readonly code: string }[]): Fault[] {
  return things.flatMap(({ code }, index) =>
    things.findIndex((each) => each.code === code) === index
      ? []
      : [{ path: `${list}[${index}].code`, says: `"${code}" is taken further up. Write another code.` }],
  );
}

function faultsOfChoices({ kind, choices }: IntakeQuestion, path: string): Fault[] {
  const isChosen = kind === 'one' || kind === 'many';
  if (isChosen && choices.length < 2)
    return [{ path: `${path}.choices`, says: 'List at least two choices, or make it a "yes-no" question.' }];
  if (!isChosen && choices.length > 0)
    return [
      {
        path: `${path}.choices`,
        says: `A "${kind}" question has no choices. Take them out, or write "one".`,
      },
    ];
  return choices.flatMap(({ value }, index) =>
    choices.findIndex((each) => each.value === value) === index
      ? []
      : [{ path: `${path}.choices[${index}].value`, says: `"${value}" is taken further up. Write another.` }],
  );
}

function faultsOfOnlyIf(
  { onlyIf }: IntakeQuestion,
  before: readonly IntakeQuestion[],
  path: string,
): Fault[] {
  if (onlyIf === undefined) return [];
  const asked = before.find(({ code }) => code === onlyIf.question);
  if (asked === undefined)
    return [
      {
        path: `${path}.question`,
        says: `No question "${onlyIf.question}" comes before it. ${named(before)}`,
      },
    ];
  return onlyIf.is.flatMap((value, index) =>
    canBe(asked, value)
      ? []
      : [{ path: `${path}.is[${index}]`, says: `"${asked.code}" is never answered so. ${possible(asked)}` }],
  );
}

function faultsOfAges({ ages, intake }: ProgrammeDocument): Fault[] {
  if (ages === undefined) return [];
  const asked = intake.find(({ code }) => code === ages.question);
  const faults: Fault[] = [];
  if (asked?.kind !== 'number')
    faults.push({ path: 'ages.question', says: 'Name a question of the intake that asks for a number.' });
  if (ages.from > ages.to) faults.push({ path: 'ages.to', says: `Write ${ages.from} or more.` });
  return faults;
}

/** Whether a question can be answered so. */
export function canBe(question: IntakeQuestion, value: unknown): boolean {
  if (value === null) return true;
  if (question.kind === 'yes-no') return typeof value === 'boolean';
  if (question.kind === 'number') return typeof value === 'number';
  return question.choices.some((choice) => choice.value === value);
}

/** "There are: area, kind." */
export function named(things: readonly { readonly code: string }[]): string {
  return things.length === 0 ? 'There are none.' : `There are: ${things.map(({ code }) => code).join(', ')}.`;
}

/** Which answers a question takes. */
export function possible({ kind, choices }: IntakeQuestion): string {
  if (kind === 'yes-no') return 'Write true or false.';
  if (kind === 'number') return 'Write a number.';
  return `There are: ${choices.map(({ value }) => value).join(', ')}.`;
}
