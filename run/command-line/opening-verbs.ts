import { OpenedWhat } from '../../core/openings/opening.ts';
import { findPerson } from './find.ts';
import { NotDone } from './not-done.ts';
import { choiceOf, needed, type Verb } from './verb.ts';

const ID = 'An id is what "words asked" lists.';

function answering(name: string, command: string, does: string, said: string): Verb {
  return {
    name,
    takes: 'ID',
    does: `${does} ${ID}`,
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const openingId = given.words[0] ?? '';
      await desk.perform(command, { openingId });
      return { said: [said], data: { openingId } };
    },
  };
}

/** Opening what somebody wrote and did not share, when somebody may come to harm: two hands, a reason, an hour. */
export const openingVerbs: readonly Verb[] = [
  {
    name: 'words ask',
    takes: 'PERSON --reader LEAD --why "REASON" [--what both] [--notice] [--unsafe-to-tell]',
    does: `Asks to open what somebody wrote and did not share (${OpenedWhat.options.join(', ')}), for a safeguarding lead or deputy. A second person has to say yes in their chat; with --notice it opens after a day unless somebody stops it. The person is told, unless that is not safe.`,
    options: { reader: 'value', why: 'value', what: 'value', notice: 'flag', 'unsafe-to-tell': 'flag' },
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      const reader = await findPerson(desk, needed(given, 'reader', 'Sam'));
      const done = await desk.perform('ask-to-open', {
        personId: person.id,
        readerId: reader.id,
        reason: needed(given, 'why', '"What you know"'),
        what: choiceOf(given.value('what') ?? 'both', OpenedWhat.options, '--what'),
        notice: given.flag('notice'),
        safeToTell: !given.flag('unsafe-to-tell'),
      });
      const then = given.flag('notice')
        ? 'It opens in a day, unless somebody stops it.'
        : 'It opens when a second person says yes, in their own chat.';
      return { said: [then, `Its id: ${String(done['openingId'])}`], data: done };
    },
  },
  {
    name: 'words asked',
    takes: '',
    does: 'Lists what was asked to be opened, and what became of it.',
    options: {},
    words: [0, 0],
    async run({ core }) {
      const all = await core.read.openings.openings();
      const data = all.map(({ id, personId, readerId, what, how, state, askedAt, toldAt }) => ({
        id,
        personId,
        readerId,
        what,
        how,
        state,
        askedAt: askedAt.toString(),
        toldAt: toldAt?.toString() ?? null,
      }));
      const rows = data.map((each) => [each.id, each.what, each.how, each.state, each.askedAt.slice(0, 16)]);
      return { table: { headings: ['Id', 'What', 'How', 'State', 'Asked (UTC)'], rows }, data };
    },
  },
  answering('words stop', 'stop-opening', 'Keeps it closed, or closes it.', 'It is closed.'),
  answering(
    'words tell',
    'tell-of-opening',
    'Tells the person now, where it was not safe before.',
    'They are told.',
  ),
  {
    name: 'words read',
    takes: 'ID',
    does: `Shows the words while they are open. That you read them is written down. ${ID}`,
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const openingId = given.words[0] ?? '';
      await desk.perform('read-opening', { openingId });
      const words = await desk.core.openedWords(openingId);
      if (words === undefined) throw new NotDone('It is not open now.');
      const said = words.flatMap(({ kind, at, text }) => [
        `${at.slice(0, 16).replace('T', ' ')} (UTC), ${kind}:`,
        text,
        '',
      ]);
      return { said: words.length === 0 ? ['They have written nothing.'] : said, data: words };
    },
  },
];
