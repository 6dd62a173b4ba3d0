import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SavedFile } from './file-shelf.ts';
import type { SavedResponseUrl } from './response-urls.ts';
import type { Scheduled } from './schedule.ts';
import type { State } from './state.ts';
import type { WireView } from './views.ts';
import type { SavedWorkspace } from './workspace.ts';
import type { World } from './world.ts';

interface SavedWorld {
  readonly v: 1;
  readonly botToken: string;
  readonly workspace: SavedWorkspace;
  readonly homes: readonly WireView[];
  readonly files: readonly SavedFile[];
  readonly responseUrls: readonly SavedResponseUrl[];
  readonly schedule: readonly Scheduled[];
  readonly messageStates: readonly [string, State][];
}

/** How long changes gather before they are written, in real milliseconds. */
const GATHER_MS = 200;

/**
 * Keeps the workspace in a file, as the real Slack keeps it while a bot restarts. Forms that were open are closed by then.
 * Returns the way to end it, which writes a last time. Throws if the file belongs to another bot.
 */
export function keepInFile(world: World, file: string): () => void {
  restore(world, file);
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const saved: SavedWorld = {
      v: 1,
      botToken: world.app.botToken,
      workspace: world.workspace.save(),
      homes: world.views.homes,
      files: world.files.save(),
      responseUrls: world.responseUrls.save(),
      schedule: world.schedule.waiting,
      messageStates: [...world.messageStates],
    };
    // A whole file or the old one, also when the power goes.
    writeFileSync(`${file}.new`, JSON.stringify(saved), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  const stop = world.workspace.onChange(() => {
    timer ??= setTimeout(save, GATHER_MS);
  });
  return () => {
    stop();
    save();
  };
}

function restore(world: World, file: string): void {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  const saved: SavedWorld = JSON.parse(text);
  if (saved.v !== 1 || saved.botToken !== world.app.botToken) {
    throw new Error(`${file} was written by another stand-in`);
  }
  world.workspace.restore(saved.workspace);
  for (const home of saved.homes) world.views.setHome(home.owner, home);
  world.files.restore(saved.files);
  world.responseUrls.restore(saved.responseUrls);
  world.schedule.restore(saved.schedule);
  for (const [key, state] of saved.messageStates) world.messageStates.set(key, state);
}
