import { findTask } from './find.ts';
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
  'group-to-open': 'a group waits for its lead to be trained',
  'group-report': 'asks to be rung about a group',
  'group-out-of-reach': 'the channel of a group cannot be reached any more',
  'shared-a-reflection': 'has shared something they wrote (see "shared")',
  'two-records': 'may be one person who is here twice: join PERSON OTHER',
  'a-lot-just-now': 'says that it is a lot just now: get in touch',
  'wants-a-change': 'would like something to change with their pair',
  'wants-to-end': 'would like their pair to end kindly',
  'contact-out-of-hours': 'this pair writes more outside its hours: a topic for supervision',
  'no-answers': 'is on the way in, with no answers to read: talk with them',
  'training-register': 'a training meeting is over: say who came (training came)',
  'training-ended': 'a part of their training has ended: training stands',
  'match-to-confirm': 'two would like to begin: matches, match confirm',
  'mentor-not-free': 'a mentor is not free for them just now',
  'waits-for-mentor': 'has waited long for a mentor',
  'waits-for-mentee': 'is ready and has waited long for somebody to support',
  'different-match': 'asked for a different match, and goes first',
  'wants-role': 'would like to take up something else meanwhile',
  'may-mentor': 'would like to hear about supporting others',
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
            [each.person, each.otherPerson].filter((name) => name !== null).join(' and '),
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
];
