import { LEAST_SHOWN, type Shown, withoutSmall } from '../kernel/small-numbers.ts';
import type { Reader } from '../store/reader.ts';
import { ASKED, type Survey, surveyOf } from './survey.ts';

type Counts = { readonly yes: Shown; readonly partly: Shown; readonly no: Shown };

/**
 * What people said of the training meetings of a programme, counted (TRN-11). Where fewer than five answered nothing is
 * told, and no number below five either: among so few it could be guessed who said what (D40).
 */
export type SurveyReport = {
  /** Null: fewer than five. */
  readonly answered: number | null;
  readonly counts: readonly (Counts & { readonly asked: (typeof ASKED)[number] })[];
};

export async function surveyReport(read: Reader, programmeId: string): Promise<SurveyReport> {
  const all = await surveysIn(read, programmeId);
  if (all.length < LEAST_SHOWN) return { answered: null, counts: [] };
  const counts = ASKED.flatMap((asked) => {
    const said = all.flatMap(({ answers }) => answers[asked] ?? []);
    if (said.length < LEAST_SHOWN) return [];
    const count = (answer: string): number => said.filter((each) => each === answer).length;
    const [yes = null, partly = null, no = null] = withoutSmall(['yes', 'partly', 'no'].map(count));
    return [{ asked, yes, partly, no }];
  });
  return { answered: all.length, counts };
}

/** What they added in their own words, by the alphabet, so that no order tells whose it is. */
export async function surveyWords(read: Reader, programmeId: string): Promise<string[]> {
  const all = await surveysIn(read, programmeId);
  if (all.length < LEAST_SHOWN) return [];
  return all.flatMap(({ words }) => words ?? []).toSorted((a, b) => a.localeCompare(b));
}

async function surveysIn(read: Reader, programmeId: string): Promise<Survey[]> {
  const places = await read.training.surveyed(programmeId);
  const people = await read.people.people(places.map(({ personId }) => personId));
  const byId = new Map(people.map((each) => [each.id, each]));
  return places.flatMap((place) => {
    const person = byId.get(place.personId);
    if (person === undefined || person.wrappedKey === '') return [];
    return surveyOf(place, read.keys.of(person)) ?? [];
  });
}
