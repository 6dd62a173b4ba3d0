import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import type { VirtualUser } from '../../bots/rehearsal/slack/virtual-user.ts';
import { call, long, plain, textIn } from './slack-stand-in-call.ts';

let standIn: SlackStandIn;
let mia: VirtualUser;
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-03-02T10:00:00Z');
  standIn = await startSlackStandIn({ limits: 'off', now: () => now, ackTimeoutMs: 10 });
  mia = standIn.user({ name: 'Mia' });
});
afterEach(() => standIn.stop());

/** The address that came with the newest thing somebody did. */
function newestAddress(): string {
  return textIn(standIn.journal.envelopes().at(-1)?.payload ?? {}, 'response_url');
}

async function answer(address: string, body: object): Promise<{ status: number; words: string }> {
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, words: await response.text() };
}

const card = (channel: string) => ({
  channel,
  text: 'Coming?',
  blocks: [
    { type: 'actions', elements: [{ type: 'button', action_id: 'yes', value: '1', text: plain('Yes') }] },
  ],
});

describe('an address for answers', () => {
  it('is good five times', async () => {
    mia.command('/mentoring').catch(() => {});
    const address = newestAddress();
    for (let count = 1; count <= 5; count += 1) {
      expect(await answer(address, { text: `Answer ${count}` })).toMatchObject({ status: 200 });
    }
    const sixth = await answer(address, { text: 'Answer 6' });
    expect(sixth).toMatchObject({ status: 404, words: expect.stringContaining('used_url') });
    expect(mia.see().filter(({ from }) => from.isBot)).toHaveLength(5);
  });

  it('is good for thirty minutes', async () => {
    mia.command('/mentoring').catch(() => {});
    const address = newestAddress();
    now += 30 * 60_000;
    expect(await answer(address, { text: 'In time' })).toMatchObject({ status: 200 });
    now += 1;
    const late = await answer(address, { text: 'Late' });
    expect(late).toMatchObject({ status: 404, words: expect.stringContaining('expired_url') });
    expect(await answer(`${standIn.url}/actions/none`, { text: 'x' })).toMatchObject({ status: 404 });
  });

  it('answers the person alone, or everybody', async () => {
    const channel = standIn.channel({ name: 'general' });
    mia
      .inChannel(channel)
      .command('/mentoring')
      .catch(() => {});
    await answer(newestAddress(), { text: 'For you' });
    await answer(newestAddress(), { text: 'For all', response_type: 'in_channel' });
    expect(channel.messages.map(({ text }) => text)).toEqual(['For all']);
    expect(
      mia
        .inChannel(channel)
        .see()
        .filter(({ from }) => from.isBot)
        .map((shown) => [shown.text, shown.isEphemeral]),
    ).toEqual([
      ['For you', true],
      ['For all', false],
    ]);
  });

  it('replaces and deletes what was pressed, also what one person alone saw', async () => {
    const channel = standIn.channel({ name: 'general' });
    const here = mia.inChannel(channel);
    await call(standIn, 'chat.postMessage', card(channel.id));
    here.press('Yes');
    const onAll = newestAddress();
    await answer(onAll, { text: 'Thank you', replace_original: true });
    expect(channel.messages).toMatchObject([{ text: 'Thank you', isEdited: true, buttons: [] }]);
    await call(standIn, 'chat.postEphemeral', { ...card(channel.id), user: mia.id });
    here.press('Yes');
    const onOwn = newestAddress();
    const payload = standIn.journal.envelopes().at(-1)?.payload;
    expect(payload).toMatchObject({ container: { is_ephemeral: true } });
    expect(payload).not.toHaveProperty('message');
    await answer(onOwn, { text: 'Yours', replace_original: true });
    expect(here.last()).toMatchObject({ text: 'Yours', isEphemeral: true });
    await answer(onOwn, { delete_original: true });
    await answer(onAll, { delete_original: true });
    expect(here.see()).toEqual([]);
    expect(await answer(onAll, { delete_original: true })).toMatchObject({ status: 400 });
  });

  it.each([
    [{}, 'no_text'],
    [{ text: long(40_001) }, 'msg_too_long'],
    [{ text: 'x', blocks: [{ type: 'header', text: plain(long(151)) }] }, 'invalid_blocks'],
    [{ text: 'x', response_type: 'everywhere' }, 'invalid_response_type'],
    [{ text: 'x', replace_original: true }, 'message_not_found'],
  ])('refuses what a message could not be either (%#)', async (body, error) => {
    mia.command('/mentoring').catch(() => {});
    const reply = await answer(newestAddress(), body);
    expect(reply).toMatchObject({ status: 400, words: expect.stringContaining(error) });
    expect(await answer(newestAddress(), { text: 'That cost nothing' })).toMatchObject({ status: 200 });
  });
});

describe('a message of the bot', () => {
  it('changes in place and goes', async () => {
    const posted = await call(standIn, 'chat.postMessage', card(mia.channel));
    const ts = textIn(posted, 'ts');
    const mark = mia.mark();
    await call(standIn, 'chat.update', { channel: mia.channel, ts, text: 'Moved' });
    expect(mia.last()).toMatchObject({ fallback: 'Moved', isEdited: true, buttons: [[{ label: 'Yes' }]] });
    await call(standIn, 'chat.update', { channel: mia.channel, ts, text: 'Moved', blocks: [] });
    expect(mia.last()).toMatchObject({ text: 'Moved', buttons: [] });
    expect(mia.last()?.revision).toBeGreaterThan(mark);
    await call(standIn, 'chat.delete', { channel: mia.channel, ts });
    expect(mia.see()).toEqual([]);
    const subtypes = standIn.journal
      .envelopes('events_api')
      .map(({ payload }) => JSON.stringify(payload).match(/"subtype":"(\w+)"/)?.[1]);
    expect(subtypes).toEqual([undefined, 'message_changed', 'message_changed', 'message_deleted']);
  });

  it('appears when its time has come', async () => {
    const post_at = now / 1000 + 60;
    await call(standIn, 'chat.scheduleMessage', { channel: mia.channel, text: 'Soon', post_at });
    const other = await call(standIn, 'chat.scheduleMessage', { channel: mia.channel, text: 'No', post_at });
    const scheduled_message_id = textIn(other, 'scheduled_message_id');
    const forget = () =>
      call(standIn, 'chat.deleteScheduledMessage', { channel: mia.channel, scheduled_message_id });
    expect(await forget()).toMatchObject({ ok: true });
    expect(await forget()).toMatchObject({ error: 'invalid_scheduled_message_id' });
    now += 59_000;
    expect(mia.see()).toEqual([]);
    now += 1000;
    expect(mia.see().map(({ text }) => text)).toEqual(['Soon']);
  });

  it('can be pressed as it was, and by a forger', async () => {
    const posted = await call(standIn, 'chat.postMessage', card(mia.channel));
    const seen = mia.last();
    if (!seen) throw new Error('Nothing was shown');
    const ts = textIn(posted, 'ts');
    await call(standIn, 'chat.update', { channel: mia.channel, ts, text: 'Moved', blocks: [] });
    expect(() => mia.press('Yes')).toThrow('sees no “Yes”');
    expect(mia.press('Yes', { message: seen })).toMatchObject({ actionId: 'yes', value: '1' });
    expect(mia.pressData('no', 'forged')).toMatchObject({ actionId: 'no', value: 'forged' });
    expect(standIn.journal.envelopes().at(-1)?.payload).toMatchObject({
      actions: [{ type: 'button', action_id: 'no', value: 'forged' }],
    });
  });

  it('carries what is chosen in it', async () => {
    const option = (label: string) => ({ text: plain(label), value: label.toLowerCase() });
    const options = [option('Tea'), option('Salt & Vinegar')];
    const element = { type: 'static_select', action_id: 'drink', placeholder: plain('Pick one'), options };
    const blocks = [{ type: 'actions', block_id: 'b', elements: [element] }];
    await call(standIn, 'chat.postMessage', { channel: mia.channel, text: 'Which?', blocks });
    expect(mia.last()?.selects).toMatchObject([{ label: 'Pick one', chosen: [] }]);
    mia.choose('Salt & Vinegar');
    expect(standIn.journal.envelopes().at(-1)?.payload).toMatchObject({
      actions: [{ action_id: 'drink', selected_option: { value: 'salt & vinegar' } }],
      state: { values: { b: { drink: { selected_option: { value: 'salt & vinegar' } } } } },
    });
    expect(mia.last()?.selects).toMatchObject([{ chosen: ['Salt & Vinegar'] }]);
    expect(() => mia.choose('Coffee')).toThrow('sees no “Coffee”');
  });
});
