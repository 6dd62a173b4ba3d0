import { App, LogLevel } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import type { VirtualUser } from '../../bots/rehearsal/slack/virtual-user.ts';
import { call, plain } from './slack-stand-in-call.ts';

let standIn: SlackStandIn;
let app: App;
let mia: VirtualUser;
let sent: unknown;
const watched: string[] = [];

const text = (label: string) => ({ type: 'plain_text' as const, text: label });
const option = (label: string) => ({ text: text(label), value: label.toLowerCase() });
const OPTIONS = [option('Tea & cake'), option('Coffee')];

const FIELDS = {
  words: { type: 'plain_text_input', min_length: 2, max_length: 5 },
  mail: { type: 'email_text_input' },
  web: { type: 'url_text_input' },
  many: { type: 'number_input', is_decimal_allowed: false },
  day: { type: 'datepicker' },
  time: { type: 'timepicker' },
  moment: { type: 'datetimepicker' },
  one: { type: 'static_select', options: OPTIONS },
  radio: { type: 'radio_buttons', options: OPTIONS },
  boxes: { type: 'checkboxes', options: OPTIONS },
  several: { type: 'multi_static_select', options: OPTIONS },
  whom: { type: 'users_select' },
  found: { type: 'external_select' },
};

function form() {
  const fields = Object.entries(FIELDS).map(([name, element]) => ({
    type: 'input',
    block_id: name,
    label: text(name),
    optional: name !== 'words',
    dispatch_action: name === 'one',
    element: { action_id: name, ...element },
  }));
  const button = { type: 'button', action_id: 'more', text: text('More') };
  const blocks = [...fields, { type: 'actions', elements: [button] }];
  return { type: 'modal', callback_id: 'form', title: text('Form'), submit: text('Send'), blocks };
}

beforeAll(async () => {
  standIn = await startSlackStandIn({ limits: 'off', ackTimeoutMs: 1000, retryDelaysMs: [] });
  app = new App({
    token: standIn.botToken,
    appToken: standIn.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${standIn.url}/api/` },
  });
  app.command('/form', async ({ ack, body }) => {
    await ack();
    await call(standIn, 'views.open', { trigger_id: body.trigger_id, view: form() });
  });
  app.view('form', async ({ ack, view }) => {
    sent = view.state.values;
    const words = view.state.values['words']?.['words']?.value;
    if (words === 'wrong') return ack({ response_action: 'errors', errors: { nowhere: 'x' } });
    if (words === 'late') return;
    await ack();
  });
  app.action(/.*/, async ({ ack, action }) => {
    await ack();
    if ('action_id' in action) watched.push(action.action_id);
  });
  app.options('found', ({ ack }) => ack({ options: [option('Found')] }));
  await app.start();
  mia = standIn.user({ name: 'Mia' });
  await mia.command('/form');
  await mia.waitForModal('Form');
});
afterAll(async () => {
  await app.stop();
  await standIn.stop();
});

describe('a form with every kind of field', () => {
  it.each([
    ['words', '', 'complete this required field'],
    ['words', 'x', 'too short'],
    ['words', 'xxxxxx', 'too long'],
    ['mail', 'nobody', 'valid email'],
    ['web', 'nowhere', 'valid URL'],
    ['many', 'few', 'a number'],
  ])('is not sent off with %s as “%s”', async (label, value, words) => {
    mia.fillIn({ words: 'fine', [label]: value });
    const { outcome, errors } = await mia.submit();
    expect(outcome).toBe('refused');
    expect(errors[label]).toContain(words);
    mia.fillIn({ [label]: label === 'words' ? 'fine' : [] });
  });

  it('lets the bot find options', async () => {
    expect(await mia.suggest('found', 'fo')).toEqual({
      options: [{ label: 'Found', value: 'found' }],
      heard: 'acknowledged',
    });
  });

  it('tells the bot of a field that is watched, and of a button, and of no other', async () => {
    await Promise.all(mia.fillIn({ words: 'hello', one: 'Coffee' }).map(({ acknowledged }) => acknowledged));
    await mia.pressModal('More').acknowledged;
    expect(watched).toEqual(['one', 'more']);
    expect(() => mia.fillIn({ radio: 'Milk' })).toThrow('There is no “Milk”');
    expect(() => mia.fillIn({ nothing: 'x' })).toThrow('sees no field “nothing”');
  });

  it.each([['wrong'], ['late']])('stays open when the answer is of no use: %s', async (words) => {
    mia.fillIn({ words: words });
    expect(await mia.submit()).toEqual({ outcome: 'trouble', errors: {} });
    expect(mia.modal()?.title).toBe('Form');
  });

  it('hands everything on under its names', async () => {
    mia.fillIn({
      words: 'hello',
      mail: 'a@b.org',
      web: 'https://a.b',
      many: '3',
      day: '2026-03-02',
      time: '18:30',
      moment: '1772000000',
      radio: 'Tea & cake',
      boxes: ['Coffee'],
      several: ['Tea & cake', 'Coffee'],
      whom: mia.id,
    });
    expect(await mia.submit()).toEqual({ outcome: 'closed', errors: {} });
    expect(sent).toMatchObject({
      words: { words: { type: 'plain_text_input', value: 'hello' } },
      mail: { mail: { value: 'a@b.org' } },
      many: { many: { value: '3' } },
      day: { day: { selected_date: '2026-03-02' } },
      time: { time: { selected_time: '18:30' } },
      moment: { moment: { selected_date_time: 1772000000 } },
      one: { one: { selected_option: { value: 'coffee' } } },
      radio: { radio: { selected_option: { value: 'tea & cake' } } },
      boxes: { boxes: { selected_options: [{ value: 'coffee' }] } },
      several: { several: { selected_options: [{ value: 'tea & cake' }, { value: 'coffee' }] } },
      whom: { whom: { selected_user: mia.id } },
      found: { found: { selected_option: null } },
    });
    await expect(mia.submit()).rejects.toThrow('has no form open');
    await expect(mia.closeModal()).rejects.toThrow('has no form open');
  });
});

it('presses and chooses on the Home tab', async () => {
  const menu = { type: 'static_select', action_id: 'pick', placeholder: plain('Pick'), options: OPTIONS };
  const dots = { type: 'overflow', action_id: 'dots', options: OPTIONS };
  const blocks = [
    { type: 'section', text: plain('Ava & Ben'), accessory: dots },
    { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: plain('Go') }, menu] },
  ];
  await call(standIn, 'views.publish', { user_id: mia.id, view: { type: 'home', blocks } });
  watched.length = 0;
  await mia.pressHome('Go').acknowledged;
  await mia.chooseHome('Coffee', 'Pick').acknowledged;
  await mia.chooseHome('Coffee', 'Ava & Ben').acknowledged;
  expect(watched).toEqual(['go', 'pick', 'dots']);
  expect(mia.home()?.selects.map(({ chosen }) => chosen)).toEqual([[], ['Coffee']]);
  expect(() => mia.pressHome('Stop')).toThrow('sees no button “Stop”');
});

it('warns of what would go unsaid', async () => {
  const before = standIn.journal.warnings().length;
  const blocks = [{ type: 'section', text: plain('Only blocks') }];
  await call(standIn, 'chat.postMessage', { channel: mia.channel, blocks });
  expect(standIn.journal.warnings().slice(before)).toEqual([expect.stringContaining('no text')]);
});
