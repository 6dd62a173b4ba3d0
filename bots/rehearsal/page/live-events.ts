import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Phones } from '../phones/phone.ts';

/** How often the clock is looked at while nothing else happens, in real milliseconds. */
const LOOK_MS = 1000;

/** Tells a page that is looked at which phones have changed, and when the clock shows another minute. */
export function liveEvents(
  phones: Phones,
  clockFace: () => string,
  isReady: () => boolean,
): (context: Context) => Response {
  return (context) => streamSSE(context, (stream) => tellChanges(stream, phones, clockFace, isReady));
}

async function tellChanges(
  stream: SSEStreamingApi,
  phones: Phones,
  clockFace: () => string,
  isReady: () => boolean,
): Promise<void> {
  const changed = new Set<string>();
  let wake = (): void => undefined;
  const stop = phones.onChange(({ id }) => {
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
