import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, home } from '../../config.ts';
import { speakFirst } from '../../core/commands.ts';
import { backUp } from '../../core/store/backup.ts';
import { startEmbeddedPostgres } from '../../core/store/embedded-postgres/start-embedded-postgres.ts';
import { openErasedList } from '../../core/store/erased-list.ts';
import { openKeys } from '../../core/store/keys.ts';
import { restore } from '../../core/store/restore.ts';
import { masterKey } from '../key-file.ts';
import { databaseInUse } from './desk.ts';
import { NotDone } from './not-done.ts';
import type { Verb } from './verb.ts';

export const backupVerbs: readonly Verb[] = [
  {
    name: 'backup',
    takes: 'FILE',
    does: 'Writes everything into one sealed file, while the app goes on. It opens with the key file alone: keep that elsewhere.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const file = resolve(given.words[0] ?? '');
      const { rows, tables } = await backUp(desk.url, desk.keys, file, desk.moment());
      return {
        said: [
          `${rows} rows of ${tables} tables are in ${file}.`,
          `It opens only with the key in ${desk.config.keyFile}. Keep a copy of that key somewhere else, and not beside the backup.`,
        ],
        data: { file, rows, tables },
      };
    },
  },
  {
    name: 'restore',
    takes: 'FILE',
    does: 'Puts a backup into an empty database: a DATA_DIR with nothing in it but the key, or a new database in DATABASE_URL.',
    options: {},
    words: [1, 1],
    async alone({ config, moment, note }, given) {
      const file = resolve(given.words[0] ?? '');
      if (!existsSync(file)) throw new NotDone(`There is no backup at ${file}. Check the path.`);
      if (!existsSync(config.keyFile)) throw new NotDone(keyNeeded(config));
      const keys = openKeys(masterKey(config.keyFile, false));
      const server = await serverFor(config, note);
      try {
        const migrations = join(home, 'prisma', 'migrations');
        const hasList = existsSync(config.erasedList);
        const erased = openErasedList(config.erasedList).ids();
        const at = moment();
        const restored = await restore({ url: server.url, keys, file, at, migrations, speakFirst, erased });
        return { said: [...whatToKnow(restored), ...ofErased(config, hasList, restored)], data: restored };
      } finally {
        await server.stop();
      }
    },
  },
];

function ofErased({ erasedList }: Config, hasList: boolean, { erasedAgain }: Restored): string[] {
  if (hasList)
    return [`${erasedAgain} people in it had been erased since, and are erased again (from ${erasedList}).`];
  return [
    `There is no list of erased people at ${erasedList}. If anybody was erased after the backup was made, put your copy of the list there and start the app: it erases them again before it answers anybody.`,
  ];
}

function keyNeeded(config: Config): string {
  return `A backup opens with the key it was made under. Put that key file at ${config.keyFile}, or set BEENTHERE_KEY_FILE to where it is, and try again.`;
}

type Restored = Awaited<ReturnType<typeof restore>>;

function whatToKnow({ rows, tables, madeAt, toReview, notRepeated }: Restored): string[] {
  const at = madeAt.slice(0, 16).replace('T', ' ');
  return [
    `${rows} rows of ${tables} tables are back, as they were at ${at} UTC. What came after that is not in this backup.`,
    ...(toReview === 0
      ? ['No message was waiting to be sent.']
      : [
          `${toReview} messages were waiting to be sent then. They may have been sent since, so none of them is sent by itself.`,
          'Look at them with "outgoing review"; then "outgoing send ID", "outgoing drop ID", or the same with "all".',
        ]),
    ...(notRepeated === 0
      ? []
      : [`${notRepeated} things were due between then and now, and are not done again.`]),
  ];
}

/** The database server, with nothing done to it yet. */
async function serverFor(
  config: Config,
  note: (sentence: string) => void,
): Promise<{ url: string; stop(): Promise<void> }> {
  const url = await databaseInUse(config);
  if (url !== undefined) return { url, async stop() {} };
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir });
  for (const sentence of embedded.notes) note(sentence);
  return embedded;
}
