import { describe, expect, test } from 'vitest';
import { writeCarried } from '../../bots/slack/carried.ts';
import { expectKeepable, shakenEverywhere } from './keepable.ts';
import { command, event, incoming, now, press, read, shared } from './slack-bodies.ts';

describe('what no id of Slack looks like', () => {
  const NOT_IDS = ['\u0000', 'a\u0000b', '\ud800', '/\u0000', ' \n\t ', 'U1\u202e', ''];

  test.each(NOT_IDS)('passes over an event that goes by %j', (id) => {
    expect(read(event({ text: 'x' }, id))).toBeUndefined();
    expect(read({ ...event({ text: 'x' }), team_id: id })).toBeUndefined();
    expect(read(event({ text: 'x', user: id }))).toBeUndefined();
    expect(read(event({ type: 'app_home_opened', tab: 'home', user: id }))).toBeUndefined();
  });

  test.each(NOT_IDS)('passes over a command that goes by %j', (id) => {
    for (const name of ['trigger_id', 'user_id', 'team_id', 'channel_id'])
      expect([name, read({ ...command('help'), [name]: id })]).toEqual([name, undefined]);
  });

  test.each(NOT_IDS)('passes over a press that goes by %j', (id) => {
    const more = [{ trigger_id: id }, { user: { id } }, { team: { id } }, { channel: { id } }];
    for (const changed of more)
      expect([changed, read(press({ value: 'b-1' }, changed))]).toEqual([changed, undefined]);
  });

  test('is kept out of the address for an answer, and out of the mark of a message', () => {
    const channel = { channel: { id: 'C1' }, container: { is_ephemeral: true } };
    expect(
      read(press({ value: 'b-1' }, { ...channel, response_url: 'https://x.test/\u0000' })),
    ).toBeUndefined();
    expect(incoming(press({ value: 'b-1', block_id: '\u0000.1' }, channel)).reply?.handle).toEqual({
      responseUrl: 'https://hooks.slack.com/actions/1',
    });
  });
});

test('whatever stands in any part of what is signed, it is read or passed over, and what is read can be kept', () => {
  const place = { id: 'C1', name: 'general' };
  const carried = writeCarried('f-1', {
    place,
    reply: { handle: { responseUrl: 'https://x.test' }, until: now },
  });
  const wholes: object[] = [
    event({
      text: 'hello',
      files: [{ mimetype: 'audio/webm', subtype: 'slack_audio' }],
      blocks: [{ type: 'x' }],
    }),
    event({ type: 'app_home_opened', tab: 'home' }),
    command('book now', shared),
    press({ value: 'b-1', block_id: 'row.1' }, { channel: place, container: { is_ephemeral: true } }),
    {
      type: 'view_submission',
      user: { id: 'U1', team_id: 'T1' },
      team: { id: 'T1' },
      trigger_id: '1.4.abc',
      view: {
        callback_id: 'sheet',
        private_metadata: carried,
        state: { values: { 'w:a': { answer: { value: 'x' } } } },
        blocks: [{ block_id: 'w:a', element: { initial_value: 'x' } }],
      },
    },
  ];
  const looked = wholes.flatMap(shakenEverywhere).map(({ at, shaken }) => {
    const found = read(shaken);
    if (found?.is === 'act') expect(() => expectKeepable(found.incoming), at).not.toThrow();
    return found?.is;
  });
  expect(new Set(looked)).toEqual(new Set(['act', undefined]));
});

test('what a sheet carries along is read only where it can be kept', () => {
  const sheet = (more: object) => ({
    ...{ type: 'view_submission', user: { id: 'U1' }, team: { id: 'T1' }, trigger_id: '1.4.abc' },
    view: { callback_id: 'sheet', private_metadata: JSON.stringify({ token: 'f-1', ...more }), state: {} },
  });
  expect(read(sheet({}))).toBeDefined();
  const until = now.toString();
  for (const more of [
    { place: { id: 'C\u0000' } },
    { reply: { handle: { responseUrl: 'https://x.test/\u0000' }, until } },
    { reply: { handle: { responseUrl: 'https://x.test', on: '\ud800' }, until } },
    { reply: { handle: ['\u0000'], until } },
  ])
    expect([more, read(sheet(more))]).toEqual([more, undefined]);
});
