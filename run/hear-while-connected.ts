import type { Core } from '../core/index.ts';

const LOOK_EVERY_MS = 1000;
const TELL_EVERY_MS = 60_000;

/**
 * Tells the core that an app is connected: as soon as it is, and every minute for as long as it stays so. `keepsMinutes` is how
 * long the app keeps what people do while we are away. Returns the way to stop.
 */
export function hearWhileConnected(
  core: Pick<Core, 'hear'>,
  app: string,
  keepsMinutes: number,
  isConnected: () => boolean,
): () => void {
  let next = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    if (now < next || !isConnected()) return;
    next = now + TELL_EVERY_MS;
    core.hear(app, keepsMinutes).catch(() => {
      // The database is away: told as soon as it is back.
      next = 0;
    });
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
