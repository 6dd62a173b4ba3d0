import type { Reader } from '../store/reader.ts';
import { ASKED, type Survey, surveyOf } from './survey.ts';

/** Fewer who answered are not told of: among so few it could be guessed who said what. */
const LEAST_ANSWERED = 5;

type Counts = { readonly yes: number; readonly partly: number; readonly no: number };

/** What people said of the training meetings of a programme, counted; the counts of fewer than five are not told (TRN-11). */
export type SurveyReport = {
  /** Null: fewer than five. */
  readonly answered: number | null;
  readonly counts: readonly (Counts & { readonly asked: (typeof ASKED)[number] })[];
};

export async function surveyReport(read: Reader, programmeId: string): Promise<SurveyReport> {
  const all = await surveysIn(read, programmeId);
  if (all.length < LEAST_ANSWERED) return { answered: null, counts: [] };
  const counts = ASKED.flatMap((asked) => {
    const said = all.flatMap(({ answers }) => answers[asked] ?? []);
    if (said.length < LEAST_ANSWERED) return [];
    const count = (answer: string): number => said.filter((each) => each === answer).length;
    return [{ asked, yes: count('yes'), partly: count('partly'), no: count('no') }];
  });
  return { answered: all.length, counts };
}

/** What they added in their own words, by the alphabet, so that no order tells whose it is. */
export async function surveyWords(read: Reader, programmeId: string): Promise<string[]> {
  const all = await surveysIn(read, programmeId);
  if (all.length < LEAST_ANSWERED) return [];
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
