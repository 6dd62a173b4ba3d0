import { describe, expect, test } from 'vitest';
import { asTyped } from '../../bots/slack/as-typed.ts';
import { writeCarried } from '../../bots/slack/carried.ts';
import { command, event, incoming, press, read, shared } from './slack-bodies.ts';

describe('messages', () => {
  test('are words, by the id of their event', () => {
    expect(incoming(event({ text: 'hello' }))).toEqual({
      key: 'slack:Ev1',
      account: { platform: 'slack', tenant: 'T1', userId: 'U1' },
      chat: { id: 'U1', private: true },
      intent: { is: 'text', text: 'hello' },
    });
  });

  test.each([
    ['of a bot', { text: 'x', bot_id: 'B1' }],
    ['that were edited', { text: 'x', subtype: 'message_changed', hidden: true }],
    ['of Slack itself', { text: 'x', user: 'USLACKBOT' }],
    ['in channels', { text: 'x', channel: 'C1', channel_type: 'channel' }],
    ['of nobody', { text: 'x', user: undefined }],
  ])('%s are passed over', (_what, more) => {
    expect(read(event(more))).toBeUndefined();
  });

  test.each([
    ['audio/webm', 'slack_audio', 'voice'],
    ['image/png', undefined, 'picture'],
    ['application/pdf', undefined, 'other'],
  ])('with a file of %s are not text', (mimetype, subtype, what) => {
    const files = [{ id: 'F1', mimetype, subtype }];
    expect(incoming(event({ subtype: 'file_share', text: 'look', files })).intent).toEqual({
      is: 'not-text',
      what,
      caption: 'look',
    });
  });

  test.each([
    ['a &amp;lt; b &lt;3', 'a &lt; b <3'],
    [
      'see <https://a.example|a.example> and <https://b.example/?x=1&amp;y=2>',
      'see a.example and https://b.example/?x=1&y=2',
    ],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['<@U2|ruth> in <#C1|general>, <!here>', '@ruth in #general, @here'],
    ['<!subteam^S1|@leads>', '@leads'],
  ])('%s was typed as %s', (text, typed) => {
    expect(asTyped(text)).toBe(typed);
  });

  test('keep their emoji', () => {
    const elements = [{ type: 'emoji', name: 'wave', unicode: '1f44b' }];
    const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
    expect(asTyped('hi :wave: at 10:30: :other:', blocks)).toBe('hi 👋 at 10:30: :other:');
  });

  test('tell of the front page, and of being removed', () => {
    const opened = event({ type: 'app_home_opened', tab: 'home' });
    expect(incoming(opened).intent).toEqual({ is: 'opened-front' });
    expect(read(event({ type: 'app_home_opened', tab: 'messages' }))).toBeUndefined();
    expect(read(event({ type: 'app_uninstalled' }))).toEqual({ is: 'removed', event: 'app_uninstalled' });
  });
});

describe('commands', () => {
  test.each([
    ['', { is: 'command', name: 'mentoring', rest: '' }],
    ['Help', { is: 'command', name: 'help', rest: '' }],
    ['/book tomorrow &amp; soon', { is: 'command', name: 'book', rest: 'tomorrow & soon' }],
    ['what is this', { is: 'text', text: 'what is this' }],
  ])('"%s"', (text, intent) => {
    const found = incoming(command(text));
    expect(found.intent).toEqual(intent);
    expect(found).toMatchObject({ key: 'slack:1.2.abc', chat: { id: 'U1', private: true } });
    expect(found.reply).toBeUndefined();
    expect(found.place).toBeUndefined();
  });

  test('in a channel are answered there, for a while', () => {
    const found = incoming(command('help', shared));
    expect(found.chat).toEqual({ id: 'U1', private: true });
    expect(found.place).toEqual({ id: 'C1', name: 'general' });
    expect(found.reply?.handle).toEqual({ responseUrl: 'https://hooks.slack.com/commands/1' });
    expect(found.reply?.until.toString()).toBe('2026-11-23T09:29:00Z');
  });
});

describe('presses', () => {
  test('name their button, by its value or by what was chosen', () => {
    expect(incoming(press({ value: 'b-1' })).intent).toEqual({ is: 'press', token: 'b-1' });
    const chosen = press({ type: 'static_select', selected_option: { value: 'b-2' } });
    expect(incoming(chosen).intent).toEqual({ is: 'press', token: 'b-2' });
    expect(incoming(chosen).key).toBe('slack:1.3.abc');
  });

  test('that open a form have a trigger for it', () => {
    expect(read(press({ value: 'f-1' }))).toMatchObject({ opens: { triggerId: '1.3.abc' } });
    expect(read(press({ value: 'b-1' }))).not.toHaveProperty('opens');
  });

  test('on what only they see say on which message', () => {
    const channel = { channel: { id: 'C1', name: 'general' }, container: { is_ephemeral: true } };
    const found = incoming(press({ value: 'b-1', block_id: 'row-7.2' }, channel));
    expect(found.reply?.handle).toEqual({ responseUrl: 'https://hooks.slack.com/actions/1', on: 'row-7' });
  });

  test('on the front page have no place, and on a sheet mean nothing yet', () => {
    const home = press({ value: 'b-1' }, { channel: undefined, view: { type: 'home' } });
    expect(incoming(home).place).toBeUndefined();
    expect(read(press({ value: 'b-1' }, { view: { type: 'modal' } }))).toBeUndefined();
  });
});

describe('a sheet that was sent', () => {
  const submitted = (values: object, blocks: unknown[] = [], carried = writeCarried('f-1', {})) => ({
    type: 'view_submission',
    user: { id: 'U1' },
    team: { id: 'T1' },
    trigger_id: '1.4.abc',
    view: { callback_id: 'sheet', private_metadata: carried, state: { values }, blocks },
  });
  const text = (value: string | null) => ({ answer: { type: 'plain_text_input', value } });
  const option = (value: string) => ({ answer: { type: 'radio_buttons', selected_option: { value } } });

  test('has its answers by question', () => {
    const values = { 'w:a': text('me & you'), 'c:b': option('v1'), 'w:c': text(null) };
    expect(incoming(submitted(values)).intent).toEqual({
      is: 'answers',
      token: 'f-1',
      answers: { a: 'me & you', b: 'v1', c: '' },
    });
  });

  test('counts what was written more than what was chosen, but not what stood there already', () => {
    const values = { 'c:a': option('v1'), 'w:a': text('mine') };
    const answers = (blocks: unknown[]) => {
      const { intent } = incoming(submitted(values, blocks));
      return intent.is === 'answers' ? intent.answers : {};
    };
    expect(answers([])).toEqual({ a: 'mine' });
    expect(answers([{ block_id: 'w:a', element: { initial_value: 'mine' } }])).toEqual({ a: 'v1' });
  });

  test('is answered where it was opened', () => {
    const whence = incoming(command('help', shared));
    const found = incoming(submitted({ 'w:a': text('x') }, [], writeCarried('f-1', whence)));
    expect(found.place).toEqual(whence.place);
    expect(found.reply?.handle).toEqual(whence.reply?.handle);
    expect(found.reply?.until.toString()).toBe(whence.reply?.until.toString());
  });

  test('by nobody of ours means nothing', () => {
    expect(read(submitted({}, [], 'not ours'))).toBeUndefined();
  });
});

test.each([
  undefined,
  null,
  7,
  'x',
  [],
  {},
  { type: 'event_callback' },
  { command: 7 },
  { type: 'block_actions', actions: [] },
])('garbage means nothing: %j', (body) => {
  expect(read(body)).toBeUndefined();
});
