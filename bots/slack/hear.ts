import { setTimeout as delay } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Temporal } from 'temporal-polyfill';
import type { Incoming } from '../../core/index.ts';
import { writeCarried } from './carried.ts';
import { NotTakenIn } from './patient-app.ts';
import { readBody } from './read-body.ts';
import type { Intake } from './take-in.ts';
import type { OnFault, SlackWayIn } from './way-in.ts';
import { writeSheet } from './write-sheet.ts';

/** A trigger opens a form for three seconds: after this long we answer in the chat instead. */
const SHEET_WITHIN_MS = 1500;

export type Hearing = {
  readonly wayIn: SlackWayIn;
  readonly intake: Intake;
  readonly client: webApi.WebClient;
  now(): Temporal.Instant;
  readonly onFault: OnFault;
};

/** Does what something that Slack sent asks for. @throws NotTakenIn when we are to stop first. */
export async function hear(hearing: Hearing, body: unknown): Promise<void> {
  const { wayIn, intake, now, onFault } = hearing;
  const read = readBody(body, { commands: wayIn.commands, now: now() });
  if (read === undefined) return;
  if (read.is === 'removed') {
    onFault({ fault: 'slack-app-removed', event: read.event });
    return;
  }
  const { incoming, opens } = read;
  if (opens !== undefined && (await sheetLaid(hearing, incoming, opens.triggerId))) return;
  if (!(await intake.take(incoming))) throw new NotTakenIn('It is to be sent again');
}

/** Whether the form that a button opens lies over the chat now. If not, it is answered in the chat like any other press. */
async function sheetLaid(hearing: Hearing, incoming: Incoming, triggerId: string): Promise<boolean> {
  const { wayIn, client, onFault } = hearing;
  if (incoming.intent.is !== 'press') return false;
  try {
    const sheet = await inTime(wayIn.sheet(incoming));
    const view =
      sheet === undefined ? undefined : writeSheet(sheet, writeCarried(incoming.intent.token, incoming));
    if (view === undefined) return false;
    await client.views.open({ trigger_id: triggerId, view });
    return true;
  } catch (error) {
    onFault({
      fault: 'slack-no-sheet',
      key: incoming.key,
      name: error instanceof Error ? error.name : 'fault',
    });
    return false;
  }
}

async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  const enough = new AbortController();
  const late = delay(SHEET_WITHIN_MS, undefined, { signal: enough.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    enough.abort();
    // Should it fail after all, nobody waits for it any more.
    work.catch(() => undefined);
  }
}
