import { COMMAND_LINE } from './desk.ts';
import { findPerson } from './find.ts';
import { NotDone } from './not-done.ts';
import { needed, type Verb } from './verb.ts';

/** What is said about a mentor's supervision. */
export const supervisionVerbs: readonly Verb[] = [
  {
    name: 'supervision',
    takes: 'MENTOR --as PERSON',
    does: "Shows what is said about a mentor's supervision. That it is read is written down. --as: the coordinator or named cover who reads.",
    options: { as: 'value' },
    words: [1, 1],
    async run(desk, given) {
      const mentor = await findPerson(desk, given.words[0] ?? '');
      const reader = await findPerson(desk, needed(given, 'as', 'Jo'));
      const args = { mentorId: mentor.id, asId: reader.id, by: COMMAND_LINE };
      const notes = await desk.core.supervisionNotes(args);
      if (notes === undefined)
        throw new NotDone(
          'It is for those who coordinate here and the named cover, and never for their mentee.',
        );
      const said = notes.flatMap(({ at, by, words }) => [
        `${at.toString().slice(0, 10)}, ${by ?? '?'}:`,
        words,
        '',
      ]);
      return { said: notes.length === 0 ? ['Nothing is written yet.'] : said, data: notes };
    },
  },
  {
    name: 'supervise',
    takes: 'MENTOR "WORDS" --as PERSON',
    does: "Writes something about a mentor's supervision. The mentor reads it too. --as: the coordinator or named cover who writes.",
    options: { as: 'value' },
    words: [2, 2],
    async run(desk, given) {
      const [who = '', words = ''] = given.words;
      const mentor = await findPerson(desk, who);
      const writer = await findPerson(desk, needed(given, 'as', 'Jo'));
      const done = await desk.perform('write-supervision', { mentorId: mentor.id, fromId: writer.id, words });
      return { said: ['It is kept, sealed.'], data: done };
    },
  },
];
