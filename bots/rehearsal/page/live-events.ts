import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';

/** How often the clock is looked at while nothing else happens, in real milliseconds. */
const LOOK_MS = 1000;

export type Happenings = {
  /** Calls back with the id of each phone that changes. Returns the way to stop. */
  onChange(listener: (phoneId: string) => void): () => void;
  clockFace(): string;
  isReady(): boolean;
};

/** Tells a page that is looked at which phones have changed, and when the clock shows another minute. */
export function liveEvents(happenings: Happenings): (context: Context) => Response {
  return (context) => streamSSE(context, (stream) => tellChanges(stream, happenings));
}

async function tellChanges(stream: SSEStreamingApi, happenings: Happenings): Promise<void> {
  const { onChange, clockFace, isReady } = happenings;
  const changed = new Set<string>();
  let wake = (): void => undefined;
  const stop = onChange((id) => {
    changed.add(id);
    wake();
  });
  stream.onAbort(() => {
    stop();
    wake();
  });
  let face = clockFace();
  let waits = !isReady();
  while (!stream.aborted) {
    const ids = [...changed];
    changed.clear();
    for (const id of ids) await stream.writeSSE({ event: 'phone', data: id });
    if (face !== clockFace()) {
      face = clockFace();
      await stream.writeSSE({ event: 'clock', data: face });
    }
    if (waits && isReady()) {
      waits = false;
      await stream.writeSSE({ event: 'ready', data: 'ready' });
    }
    if (changed.size > 0) continue;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
  stop();
}
