import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { slackBot } from '../../bots/slack/slack-bot.ts';
import type { Address, Channel, Sent, Shown } from '../../core/index.ts';

let slack: SlackStandIn;
let channel: Channel;
let me: () => Promise<unknown>;

beforeAll(async () => {
  slack = await startSlackStandIn({ limits: 'off' });
  const bot = slackBot({
    botToken: slack.botToken,
    apiRoot: `${slack.url}/api`,
    now: () => Temporal.Instant.from('2026-11-23T09:00:00Z'),
    onFault: () => undefined,
  });
  channel = bot.channel;
  me = bot.me;
});
afterAll(() => slack.stop());

const say = (...paragraphs: string[]): Shown => ({
  paragraphs,
  buttons: [[{ label: 'Home', token: 'b-1' }]],
});
const to = (chatId: string, reply?: Address['reply']): Address => ({
  platform: 'slack',
  tenant: slack.teamId,
  chatId,
  ...(reply === undefined ? {} : { reply }),
});
function refOf(sent: Sent) {
  if (sent.is !== 'sent') throw new Error(`It was not sent: ${JSON.stringify(sent)}`);
  return sent.ref;
}

describe('a message', () => {
  it('is sent, and edited where it stands', async () => {
    const mia = slack.user({ name: 'Mia' });
    const ref = refOf(await channel.send(to(mia.id), say('Hello <!channel>'), 'row-1'));
    expect(mia.last()).toMatchObject({ text: 'Hello <!channel>', mentions: [], formats: [] });
    expect(ref).toEqual({ channel: mia.channel, ts: mia.last()?.ts });
    expect(await channel.edit(to(mia.id), ref, say('Goodbye @here *all*'))).toEqual({ is: 'sent', ref });
    expect(mia.see()).toMatchObject([
      { text: 'Goodbye @here *all*', isEdited: true, mentions: [], links: [] },
    ]);
    const sent = slack.journal.requests('chat.postMessage')[0]?.params;
    expect(sent).toMatchObject({
      parse: 'none',
      link_names: 'false',
      mrkdwn: 'false',
      unfurl_links: 'false',
    });
    expect(slack.journal.requests('chat.update')[0]?.params).toMatchObject({
      parse: 'none',
      link_names: 'false',
    });
  });

  it('that is long is several, and one that no longer fits one is shown anew', async () => {
    const bo = slack.user({ name: 'Bo' });
    const ref = refOf(await channel.send(to(bo.id), say('word '.repeat(2000)), 'row-2'));
    expect(bo.see().length).toBeGreaterThan(1);
    expect(ref).toMatchObject({ ts: bo.last()?.ts });
    expect(bo.last()?.buttons.flat()).toHaveLength(1);
    expect(await channel.edit(to(bo.id), ref, say('word '.repeat(2000)))).toEqual({ is: 'gone-message' });
  });

  it('goes on from the part that failed', async () => {
    const cleo = slack.user({ name: 'Cleo' });
    const long = say(...Array.from({ length: 9 }, (_, index) => `${index}: ${'word '.repeat(200)}`));
    slack.faults.next({ kind: '500', method: 'chat.postMessage', after: 1 });
    expect(await channel.send(to(cleo.id), long, 'row-long')).toMatchObject({ is: 'later' });
    expect(cleo.see()).toHaveLength(1);
    refOf(await channel.send(to(cleo.id), long, 'row-long'));
    const texts = cleo.see().map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    for (let index = 0; index < 9; index += 1)
      expect(texts.filter((each) => each?.includes(`${index}: word`))).toHaveLength(1);
    // Another message of the same words is another message.
    refOf(await channel.send(to(cleo.id), long, 'row-longer'));
    expect(cleo.see()).toHaveLength(2 * texts.length);
  });

  it('brings a file along', async () => {
    const ash = slack.user({ name: 'Ash' });
    const bytes = new TextEncoder().encode('BEGIN:VCALENDAR');
    const file = { name: 'meeting.ics', type: 'text/calendar', bytes };
    await channel.send(to(ash.id), { ...say('Here it is'), file }, 'row-3');
    const [words, sent] = ash.see();
    expect(words?.text).toBe('Here it is');
    expect(sent?.files).toMatchObject([{ name: 'meeting.ics', size: bytes.length }]);
    expect(slack.file(sent?.files[0]?.id ?? '')?.toString()).toBe('BEGIN:VCALENDAR');
    await channel.send(to(ash.id), { paragraphs: [], buttons: [], file }, 'row-4');
    expect(ash.see()).toHaveLength(3);
  });

  it('stands on the front page', async () => {
    const mia = slack.user({ name: 'Mia' });
    expect(await channel.front?.(to(mia.id), say('Your board'))).toMatchObject({ is: 'sent' });
    expect(mia.home()?.text).toBe('Your board');
  });
});

describe('an answer that only one person sees', () => {
  const responseUrlOf = async (name: string) => {
    const person = slack.user({ name });
    const here = person.inChannel(slack.channel({ name: 'general' }));
    await here.command('/mentoring', 'x');
    const payload = slack.journal.entries.findLast((entry) => entry.kind === 'envelope')?.payload;
    return { person, here, responseUrl: String(payload?.['response_url']) };
  };

  it('is shown where they asked, five times, then in their direct messages', async () => {
    const { person, here, responseUrl } = await responseUrlOf('Cem');
    for (let times = 0; times < 5; times += 1) {
      const ref = refOf(
        await channel.send(to(person.id, { responseUrl }), say(`Answer ${times}`), `row-${times}`),
      );
      expect(ref).toEqual({ ephemeral: `row-${times}` });
    }
    expect(here.last()).toMatchObject({ text: 'Answer 4', isEphemeral: true, mentions: [] });
    refOf(await channel.send(to(person.id, { responseUrl }), say('Answer 5'), 'row-5'));
    expect(person.last()?.text).toBe('Answer 5');
    expect(slack.journal.requests('response_url')).toHaveLength(5);
  });

  it('is shown whole in one place, and asks no address too often', async () => {
    const { person, here, responseUrl } = await responseUrlOf('Hal');
    const before = slack.journal.requests('response_url').length;
    const asked = () => slack.journal.requests('response_url').length - before;
    for (let times = 0; times < 4; times += 1)
      await channel.send(to(person.id, { responseUrl }), say(`Answer ${times}`), `row-${times}`);
    refOf(await channel.send(to(person.id, { responseUrl }), say('word '.repeat(1000)), 'row-4'));
    expect(asked()).toBe(4);
    expect(person.see().length).toBeGreaterThan(1);
    expect(here.last()?.text).toBe('Answer 3');
    await channel.send(to(person.id, { responseUrl }), say('Answer 5'), 'row-5');
    const pressed = { responseUrl, on: 'row-5' };
    expect(await channel.edit(to(person.id, pressed), { ephemeral: 'row-5' }, say('x'))).toEqual({
      is: 'gone-message',
    });
    expect(asked()).toBe(5);
  });

  it('goes to their direct messages when the address leads nowhere any more', async () => {
    const { person } = await responseUrlOf('Dee');
    const responseUrl = `${slack.url}/actions/unknown`;
    refOf(await channel.send(to(person.id, { responseUrl }), say('Hello'), 'row-1'));
    expect(person.last()?.text).toBe('Hello');
  });

  it('changes by what is pressed on it, and by nothing else', async () => {
    const { person, here, responseUrl } = await responseUrlOf('Eva');
    const ref = refOf(await channel.send(to(person.id, { responseUrl }), say('Before'), 'row-9'));
    expect(await channel.edit(to(person.id), ref, say('After'))).toEqual({ is: 'gone-message' });
    here.press('Home');
    const payload = slack.journal.entries.findLast((entry) => entry.kind === 'envelope')?.payload;
    const pressed = { responseUrl: String(payload?.['response_url']), on: 'row-9' };
    expect(await channel.edit(to(person.id, { ...pressed, on: 'row-8' }), ref, say('After'))).toEqual({
      is: 'gone-message',
    });
    expect(await channel.edit(to(person.id, pressed), ref, say('After'))).toEqual({ is: 'sent', ref });
    expect(here.see().map(({ text }) => text)).toContain('After');
    expect(here.see().map(({ text }) => text)).not.toContain('Before');
  });
});

describe('what Slack says', () => {
  const sent = async (name = 'Fay') => channel.send(to(slack.user({ name }).id), say('Hello'), 'row-1');

  it.each([
    ['channel_not_found', { is: 'unreachable', why: 'slack-channel_not_found' }],
    ['is_archived', { is: 'unreachable', why: 'slack-is_archived' }],
    ['messages_tab_disabled', { is: 'unreachable', why: 'slack-messages_tab_disabled' }],
    ['restricted_action', { is: 'unreachable', why: 'slack-restricted_action' }],
    ['token_revoked', { is: 'later', why: 'slack-token_revoked' }],
    ['fatal_error', { is: 'later', why: 'slack-fatal_error' }],
    ['invalid_blocks', { is: 'refused', why: 'slack-invalid_blocks' }],
    ['msg_too_long', { is: 'refused', why: 'slack-msg_too_long' }],
    ['message_not_found', { is: 'gone-message' }],
  ])('%s is understood', async (error, meant) => {
    slack.faults.next({ kind: 'error', error, method: 'chat.postMessage' });
    expect(await sent()).toEqual(meant);
  });

  it('waits as long as it is told to, and asks only once', async () => {
    const before = slack.journal.requests('chat.postMessage').length;
    slack.faults.next({ kind: '429', retryAfter: 7 });
    expect(await sent()).toEqual({ is: 'wait', seconds: 7 });
    slack.faults.next({ kind: '500' });
    expect(await sent()).toEqual({ is: 'later', why: 'slack-500' });
    slack.faults.next({ kind: 'cut-before' });
    expect(await sent()).toEqual({ is: 'later', why: 'no-connection' });
    expect(slack.journal.requests('chat.postMessage').length - before).toBe(3);
  });

  it('knows a person who is gone from a bot that is', async () => {
    slack.user({ name: 'Gil' }).deactivate();
    expect(await sent('Gil')).toEqual({ is: 'unreachable', why: 'slack-account_inactive' });
    slack.faults.next({ kind: 'error', error: 'account_inactive', times: 2 });
    expect(await sent()).toEqual({ is: 'later', why: 'slack-bot-inactive' });
  });

  it('explains a token that Slack does not take', async () => {
    slack.faults.next({ kind: 'error', error: 'invalid_auth', method: 'auth.test' });
    await expect(me()).rejects.toThrow('SLACK_BOT_TOKEN');
    await expect(me()).resolves.toMatchObject({ teamId: slack.teamId });
  });
});
