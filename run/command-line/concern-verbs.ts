import { ConcernOutcome, WhyReadConcern } from '../../core/index.ts';
import type { Desk } from './desk.ts';
import { COMMAND_LINE } from './desk.ts';
import { findPerson } from './find.ts';
import { NotDone, UsageWrong } from './not-done.ts';
import { choiceOf, type Given, needed, numberOf, type Verb } from './verb.ts';

const MOST = 1000;

export const concernVerbs: readonly Verb[] = [
  {
    name: 'concerns',
    takes: '--as PERSON',
    does: 'Lists how each concern stands, without a word of it. --as: the safeguarding lead or deputy for whom.',
    options: { as: 'value' },
    words: [0, 0],
    async run(desk, given) {
      const asId = await asWhom(desk, given);
      const data = await desk.core.read.concerns.list({ most: MOST, asId });
      const rows = data.map((each) => [each.id, each.kind, each.state, each.createdAt, each.seenAt ?? '']);
      return {
        table: { headings: ['Id', 'Kind', 'State', 'Told', 'Seen'], rows },
        data,
        about: { readerId: asId },
      };
    },
  },
  {
    name: 'concern read',
    takes: 'CONCERN --as PERSON --why WHY',
    does: `Shows what somebody told. That it is read is written down, for whom and why: ${WhyReadConcern.options.join(', ')}.`,
    options: { as: 'value', why: 'value' },
    words: [1, 1],
    async run(desk, given) {
      const asId = await asWhom(desk, given);
      const why = choiceOf(needed(given, 'why', 'to-answer'), WhyReadConcern.options, '--why');
      const concernId = idIn(given);
      const opened = await desk.core.readConcern({ concernId, asId, why, by: COMMAND_LINE });
      if (opened === undefined)
        throw new NotDone('There is no such concern for them. Type "concerns --as PERSON".');
      const { from, about, aboutName, words, message } = opened;
      return {
        said: [
          `From ${from ?? '(no name)'}, about: ${aboutName ?? about}`,
          '',
          words ?? '(sent without words)',
          ...(message === null
            ? []
            : ['', `The message, from ${message.from ?? '(no name)'}:`, message.words]),
        ],
        data: opened,
      };
    },
  },
  answering('concern seen', 'see-concern', 'Says that somebody who answers has seen it.'),
  answering('concern take', 'take-concern', 'Says that somebody who answers has it in hand.'),
  answering('concern pause', 'pause-pair', 'Pauses messages between the two it is about.'),
  answering('concern resume', 'resume-pair', 'Ends that pause.'),
  {
    name: 'concern close',
    takes: 'CONCERN --as PERSON --outcome OUTCOME',
    does: `Closes it with what came of it: ${ConcernOutcome.options.join(', ')}.`,
    options: { as: 'value', outcome: 'value' },
    words: [1, 1],
    async run(desk, given) {
      const asId = await asWhom(desk, given);
      const outcome = choiceOf(needed(given, 'outcome', 'talked'), ConcernOutcome.options, '--outcome');
      const concernId = idIn(given);
      await desk.perform('close-concern', { concernId, asId, outcome });
      return { said: ['It is closed.'], data: { concernId, outcome } };
    },
  },
  {
    name: 'away',
    takes: 'PERSON --days N | --back',
    does: 'Says that somebody who answers for safeguarding is away for that many days, or back: the others are asked first.',
    options: { days: 'value', back: 'flag' },
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      const days = numberOf(given, 'days', 1, 92);
      if ((days === undefined) !== given.flag('back')) throw new UsageWrong('Add --days N, or --back.');
      const until =
        days === undefined
          ? null
          : desk
              .moment()
              .now.add({ hours: 24 * days })
              .toString();
      await desk.perform('set-away', { personId: person.id, until });
      return {
        said: [until === null ? 'They are asked again as before.' : `They are away until ${until}.`],
        data: { personId: person.id, until },
      };
    },
  },
];

function answering(name: string, command: string, does: string): Verb {
  return {
    name,
    takes: 'CONCERN --as PERSON',
    does,
    options: { as: 'value' },
    words: [1, 1],
    async run(desk, given) {
      const concernId = idIn(given);
      await desk.perform(command, { concernId, asId: await asWhom(desk, given) });
      return { said: ['Done.'], data: { concernId } };
    },
  };
}

/** The command line is nobody: what concerns are about is for the lead and deputies. */
async function asWhom(desk: Desk, given: Given): Promise<string> {
  return (await findPerson(desk, needed(given, 'as', '"Ada"'))).id;
}

function idIn({ words }: Given): string {
  const [id = ''] = words;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id.toLowerCase();
  throw new UsageWrong('CONCERN is the whole id, as "concerns" shows it.');
}
