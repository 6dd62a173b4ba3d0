import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import type { VirtualUser } from '../../bots/rehearsal/slack/virtual-user.ts';
import { formView } from './slack-stand-in-bot.ts';
import { call, fieldOf, long, plain, textIn } from './slack-stand-in-call.ts';

let standIn: SlackStandIn;
let mia: VirtualUser;
let now = Date.parse('2026-03-02T10:00:00Z');

beforeAll(async () => {
  standIn = await startSlackStandIn({ limits: 'off', now: () => now, ackTimeoutMs: 20 });
  mia = standIn.user({ name: 'Mia' });
});
afterAll(() => standIn.stop());

/** The trigger of the newest thing that somebody did; nobody listens, but the permission is given all the same. */
function newestTrigger(): string {
  return textIn(standIn.journal.envelopes().at(-1)?.payload ?? {}, 'trigger_id');
}

function newTrigger(): string {
  mia.command('/mentoring').catch(() => {});
  return newestTrigger();
}

const home = (text = 'Hello') => ({ type: 'home', blocks: [{ type: 'header', text: plain(text) }] });

describe('the permission to open a form', () => {
  it('is needed', async () => {
    expect(await call(standIn, 'views.open', { trigger_id: '1.2.3', view: formView('A') })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it('lasts three seconds', async () => {
    const trigger_id = newTrigger();
    now += 3001;
    expect(await call(standIn, 'views.open', { trigger_id, view: formView('A') })).toMatchObject({
      error: 'expired_trigger_id',
    });
    const fresh = newTrigger();
    now += 3000;
    expect(await call(standIn, 'views.open', { trigger_id: fresh, view: formView('A') })).toMatchObject({
      ok: true,
    });
  });

  it('is good for once', async () => {
    const trigger_id = newTrigger();
    const bad = { ...formView('A'), title: plain(long(25)) };
    expect(await call(standIn, 'views.open', { trigger_id, view: bad })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await call(standIn, 'views.open', { trigger_id, view: formView('A') })).toMatchObject({
      ok: true,
    });
    expect(await call(standIn, 'views.open', { trigger_id, view: formView('A') })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
  });
});

describe('a form', () => {
  let trigger_id: string;
  beforeEach(() => {
    trigger_id = newTrigger();
  });

  const divider = { type: 'divider' };
  const twin = (id: string) => ({ ...divider, block_id: id });
  const bad: readonly [what: string, fault: string, change: object][] = [
    ['25 in the title', 'must be less than 25', { title: plain(long(25)) }],
    ['25 on the button to send', 'must be less than 25', { submit: plain(long(25)) }],
    ['25 on the button to close', 'must be less than 25', { close: plain(long(25)) }],
    ['no title', 'missing required field: title', { title: undefined }],
    ['101 blocks', 'no more than 100 items', { blocks: Array.from({ length: 101 }, () => divider) }],
    ['3001 kept aside', 'must be less than 3001', { private_metadata: long(3001) }],
    ['256 of a name', 'must be less than 256', { callback_id: long(256) }],
    ['256 of another name', 'must be less than 256', { external_id: long(256) }],
    ['no button to send', 'must define `submit`', { submit: undefined }],
    ['an unknown field', 'invalid additional property', { colour: 'red' }],
    ['one block twice', 'block_id must be unique', { blocks: [twin('a'), twin('a')] }],
    ['markdown', 'unsupported type: markdown', { blocks: [{ type: 'markdown', text: 'x' }] }],
    ['a wrong kind', 'must be modal', { type: 'home' }],
    [
      'a label of 2001',
      'must be less than 2001',
      {
        blocks: [{ type: 'input', label: plain(long(2001)), element: { type: 'plain_text_input' } }],
      },
    ],
    [
      'a longest of 3001',
      'must be <= 3000',
      {
        blocks: [
          { type: 'input', label: plain('x'), element: { type: 'plain_text_input', max_length: 3001 } },
        ],
      },
    ],
    [
      'a shortest above the longest',
      'min_length must not be greater',
      {
        blocks: [
          {
            type: 'input',
            label: plain('x'),
            element: { type: 'plain_text_input', min_length: 9, max_length: 3 },
          },
        ],
      },
    ],
  ];
  it.each(bad)('is refused with %s', async (_what, fault, change) => {
    const reply = await call(standIn, 'views.open', { trigger_id, view: { ...formView('A'), ...change } });
    expect(reply.error).toBe('invalid_arguments');
    expect(reply.response_metadata?.messages?.join()).toContain(fault);
  });

  it.each([
    [undefined, 'missing required field: view'],
    ['{', 'must be a valid JSON'],
    [{ ...formView('A'), blocks: 'none' }, 'must be a array'],
  ])('is refused as %j', async (view, fault) => {
    const reply = await call(standIn, 'views.open', { trigger_id, view });
    expect(reply.response_metadata?.messages?.join()).toContain(fault);
  });

  it('is refused when it is too large', async () => {
    const text = { type: 'plain_text', text: long(3000) };
    const view = { ...formView('A'), blocks: Array.from({ length: 90 }, () => ({ type: 'section', text })) };
    expect(await call(standIn, 'views.open', { trigger_id, view })).toMatchObject({
      error: 'view_too_large',
    });
  });

  it('is taken at its limits', async () => {
    const view = {
      ...formView(long(24)),
      submit: plain(long(24)),
      close: plain(long(24)),
      private_metadata: long(3000),
      blocks: Array.from({ length: 100 }, () => divider),
    };
    expect(await call(standIn, 'views.open', { trigger_id, view })).toMatchObject({ ok: true });
    expect(mia.modal()).toMatchObject({ title: long(24), close: long(24) });
  });

  it('changes where nobody else has changed it', async () => {
    const opened = await call(standIn, 'views.open', { trigger_id, view: formView('A') });
    const view_id = textIn(opened, 'view', 'id');
    const hash = textIn(opened, 'view', 'hash');
    const change = (title: string, more: object) =>
      call(standIn, 'views.update', { view_id, view: formView(title), ...more });
    mia.fillIn({ 'Your name': 'Mia' });
    expect(await change('B', { hash })).toMatchObject({ ok: true });
    expect(mia.modal()).toMatchObject({ title: 'B', inputs: [{ value: 'Mia' }] });
    expect(await change('C', { hash })).toMatchObject({ error: 'hash_conflict' });
    expect(mia.modal()?.title).toBe('B');
    expect(await change('C', { view_id: 'V0NONE' })).toMatchObject({ error: 'not_found' });
    expect(await call(standIn, 'views.update', { view: formView('C') })).toMatchObject({
      error: 'invalid_arguments',
    });
    await mia.closeModal();
    expect(standIn.journal.envelopes().at(-1)?.payload).toMatchObject({ type: 'view_closed' });
    expect(await change('C', {})).toMatchObject({ error: 'not_found' });
  });

  it('goes by a name that is its own', async () => {
    const view = { ...formView('A'), external_id: 'mine' };
    await call(standIn, 'views.open', { trigger_id, view });
    expect(await call(standIn, 'views.open', { trigger_id: newTrigger(), view })).toMatchObject({
      error: 'duplicate_external_id',
    });
    expect(await call(standIn, 'views.update', { external_id: 'mine', view })).toMatchObject({ ok: true });
  });

  it('lies three deep at most', async () => {
    const pressable = {
      ...formView('A'),
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'on', text: plain('On') }] }],
    };
    expect(await call(standIn, 'views.push', { trigger_id, view: pressable })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    await call(standIn, 'views.open', { trigger_id, view: pressable });
    for (const expected of [{ ok: true }, { ok: true }, { error: 'push_limit_reached' }]) {
      mia.pressModal('On');
      expect(
        await call(standIn, 'views.push', { trigger_id: newestTrigger(), view: pressable }),
      ).toMatchObject(expected);
    }
    expect(mia.modal()?.depth).toBe(3);
  });
});

describe('the Home tab', () => {
  it('is published for one person', async () => {
    const bo = standIn.user({ name: 'Bo' });
    const published = await call(standIn, 'views.publish', { user_id: bo.id, view: home() });
    expect(published).toMatchObject({ ok: true, view: { type: 'home', state: { values: {} } } });
    expect(bo.home()?.text).toBe('Hello');
    expect(mia.home()).toBeUndefined();
    const hash = fieldOf(published, 'view', 'hash');
    expect(await call(standIn, 'views.publish', { user_id: bo.id, view: home('New'), hash })).toMatchObject({
      ok: true,
    });
    expect(await call(standIn, 'views.publish', { user_id: bo.id, view: home('Old'), hash })).toMatchObject({
      error: 'hash_conflict',
    });
    expect(bo.home()?.text).toBe('New');
  });

  it('holds 100 blocks', async () => {
    const view = (count: number) => ({
      type: 'home',
      blocks: Array.from({ length: count }, () => ({ type: 'divider' })),
    });
    expect(await call(standIn, 'views.publish', { user_id: mia.id, view: view(100) })).toMatchObject({
      ok: true,
    });
    const reply = await call(standIn, 'views.publish', { user_id: mia.id, view: view(101) });
    expect(reply).toMatchObject({ error: 'invalid_arguments' });
    expect(reply.response_metadata?.messages).toEqual([
      '[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]',
    ]);
  });
});
