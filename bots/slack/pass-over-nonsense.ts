import type { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import type { OnFault } from './way-in.ts';

type Line = SocketModeReceiver['client'];

const Envelope = z.object({ envelope_id: z.string().min(1) });

/**
 * The SDK stumbles over an event that is none, which would end the process, and Slack would bring it again. Here it is said that
 * it was heard, and nothing follows.
 */
export function passOverNonsense(line: Line, onFault: OnFault): void {
  const listeners = line.listeners('ws_message');
  line.removeAllListeners('ws_message');
  line.on('ws_message', (data: unknown, isBinary: unknown) => {
    for (const listener of listeners) {
      const work: Promise<unknown> = (async () => await Reflect.apply(listener, line, [data, isBinary]))();
      work.catch((error: unknown) => {
        onFault({ fault: 'slack-not-understood', name: error instanceof Error ? error.name : 'fault' });
        sayHeard(line, data);
      });
    }
  });
}

function sayHeard({ websocket }: Line, data: unknown): void {
  try {
    const { envelope_id } = Envelope.parse(JSON.parse(String(data)));
    websocket?.send(JSON.stringify({ envelope_id }), () => undefined);
  } catch {
    // It does not even say what it is.
  }
}
