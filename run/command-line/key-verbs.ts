import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { runningDatabase } from '../../core/store/embedded-postgres/running-database.ts';
import { keyIn } from '../key-file.ts';
import { openLog } from '../logger.ts';
import { layNextKey, nextKeyFile } from '../replace-key.ts';
import { startDatabase } from '../start-database.ts';
import { databaseInUse } from './desk.ts';
import { NotDone } from './not-done.ts';
import type { Verb } from './verb.ts';

export const keyVerbs: readonly Verb[] = [
  {
    name: 'key rotate',
    takes: '[--to FILE]',
    does: 'Replaces the master key by a new one, or by the one in FILE. End the app first; if this is broken off, the next start goes on.',
    options: { to: 'value' },
    words: [0, 0],
    async alone({ config, note }, given) {
      if (config.databaseUrl === undefined && (await runningDatabase(config.dataDir)) !== undefined)
        throw new NotDone('The app is running. End it, type this again, and start it then.');
      if (!existsSync(config.keyFile))
        throw new NotDone(`There is no key at ${config.keyFile} yet: it is made when the app starts first.`);
      const wasBegun = existsSync(nextKeyFile(config.keyFile));
      const to = given.value('to');
      if (to !== undefined && wasBegun)
        throw new NotDone(
          `Replacing the key was begun already, with the key in ${nextKeyFile(config.keyFile)}. Type it without --to, so that it is finished first.`,
        );
      await layNextKey(config.keyFile, to === undefined ? undefined : await keyGiven(to));
      const inUse = await databaseInUse(config);
      // Opening the database is what lets the next key take over, here as at any other start.
      const database = await startDatabase(
        { ...config, databaseUrl: inUse, connections: 2 },
        openLog('error', 'stderr'),
      );
      try {
        const { fingerprint } = database.keys;
        const { replacedKey } = database;
        await database.store.audit.chain();
        if (config.databaseUrl !== undefined)
          note('Other apps on this database end themselves now. Start them again with the new key file.');
        return {
          said: [
            `The master key is now the one called ${fingerprint}, in ${config.keyFile}. Keep a copy of it somewhere else.`,
            ...(replacedKey === undefined ? [] : oldKeyLines(replacedKey.keptAt)),
          ],
          data: { key: fingerprint, ...replacedKey },
        };
      } finally {
        await database.stop();
      }
    },
  },
];

async function keyGiven(file: string): Promise<Uint8Array> {
  const path = resolve(file);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new NotDone(`There is no key file at ${path} that this user can read. Check the path.`);
  });
  return keyIn(text, path);
}

function oldKeyLines(keptAt: string): string[] {
  return [
    `The one before is kept at ${keptAt}. Backups made until now open with it alone: keep it with them, and not here.`,
    'When the last of those backups is gone, destroy it; if you keep none, destroy it now.',
    'To restore one of them: set BEENTHERE_KEY_FILE to it, restore, and type: key rotate --to FILE, with the new key.',
  ];
}
