import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { TelegramStandIn } from '../telegram/stand-in.ts';

/** How often the clock is looked at while nothing else happens, in real milliseconds. */
const LOOK_MS = 1000;

/** Tells a page that is looked at which phones have changed, and when the clock shows another minute. */
export function liveEvents(
  telegram: TelegramStandIn,
  clockFace: () => string,
): (context: Context) => Response {
  return (context) => streamSSE(context, (stream) => tellChanges(stream, telegram, clockFace));
}

async function tellChanges(
  stream: SSEStreamingApi,
  telegram: TelegramStandIn,
  clockFace: () => string,
): Promise<void> {
  const changed = new Set<number>();
  let wake = (): void => undefined;
  const stop = telegram.onChange(({ chatId }) => {
    changed.add(chatId);
    wake();
  });
  stream.onAbort(() => {
    stop();
    wake();
  });
  let face = clockFace();
  while (!stream.aborted) {
    const ids = [...changed];
    changed.clear();
    for (const id of ids) await stream.writeSSE({ event: 'phone', data: String(id) });
    if (face !== clockFace()) {
      face = clockFace();
      await stream.writeSSE({ event: 'clock', data: face });
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
