import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { call, callAsForm, long, mrkdwn, plain } from './slack-stand-in-call.ts';

let standIn: SlackStandIn;
let channel: string;

beforeAll(async () => {
  standIn = await startSlackStandIn({ limits: 'off' });
  channel = standIn.user({ name: 'Mia' }).channel;
});
afterAll(() => standIn.stop());

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));
const section = (more: object) => ({ type: 'section', text: plain('hi'), ...more });
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (more: object = {}) => ({ text: plain('One'), value: '1', ...more });
const select = (more: object = {}) => ({ type: 'static_select', options: [option()], ...more });
const grouped = (label: string, count: number) => ({
  type: 'static_select',
  option_groups: [{ label: plain(label), options: times(count, () => option()) }],
});
const richText = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const input = (more: object = {}) => ({
  type: 'input',
  label: plain('Name'),
  element: { type: 'plain_text_input' },
  ...more,
});

type Case = [what: string, fault: string, blocks: object[]];

const BAD: readonly Case[] = [
  ['51 blocks', 'no more than 50 items allowed', times(51, () => ({ type: 'divider' }))],
  ['an unknown block', 'unsupported type [json-pointer:/blocks/0/type]', [{ type: 'call_out' }]],
  ['a block without type', 'missing required field: type', [{ text: plain('hi') }]],
  ['an unknown field', 'invalid additional property: colour', [{ type: 'divider', colour: 'red' }]],
  ['a bare string for a text', 'must be an object', [section({ text: 'hi' })]],
  ['an empty text', 'must be more than 0 characters', [section({ text: plain('') })]],
  ['3001 in a section', 'must be less than 3001 characters', [section({ text: mrkdwn(long(3001)) })]],
  ['a section with nothing', 'missing required field: text', [{ type: 'section' }]],
  ['11 fields', 'no more than 10 items allowed', [section({ fields: times(11, () => plain('x')) })]],
  ['2001 in a field', 'must be less than 2001 characters', [section({ fields: [plain(long(2001))] })]],
  ['26 buttons', 'no more than 25 items allowed', [actions(...times(26, () => button()))]],
  ['no buttons', 'must have at least 1 items', [actions()]],
  ['an image among actions', 'unsupported type', [actions({ type: 'image', alt_text: 'x', image_url: 'x' })]],
  ['a field of a form among actions', 'unsupported type', [actions({ type: 'plain_text_input' })]],
  ['151 in a header', 'must be less than 151', [{ type: 'header', text: plain(long(151)) }]],
  ['markup in a header', 'must be equal', [{ type: 'header', text: mrkdwn('*x*') }]],
  ['11 in a context', 'no more than 10', [{ type: 'context', elements: times(11, () => plain('x')) }]],
  ['76 on a button', 'must be less than 76', [actions(button({ text: plain(long(76)) }))]],
  ['markup on a button', 'must be equal', [actions(button({ text: mrkdwn('*x*') }))]],
  ['2001 behind a button', 'must be less than 2001', [actions(button({ value: long(2001) }))]],
  ['3001 of an address', 'must be less than 3001', [actions(button({ url: `https://a.b/${long(3001)}` }))]],
  ['no address', 'must be a valid URL', [actions(button({ url: 'nowhere' }))]],
  ['an unknown style', 'must be one of', [actions(button({ style: 'green' }))]],
  ['256 of an action', 'must be less than 256', [actions(button({ action_id: long(256) }))]],
  ['256 of a block', 'must be less than 256', [section({ block_id: long(256) })]],
  [
    'one action twice in a block',
    '`action_id` "a" already exists',
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
  ],
  ['one block twice', 'block_id must be unique', [section({ block_id: 'b' }), section({ block_id: 'b' })]],
  [
    '76 on an option',
    'must be less than 76',
    [actions(select({ options: [option({ text: plain(long(76)) })] }))],
  ],
  [
    '151 behind an option',
    'must be less than 151',
    [actions(select({ options: [option({ value: long(151) })] }))],
  ],
  [
    'an option with nothing behind it',
    'missing required field: value',
    [actions(select({ options: [{ text: plain('x') }] }))],
  ],
  ['101 options', 'no more than 100', [actions(select({ options: times(101, () => option()) }))]],
  ['76 on a group of options', 'must be less than 76', [actions(grouped(long(76), 1))]],
  ['101 options in a group', 'no more than 100', [actions(grouped('x', 101))]],
  ['no options', 'must have at least 1', [actions(select({ options: [] }))]],
  ['a menu without options', 'must define exactly one of options', [actions({ type: 'static_select' })]],
  ['151 in a placeholder', 'must be less than 151', [actions(select({ placeholder: plain(long(151)) }))]],
  [
    'a choice that is none',
    'initial option must match',
    [actions(select({ initial_option: option({ value: '2' }) }))],
  ],
  [
    '6 behind three dots',
    'no more than 5',
    [section({ accessory: { type: 'overflow', options: times(6, () => option()) } })],
  ],
  ['11 boxes', 'no more than 10', [actions({ type: 'checkboxes', options: times(11, () => option()) })]],
  [
    'a picture without words',
    'failed to match all allowed schemas',
    [{ type: 'image', image_url: 'https://a.b/c.png' }],
  ],
  [
    'a picture from nowhere',
    'must be a valid URL',
    [{ type: 'image', image_url: 'c.png', alt_text: 'A tree' }],
  ],
  [
    'a picture that was never brought',
    'invalid slack file',
    [{ type: 'image', slack_file: { id: 'F0NONE' }, alt_text: 'A tree' }],
  ],
  ['12,001 in markdown', 'must be less than 12001', [{ type: 'markdown', text: long(12_001) }]],
  [
    '12,001 in two of markdown',
    'must be less than 12001',
    [
      { type: 'markdown', text: long(6000) },
      { type: 'markdown', text: long(6001) },
    ],
  ],
  ['an unknown piece of rich text', 'unsupported type', [richText({ type: 'shout', text: 'x' })]],
  ['a piece of rich text without words', 'missing required field: text', [richText({ type: 'text' })]],
  ['a file to upload outside a form', 'unsupported type', [input({ element: { type: 'file_input' } })]],
  [
    '101 in the title of a question',
    'must be less than 101',
    [actions(button({ confirm: { title: plain(long(101)), text: plain('x') } }))],
  ],
  ['301 in a question', 'must be less than 301', [actions(button({ confirm: { text: plain(long(301)) } }))]],
  [
    '31 on its button',
    'must be less than 31',
    [actions(button({ confirm: { text: plain('x'), confirm: plain(long(31)) } }))],
  ],
];

describe('refuses blocks as Slack does', () => {
  it.each(BAD)('%s', async (_what, fault, blocks) => {
    const reply = await call(standIn, 'chat.postMessage', { channel, text: 'hi', blocks });
    expect(reply).toMatchObject({ ok: false, error: 'invalid_blocks', status: 200 });
    expect(reply.response_metadata?.messages?.join()).toContain(`[ERROR] ${fault}`);
    const again = await callAsForm(standIn, 'chat.postMessage', {
      channel,
      text: 'hi',
      blocks: JSON.stringify(blocks),
    });
    expect(again.response_metadata).toEqual(reply.response_metadata);
  });

  it.each([
    ['[', 'invalid_blocks_format'],
    ['{}', 'invalid_blocks_format'],
  ])('%s for blocks', async (blocks, error) => {
    expect(await call(standIn, 'chat.postMessage', { channel, text: 'x', blocks })).toMatchObject({ error });
  });

  it('12,001 in all blocks of a message together', async () => {
    const blocks = times(5, (at) => section({ text: plain(long(at === 0 ? 1 : 3000)) }));
    expect(await call(standIn, 'chat.postMessage', { channel, text: 'x', blocks })).toMatchObject({
      error: 'msg_blocks_too_long',
    });
  });
});

describe('takes blocks at their limits', () => {
  const GOOD: readonly [what: string, blocks: object[]][] = [
    ['50 blocks', times(50, () => ({ type: 'divider' }))],
    ['3000 in a section', [section({ text: mrkdwn(long(3000)) })]],
    ['10 fields', [{ type: 'section', fields: times(10, () => plain('x')) }]],
    ['2000 in a field', [section({ fields: [plain(long(2000))] })]],
    ['25 full buttons', [actions(...times(25, () => button({ text: plain(long(75)), value: long(2000) })))]],
    ['150 in a header', [{ type: 'header', text: plain(long(150)) }]],
    ['100 options', [actions(select({ options: times(100, (at) => option({ value: `${at}` })) }))]],
    ['a full option', [actions(select({ options: [option({ text: plain(long(75)), value: long(150) })] }))]],
    ['255 of names', [{ ...actions(button({ action_id: long(255) })), block_id: long(255) }]],
    ['one action in two blocks', [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))]],
    ['12,000 in markdown', [{ type: 'markdown', text: long(12_000) }]],
    [
      'rich text',
      [richText({ type: 'text', text: 'a', style: { bold: true } }, { type: 'link', url: 'https://a.b' })],
    ],
    ['a picture', [{ type: 'image', image_url: 'https://a.b/c.png', alt_text: 'A tree' }]],
    ['a field', [input()]],
  ];
  it.each(GOOD)('%s', async (_what, blocks) => {
    expect(await call(standIn, 'chat.postMessage', { channel, text: 'hi', blocks })).toMatchObject({
      ok: true,
    });
  });
});
