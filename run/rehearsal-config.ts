import { join } from 'node:path';
import type { Config } from '../config.ts';

/** Where a rehearsal keeps everything: a folder and a key of its own, so that it never meets a real database. */
export function rehearsalConfig(given: Config): Config {
  const dataDir = join(given.dataDir, 'rehearsal');
  const files = { keyFile: join(dataDir, 'beenthere.key'), erasedList: join(dataDir, 'erased.list') };
  return { ...given, dataDir, ...files, databaseUrl: undefined };
}
