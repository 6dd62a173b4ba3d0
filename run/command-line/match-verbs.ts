import type { Desk } from './desk.ts';
import { findPerson, findProgramme } from './find.ts';
import { drafted, madeDraft } from './made-draft.ts';
import { NotDone } from './not-done.ts';
import { nameOf } from './people-verbs.ts';
import type { Verb } from './verb.ts';

const OPEN = ['drafted', 'offered', 'asked', 'accepted'] as const;

async function matchId(desk: Desk, text: string, slug: string | undefined): Promise<string> {
  const programme = await findProgramme(desk, slug);
  const all = await desk.core.read.matches.inState(programme.id, OPEN);
  const found = all.filter(({ id }) => id === text || (text.length >= 4 && id.startsWith(text)));
  const [only, another] = found;
  if (only === undefined || another !== undefined)
    throw new NotDone(`No one open match begins with "${text}". Look it up with "matches".`);
  return only.id;
}

const ONE = { options: { programme: 'value' }, words: [1, 1] } as const;

export const matchVerbs: readonly Verb[] = [
  {
    name: 'matches',
    takes: '[--programme NAME]',
    does: 'Lists who may become a pair, with the points of each factor. Names, codes and numbers alone.',
    options: { programme: 'value' },
    words: [0, 0],
    async run(desk, given) {
      const programme = await findProgramme(desk, given.value('programme'));
      const found = await desk.core.read.matches.inState(programme.id, OPEN);
      const ids = found.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]);
      const people = new Map((await desk.core.read.people.people(ids)).map((each) => [each.id, each]));
      const name = (id: string): string => people.get(id)?.name ?? '';
      return {
        table: {
          headings: ['Id', 'State', 'Mentee', 'Mentor', 'Score', 'Why'],
          rows: found.map(({ id, state, menteeId, mentorId, score, reasons }) => [
            id,
            state,
            name(menteeId),
            name(mentorId),
            String(score),
            reasons.factors.map(({ code, points, of }) => `${code} ${points}/${of}`).join(', '),
          ]),
        },
        data: found.map(({ id, state, menteeId, mentorId, score, reasons }) => ({
          ...{ id, state, menteeId, mentorId, score, reasons },
        })),
      };
    },
  },
  {
    name: 'match draft',
    takes: '[--programme NAME] [--seed TEXT]',
    does: 'Brings everybody who waits together at once, as a draft. Nobody hears of it. The same seed gives the same draft.',
    options: { programme: 'value', seed: 'value' },
    words: [0, 0],
    async run(desk, given) {
      const programme = await findProgramme(desk, given.value('programme'));
      const seed = given.value('seed') ?? '1';
      await desk.perform('ask-for-draft', { programmeId: programme.id, seed });
      return await drafted(desk, await madeDraft(desk, programme.id));
    },
  },
  ...(
    [
      ['match confirm', 'confirm-match', 'Confirms that the two begin: they are a pair, and both are told.'],
      ['match aside', 'set-match-aside', 'Decides against two people. It is not suggested again.'],
      ['match offer', 'offer-drafted', "Puts a drafted match on the mentee's list."],
      ['match out', 'take-out-drafted', 'Takes two people out of the draft. They may be in the next one.'],
    ] as const
  ).map(
    ([name, command, does]): Verb => ({
      ...{ name, takes: 'MATCH [--programme NAME]', does, ...ONE },
      async run(desk, given) {
        const id = await matchId(desk, given.words[0] ?? '', given.value('programme'));
        await desk.perform(command, { matchId: id });
        return { said: ['Done.'], data: { matchId: id } };
      },
    }),
  ),
  {
    name: 'match offer-all',
    takes: '[--programme NAME]',
    does: 'Puts everybody of the draft on the lists of those they are drafted with, save those who cannot be.',
    options: { programme: 'value' },
    words: [0, 0],
    async run(desk, given) {
      const { id: programmeId } = await findProgramme(desk, given.value('programme'));
      const offered = (await desk.happened('offer-draft', { programmeId })).length;
      return { said: [`Offered: ${offered}.`], data: { offered } };
    },
  },
  {
    name: 'match add',
    takes: 'MENTEE MENTOR [--programme NAME]',
    does: 'Puts two more people together in the draft.',
    options: { programme: 'value' },
    words: [2, 2],
    async run(desk, given) {
      const { id: programmeId } = await findProgramme(desk, given.value('programme'));
      const mentee = await findPerson(desk, given.words[0] ?? '');
      const mentor = await findPerson(desk, given.words[1] ?? '');
      const args = { programmeId, menteeId: mentee.id, mentorId: mentor.id };
      return { said: ['Done.'], data: await desk.perform('add-drafted', args) };
    },
  },
  {
    name: 'match swap',
    takes: 'MATCH MENTOR [--programme NAME]',
    does: 'Puts another mentor beside the mentee of a drafted match.',
    options: { programme: 'value' },
    words: [2, 2],
    async run(desk, given) {
      const id = await matchId(desk, given.words[0] ?? '', given.value('programme'));
      const mentor = await findPerson(desk, given.words[1] ?? '');
      await desk.perform('swap-drafted', { matchId: id, mentorId: mentor.id });
      return { said: ['Done.'], data: { matchId: id } };
    },
  },
  {
    name: 'match apart',
    takes: 'MENTEE MENTOR [--programme NAME]',
    does: 'Two people are never put together. Neither hears who asked for it.',
    options: { programme: 'value' },
    words: [2, 2],
    async run(desk, given) {
      const mentee = await findPerson(desk, given.words[0] ?? '');
      const mentor = await findPerson(desk, given.words[1] ?? '');
      const programme = await findProgramme(desk, given.value('programme'));
      const two = { menteeId: mentee.id, mentorId: mentor.id };
      await desk.perform('keep-apart', { programmeId: programme.id, ...two });
      return { said: [`${nameOf(mentee)} and ${nameOf(mentor)} are never put together.`], data: two };
    },
  },
  {
    name: 'match report',
    takes: '[--programme NAME]',
    does: 'How often a first match was not the one, and how many days a different one took. Counts alone.',
    options: { programme: 'value' },
    words: [0, 0],
    async run(desk, given) {
      const programme = await findProgramme(desk, given.value('programme'));
      const data = await desk.core.matchReport(programme.id);
      const { first, failed, daysToNext, waitAgain } = data;
      return {
        said: [
          `First matches: ${first}. Not the one: ${failed}. Waiting for a different one: ${waitAgain}.`,
          daysToNext === null ? 'Nobody has a different one yet.' : `Days to a different one: ${daysToNext}.`,
        ],
        data,
      };
    },
  },
];
