import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config.ts';
import { openCore } from '../../core/index.ts';
import { commandLine } from '../../run/command-line.ts';
import { openLog } from '../../run/logger.ts';
import { momentNow } from '../../run/moments.ts';
import { startDatabase } from '../../run/start-database.ts';
import { freshDatabase } from '../support/database.ts';

export type Typed = { readonly code: number; readonly out: string; readonly err: string; json(): unknown };

export type DeskWorld = {
  readonly url: string;
  readonly folder: string;
  /** Types words after `npm run beenthere --`. */
  type(...words: string[]): Promise<Typed>;
  /** The same with other settings. */
  typeWith(settings: Readonly<Record<string, string>>, ...words: string[]): Promise<Typed>;
  close(): Promise<void>;
};

/** A token of the right form; nothing here talks to Telegram. */
const TOKEN = '123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** The command line on a database of its own, with the programme that ships. */
export async function openDeskWorld(): Promise<DeskWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'beenthere-desk-'));
  const database = await freshDatabase();
  const settings = { DATABASE_URL: database.url, DATA_DIR: folder, TELEGRAM_BOT_TOKEN: TOKEN };
  const started = await startDatabase(readConfig(settings), openLog('silent'));
  const core = openCore({
    store: started.store,
    channels: [],
    moment: () => momentNow(),
    onFault: () => undefined,
  });
  await core.prepare();
  await started.stop();
  const typeWith = async (other: Readonly<Record<string, string>>, ...words: string[]): Promise<Typed> => {
    const out: string[] = [];
    const err: string[] = [];
    const print = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
    const code = await commandLine(readConfig({ ...settings, ...other }), words, print);
    const said = out.join('\n');
    return { code, out: said, err: err.join('\n'), json: (): unknown => JSON.parse(said) };
  };
  return {
    url: database.url,
    folder,
    type: (...words) => typeWith({}, ...words),
    typeWith,
    async close() {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
