import { App, type ReceiverEvent } from '@slack/bolt';

/**
 * What people press, type after a command or send off is answered at once, and then worked on. Bolt tells Slack that an event was
 * heard before anything is done about it; here it is told afterwards, so that an event whose handling failed, or was cut short,
 * comes again.
 */
export class PatientApp extends App {
  override async processEvent(event: ReceiverEvent): Promise<void> {
    // A line that broke just now hears no answer; what was done is done all the same.
    const ack = (): Promise<void> => event.ack().catch(() => undefined);
    const isEvent = event.body['type'] === 'event_callback';
    if (!isEvent) await ack();
    await super.processEvent({ ...event, ack: async () => undefined });
    if (isEvent) await ack();
  }
}
