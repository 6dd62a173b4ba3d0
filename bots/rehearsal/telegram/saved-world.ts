import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SavedChats } from './chats.ts';
import type { SavedFile } from './file-store.ts';
import type { SavedQueue } from './update-queue.ts';
import type { World } from './world.ts';

interface SavedWorld {
  readonly v: 1;
  readonly token: string;
  readonly chats: SavedChats;
  readonly queue: SavedQueue;
  readonly files: readonly SavedFile[];
}

/** How long changes gather before they are written, in real milliseconds. */
const GATHER_MS = 200;

/**
 * Keeps the stand-in's chats in a file, as the real Telegram keeps them while a bot restarts: otherwise a bot would come back to
 * cards that nobody has. Returns the way to end it, which writes a last time. Throws if the file belongs to another bot.
 */
export function keepInFile(world: World, token: string, file: string): () => void {
  restore(world, token, file);
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const saved: SavedWorld = {
      v: 1,
      token,
      chats: world.chats.save(),
      queue: world.queue.save(),
      files: world.files.save(),
    };
    // A whole file or the old one, also when the power goes.
    writeFileSync(`${file}.new`, JSON.stringify(saved), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  const soon = () => {
    timer ??= setTimeout(save, GATHER_MS);
  };
  const stops = [world.chats.onChange(soon), world.queue.onPush(soon), world.queue.onConfirm(soon)];
  return () => {
    for (const stop of stops) stop();
    save();
  };
}

function restore(world: World, token: string, file: string): void {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  const saved: SavedWorld = JSON.parse(text);
  if (saved.v !== 1 || saved.token !== token) throw new Error(`${file} was written by another stand-in`);
  world.chats.restore(saved.chats);
  world.queue.restore(saved.queue);
  world.files.restore(saved.files);
}
