import { findTask } from './find.ts';
import { UsageWrong } from './not-done.ts';
import type { Verb } from './verb.ts';

/** What there is to do, in plain words; a kind that is new here shows as it is called. */
const WHAT: Readonly<Record<string, string>> = {
  'new-person': 'somebody new has joined',
  'under-age': 'somebody under age asked to join',
  'wants-a-call': 'would like a call',
  'partner-left': 'their partner has left for good',
  'tell-by-phone': 'tell them by phone about a meeting',
  'cannot-be-reached': 'cannot be reached any more',
  'may-want-a-hand': 'this pair may want a hand',
  'reported-message': 'somebody reported a message: task read',
  'shared-a-reflection': 'has shared something they wrote (see "shared")',
  clash: 'two things are at the same time',
};

export const taskVerbs: readonly Verb[] = [
  {
    name: 'tasks',
    takes: '[--all]',
    does: 'Lists what there is for you to do; with --all also what was done.',
    options: { all: 'flag' },
    words: [0, 0],
    async run({ core }, given) {
      const data = await core.read.desk.tasks({ most: 10_000, done: given.flag('all') });
      return {
        table: {
          headings: ['Id', 'What', 'Who', 'Meeting', 'Since', ...(given.flag('all') ? ['Done'] : [])],
          rows: data.map((each) => [
            each.id,
            WHAT[each.kind] ?? each.kind,
            each.person ?? '',
            each.wall === null ? '' : `${each.wall.replace('T', ' ')} ${each.zone}`,
            each.createdAt.slice(0, 16).replace('T', ' '),
            ...(given.flag('all') ? [each.doneAt === null ? '' : each.doneAt.slice(0, 10)] : []),
          ]),
        },
        data,
      };
    },
  },
  {
    name: 'task done',
    takes: 'TASK',
    does: 'Marks a task as dealt with.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const task = await findTask(desk, given.words[0] ?? '');
      if (task.doneAt !== null) return { said: ['That was done already.'], data: { taskId: task.id } };
      await desk.perform('finish-task', { taskId: task.id });
      return { said: ['Done.'], data: { taskId: task.id } };
    },
  },
  {
    name: 'outgoing review',
    takes: '',
    does: 'Lists the messages that waited when a backup was made. They may have been sent since, so you decide.',
    options: {},
    words: [0, 0],
    async run(desk) {
      const data = await desk.store.review.list(desk.moment());
      return {
        said: data.length === 0 ? ['No message waits to be looked at.'] : [],
        table: {
          headings: ['Id', 'To', 'Message', 'Since', ''],
          rows: data.map((each) => [
            each.id,
            each.name ?? '',
            each.screen,
            each.since.slice(0, 16).replace('T', ' '),
            each.tooLate ? 'too late now' : '',
          ]),
        },
        data,
      };
    },
  },
  decided('send', 'Sends such messages now: one by its id, or all.'),
  decided('drop', 'Never sends such messages: one by its id, or all.'),
];

function decided(how: 'send' | 'drop', does: string): Verb {
  return {
    name: `outgoing ${how}`,
    takes: 'ID…|all',
    does,
    options: {},
    words: [1, 1000],
    async run(desk, given) {
      const all = given.words.length === 1 && given.words[0] === 'all';
      if (!all && !given.words.every((word) => /^\d{1,18}$/.test(word)))
        throw new UsageWrong(`Type the numbers that "outgoing review" shows, or: outgoing ${how} all`);
      const count = await desk.store.review[how](
        all ? 'all' : given.words,
        'coordinator:command line',
        desk.moment(),
      );
      const what = how === 'send' ? 'will be sent' : 'will not be sent';
      return { said: [`${count} ${count === 1 ? 'message' : 'messages'} ${what}.`], data: { count } };
    },
  };
}
