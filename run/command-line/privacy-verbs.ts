import { findPerson } from './find.ts';
import { UsageWrong } from './not-done.ts';
import { nameOf } from './people-verbs.ts';
import type { Verb } from './verb.ts';

export const privacyVerbs: readonly Verb[] = [
  {
    name: 'copy',
    takes: 'PERSON',
    does: 'Sends somebody a copy of everything that is kept of them, to their own chat. Nothing of it is shown here.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      await desk.perform('export-person', { personId: person.id });
      return { said: [`${nameOf(person)} gets it in their own chat.`], data: { personId: person.id } };
    },
  },
  {
    name: 'erase',
    takes: 'PERSON --asked',
    does: 'Deletes everything about somebody who asked for it. --asked: they did. Nothing brings it back.',
    options: { asked: 'flag' },
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      if (!given.flag('asked'))
        throw new UsageWrong(
          `Everything about ${nameOf(person)} would be deleted, and nothing brings it back. Add --asked when they asked for it themselves.`,
        );
      await desk.perform('erase-person', { personId: person.id });
      return {
        said: [
          `Everything about ${nameOf(person)} is deleted.`,
          `The list of the erased is in ${desk.config.erasedList}. Keep a copy of it beside the key, not beside the backups.`,
        ],
        data: { personId: person.id },
      };
    },
  },
  {
    name: 'chat back',
    takes: 'PERSON --asked',
    does: 'Brings back every chat that somebody put away with a word, when they have forgotten the other. --asked: they did.',
    options: { asked: 'flag' },
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      if (!given.flag('asked'))
        throw new UsageWrong(
          `What waits for ${nameOf(person)} would be shown in a chat that others may read. Add --asked when they asked for it, and it is safe.`,
        );
      const away = (await desk.core.read.safe.disguisesOf(person.id)).filter(({ since }) => since !== null);
      for (const { id } of away) await desk.perform('bring-back', { accountId: id });
      const said =
        away.length === 0 ? 'None of their chats is put away.' : `${away.length} chat(s) brought back.`;
      return { said: [said], data: { personId: person.id, chats: away.length } };
    },
  },
  {
    name: 'retention',
    takes: '',
    does: 'Says how long each kind of data is kept, and when old rows were last removed.',
    options: {},
    words: [0, 0],
    async run({ core }) {
      const data = await core.retention();
      const rows = data.map(({ kind, days, what, ranAt, removed }) => [
        kind,
        String(days),
        what,
        ranAt === null ? 'not yet' : `${ranAt.slice(0, 16).replace('T', ' ')} UTC (${removed} removed)`,
      ]);
      return { table: { headings: ['Kind', 'Days', 'What', 'Last time'], rows }, data };
    },
  },
];
