import { Temporal } from 'temporal-polyfill';
import { readBody } from '../../bots/slack/read-body.ts';
import { Incoming } from '../../core/index.ts';

export const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const commands = new Set(['help', 'book', 'home']);
export const read = (body: unknown) => readBody(body, { commands, now });
/** What the core would be told. @throws when that is nothing, or not what the core takes. */
export function incoming(body: unknown): Incoming {
  const found = read(body);
  if (found?.is !== 'act') throw new Error('It means nothing');
  return Incoming.parse(found.incoming);
}

export const event = (more: object, id = 'Ev1') => ({
  type: 'event_callback',
  event_id: id,
  team_id: 'T1',
  event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', ts: '1.1', ...more },
});
export const command = (
  text: string,
  channel: object = { channel_id: 'D1', channel_name: 'directmessage' },
) => ({
  command: '/mentoring',
  text,
  user_id: 'U1',
  team_id: 'T1',
  trigger_id: '1.2.abc',
  response_url: 'https://hooks.slack.com/commands/1',
  ...channel,
});
export const shared = { channel_id: 'C1', channel_name: 'general' };
export const press = (action: object, more: object = {}) => ({
  type: 'block_actions',
  user: { id: 'U1' },
  team: { id: 'T1' },
  trigger_id: '1.3.abc',
  channel: { id: 'D1', name: 'directmessage' },
  response_url: 'https://hooks.slack.com/actions/1',
  actions: [{ type: 'button', block_id: 'x.0', action_id: 'press.0.0', ...action }],
  ...more,
});
