import { App, type ReceiverEvent } from '@slack/bolt';
import type { OnFault } from './way-in.ts';

/** Something Slack sent was not taken in; it sends an event again. */
export class NotTakenIn extends Error {
  override name = 'NotTakenIn';
}

/** Bolt wraps what its listeners throw. */
function isNotTakenIn(error: unknown): boolean {
  const original = error instanceof Error && 'original' in error ? error.original : error;
  return original instanceof NotTakenIn;
}

/**
 * What people press, type after a command or send off is answered at once, and then worked on. Bolt tells Slack that an event was
 * heard before anything is done about it; here it is told afterwards, so that an event which was not taken in, or was cut short,
 * comes again. What Bolt itself stumbles over would be no better the next time: it is passed over.
 */
export class PatientApp extends App {
  onFault: OnFault = () => undefined;

  override async processEvent(event: ReceiverEvent): Promise<void> {
    // A line that broke just now hears no answer; what was done is done all the same.
    const ack = (): Promise<void> => event.ack().catch(() => undefined);
    const isEvent = event.body['type'] === 'event_callback';
    if (!isEvent) await ack();
    try {
      await super.processEvent({ ...event, ack: async () => undefined });
    } catch (error) {
      if (isNotTakenIn(error)) throw error;
      this.onFault({ fault: 'slack-not-understood', name: error instanceof Error ? error.name : 'fault' });
    }
    if (isEvent) await ack();
  }
}
