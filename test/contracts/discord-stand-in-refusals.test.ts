import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import {
  AT,
  BAD_MESSAGES,
  button,
  buttons,
  list,
  long,
  options,
  row,
  text,
  v2,
  withRow,
} from './discord-stand-in-bad-messages.ts';
import { call, faultsIn } from './discord-stand-in-call.ts';

let standIn: DiscordStandIn;

beforeAll(async () => {
  standIn = await startDiscordStandIn({ limits: 'off' });
  standIn.guild({ id: '500' }).channel({ id: '501' });
  standIn.user({ id: '11', name: 'Mia' }).joinGuild('500');
});
afterAll(() => standIn.stop());

describe('a message is refused for', () => {
  it.each(BAD_MESSAGES)('%s', async (_name, body, fault) => {
    const refused = await call(standIn, 'POST /channels/501/messages', body);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    expect(faultsIn(refused.body)).toContain(fault);
  });

  it.each([
    ['nothing at all', {}],
    ['spaces', { content: '  ' }],
    ['rows alone', { components: [row(button())] }],
    ['V2 without parts', v2([])],
  ])('%s', async (_name, body) => {
    const refused = await call(standIn, 'POST /channels/501/messages', body);
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 50006, message: 'Cannot send an empty message' },
    });
  });

  it('names every fault at once', async () => {
    const body = {
      content: long(2001),
      components: [row(button({ label: long(81), custom_id: long(101) }))],
    };
    const { body: refused } = await call(standIn, 'POST /channels/501/messages', body);
    expect(faultsIn(refused)).toEqual([
      `${AT}/custom_id BASE_TYPE_BAD_LENGTH`,
      `${AT}/label BASE_TYPE_MAX_LENGTH`,
    ]);
  });
});

describe('a message is taken', () => {
  it.each([
    ['at the limits of the text', { content: long(2000) }],
    [
      'with five rows of five',
      {
        content: 'x',
        components: [0, 1, 2, 3, 4].map((one) =>
          row(...buttons(5).map((b, i) => ({ ...b, custom_id: `${one}${i}` }))),
        ),
      },
    ],
    ['with 25 options', withRow(list({ options: options(25), max_values: 25 }))],
    ['of V2 at its limits', v2([text(long(4000)), ...Array.from({ length: 39 }, () => ({ type: 14 }))])],
    ['with what clients always send', { content: 'x', tts: false, enforce_nonce: false, nonce: null }],
    [
      'with fields of null',
      { content: 'x', embeds: null, components: null, allowed_mentions: null, flags: null },
    ],
  ])('%s', async (_name, body) => {
    expect(await call(standIn, 'POST /channels/501/messages', body)).toMatchObject({ status: 200 });
  });

  it('with fields that nobody knows, which are only noted', async () => {
    standIn.journal.clear();
    const body = { content: 'x', colour: 'red', components: [row(button({ size: 3 }))] };
    expect(await call(standIn, 'POST /channels/501/messages', body)).toMatchObject({ status: 200 });
    expect(standIn.journal.warnings()).toEqual([
      'unknown field /colour of POST /channels/:channel/messages was ignored',
      'unknown field /components/0/components/0/size of POST /channels/:channel/messages was ignored',
    ]);
  });
});
