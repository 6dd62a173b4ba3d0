import type { Desk } from './desk.ts';
import { UsageWrong } from './not-done.ts';
import type { Answer, Verb } from './verb.ts';

const MOST = 1000;

export const outgoingVerbs: readonly Verb[] = [
  {
    name: 'outgoing review',
    takes: '',
    does: 'Lists the messages that waited when a backup was made. They may have been sent since, so you decide.',
    options: {},
    words: [0, 0],
    run: (desk) => listed(desk, 'review', 'No message waits to be looked at.'),
  },
  {
    name: 'outgoing failed',
    takes: '',
    does: 'Lists the messages that no app took, and why. They stay here for 30 days unless you decide.',
    options: {},
    words: [0, 0],
    run: (desk) => listed(desk, 'undeliverable', 'No message failed.'),
  },
  decided('send', 'Sends messages of these two lists now: some by their ids, or all of "outgoing review".'),
  decided('drop', 'Never sends them: some by their ids, or all of "outgoing review".'),
];

async function listed(desk: Desk, state: 'review' | 'undeliverable', none: string): Promise<Answer> {
  const { now } = desk.moment();
  const data = await desk.core.read.outgoing.undecided({ state, now, most: MOST });
  return {
    said: data.length === 0 ? [none] : [],
    table: {
      headings: ['Id', 'To', 'Message', 'Since', 'Why', ''],
      rows: data.map((each) => [
        each.id,
        each.name ?? '',
        each.screen,
        each.since.slice(0, 16).replace('T', ' '),
        each.why ?? '',
        each.tooLate ? 'too late now' : '',
      ]),
    },
    data,
  };
}

function decided(how: 'send' | 'drop', does: string): Verb {
  return {
    name: `outgoing ${how}`,
    takes: 'ID…|all',
    does,
    options: {},
    words: [1, MOST],
    async run(desk, given) {
      const all = given.words.length === 1 && given.words[0] === 'all';
      if (!all && !given.words.every((word) => /^\d{1,18}$/.test(word)))
        throw new UsageWrong(`Type the numbers that "outgoing review" shows, or: outgoing ${how} all`);
      const args = { how, ids: all ? 'all' : given.words };
      let count = 0;
      let some: number;
      do {
        some = (await desk.happened('decide-on-outgoing', args)).length;
        count += some;
      } while (all && some > 0);
      const what = how === 'send' ? 'will be sent' : 'will not be sent';
      return { said: [`${count} ${count === 1 ? 'message' : 'messages'} ${what}.`], data: { count } };
    },
  };
}
