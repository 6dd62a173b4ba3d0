import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { type By, command, personOf } from '../kernel/command.ts';
import type { JsonObject } from '../kernel/json.ts';
import { form } from '../kernel/open-form.ts';
import type { PersonKey } from '../store/keys.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { TrainingPlace } from './training.ts';

/** What is asked after a training meeting, each with a yes, a part or a no (TRN-11). */
export const ASKED = ['skills', 'confidence', 'learned', 'prepared', 'more'] as const;
export const Answer = z.enum(['yes', 'partly', 'no']);
export const LONGEST_WORDS = 1000;

/** What somebody said of a training meeting; what they skipped is not there. */
export const Survey = z.object({
  answers: z.partialRecord(z.enum(ASKED), Answer),
  words: z.string().max(LONGEST_WORDS).optional(),
});
export type Survey = z.infer<typeof Survey>;

function placeOfSurvey(id: string) {
  return { table: 'training_place', row: id, column: 'surveySealed' } as const;
}

/** What they said; undefined where they said nothing. */
export function surveyOf({ id, surveySealed }: TrainingPlace, key: PersonKey): Survey | undefined {
  if (surveySealed == null) return undefined;
  return Survey.parse(JSON.parse(key.open(surveySealed, placeOfSurvey(id))));
}

const Args = z.object({ seatId: z.uuid() });

/** A place of their own at a meeting at which they may have been. */
async function ownPlace(read: Reader, seatId: string, by: By): Promise<TrainingPlace | undefined> {
  const place = await read.training.place(seatId);
  const isOwn = place !== undefined && place.personId === personOf(by).person.id;
  return isOwn && place.askedAt !== null && place.state !== 'called-off' ? place : undefined;
}

/** What they say is theirs: it is sealed with their key, and they may say otherwise later. */
export const answerSurvey = command({
  name: 'answer-survey',
  schema: Args.extend(Survey.shape),
  load: async (read, { seatId }, by) => ({ place: await ownPlace(read, seatId, by), keys: read.keys }),
  decide({ place, keys }, { answers, words }, at, by) {
    const { person, account } = personOf(by);
    if (place === undefined) return { refused: 'training.unknown', say: text('survey-not-yours') };
    const said: Survey = words === undefined ? { answers } : { answers, words };
    const key = keys.of(person);
    const surveySealed = key.seal(JSON.stringify(said), placeOfSurvey(place.id), at.random(12));
    return change({
      saves: [{ table: 'training_place', row: next(place, { surveySealed }) }],
      events: [{ event: 'training.survey-answered', ids: { seatId: place.id, personId: person.id } }],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          evenIfStopped: true,
          mode: 'new',
          screen: 'say',
          args: { id: 'survey-said', args: {} },
        },
      ],
    });
  },
});

type Data = { readonly seatId: string; readonly isTheirs: boolean };

const QUESTIONS = {
  skills: text('survey-skills'),
  confidence: text('survey-confidence'),
  learned: text('survey-learned'),
  prepared: text('survey-prepared'),
  more: text('survey-more'),
} as const;

const OPTIONS = [
  { label: text('survey-yes'), value: 'yes' },
  { label: text('survey-partly'), value: 'partly' },
  { label: text('survey-no'), value: 'no' },
] as const;

/** A few closed questions on what a training meeting gave somebody, and a few words; each can be skipped (TRN-11). */
export const surveyForm = form<Data>({
  name: 'training-survey',
  title: text('survey-title'),
  questions: [
    ...ASKED.map((id, index) => ({
      id,
      optional: true,
      together: true,
      ask: () => (index === 0 ? [text('survey-why'), QUESTIONS[id]] : [QUESTIONS[id]]),
      options: () => OPTIONS,
    })),
    {
      id: 'words',
      optional: true,
      written: true,
      together: true,
      most: LONGEST_WORDS,
      ask: () => [text('survey-words')],
    },
  ],
  async load(read: Reader, args: JsonObject, by: By) {
    const { seatId } = Args.parse(args);
    return { seatId, isTheirs: (await ownPlace(read, seatId, by)) !== undefined };
  },
  closed: ({ isTheirs }) => (isTheirs ? undefined : text('survey-not-yours')),
  finish({ data, answers }) {
    const given = ASKED.flatMap((id) => ((answers[id] ?? '') === '' ? [] : [[id, answers[id]]]));
    const words = answers['words'] ?? '';
    const said = { seatId: data.seatId, answers: Object.fromEntries(given) };
    return { command: 'answer-survey', args: words === '' ? said : { ...said, words } };
  },
});
