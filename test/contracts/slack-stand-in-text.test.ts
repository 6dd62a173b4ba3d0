import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shown } from '../../bots/rehearsal/slack/shown.ts';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import type { VirtualUser } from '../../bots/rehearsal/slack/virtual-user.ts';
import { call, mrkdwn, plain } from './slack-stand-in-call.ts';

const NOON = Date.parse('2026-07-01T12:00:00Z') / 1000;
const HOSTILE =
  '<!channel> <@U0MIA> <#C0GEN> <https://evil.example|safe> *bold* _it_ `c` https://a.b me@a.com';

let standIn: SlackStandIn;
let mia: VirtualUser;

beforeAll(async () => {
  standIn = await startSlackStandIn({ limits: 'off', now: () => (NOON - 3600) * 1000 });
  mia = standIn.user({ id: 'U0MIA', name: 'Mia', uses24Hours: true });
  standIn.channel({ id: 'C0GEN', name: 'general' });
});
afterAll(() => standIn.stop());

async function show(message: object): Promise<Shown> {
  const reply = await call(standIn, 'chat.postMessage', { channel: mia.channel, ...message });
  expect(reply).toMatchObject({ ok: true });
  const shown = mia.last();
  if (!shown) throw new Error('Nothing was shown');
  return shown;
}

const section = (text: object) => ({ text: 'x', blocks: [{ type: 'section', text }] });
const rich = (...elements: object[]) => ({
  text: 'x',
  blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
});

describe('works out what a text in Slack’s markup does', () => {
  const cases: [source: string, plain: string, does: object][] = [
    ['a &amp; b &lt;c&gt; &quot;', 'a & b <c> &quot;', { mentions: [], links: [], formats: [] }],
    ['<!channel>', '@channel', { mentions: [{ kind: 'broadcast', target: 'channel' }] }],
    ['<!here|all>', '@here', { mentions: [{ kind: 'broadcast', target: 'here' }] }],
    ['<!subteam^S12>', '@S12', { mentions: [{ kind: 'group', target: 'S12' }] }],
    ['<@U0MIA>', '@Mia', { mentions: [{ kind: 'user', target: 'U0MIA' }] }],
    ['<@U0NO|her>', '@her', { mentions: [{ kind: 'user', target: 'U0NO' }] }],
    ['<#C0GEN>', '#general', { mentions: [{ kind: 'channel', target: 'C0GEN' }] }],
    [
      '<https://a.b/?x&amp;y|here>',
      'here',
      { links: [{ url: 'https://a.b/?x&y', label: 'here', isAutomatic: false }] },
    ],
    ['<mailto:a@b.c|Ann>', 'Ann', { links: [{ url: 'mailto:a@b.c', label: 'Ann', isAutomatic: false }] }],
    ['&lt;!channel&gt; &lt;https://a&gt;', '<!channel> <https://a>', { mentions: [] }],
    ['<no such thing>', '<no such thing>', { mentions: [], links: [] }],
    [
      'see https://a.b/c.',
      'see https://a.b/c.',
      { links: [{ url: 'https://a.b/c', label: 'https://a.b/c', isAutomatic: true }] },
    ],
    [
      'ask me@example.com!',
      'ask me@example.com!',
      { links: [{ url: 'mailto:me@example.com', label: 'me@example.com', isAutomatic: true }] },
    ],
    [
      'go to example.org',
      'go to example.org',
      { links: [{ url: 'http://example.org', label: 'example.org', isAutomatic: true }] },
    ],
    ['half.past or e.g. this', 'half.past or e.g. this', { links: [] }],
    ['*bold* _it_ ~gone~ `c`', 'bold it gone c', { formats: ['code', 'bold', 'italic', 'strike'] }],
    ['2*3*4 a_b_c * x *', '2*3*4 a_b_c * x *', { formats: [] }],
    ['```a\nb```', 'a\nb', { formats: ['preformatted'] }],
    ['&gt; said', 'said', { formats: ['quote'] }],
    ['well :tada: at 10:30:15', 'well :tada: at 10:30:15', { formats: ['emoji'] }],
  ];
  it.each(cases)('%j', async (source, words, does) => {
    expect(await show({ text: source })).toMatchObject({ text: words, ...does });
  });

  it('looks for names in a text object that does not forbid it', async () => {
    const source = '@here #general #other';
    expect((await show(section(mrkdwn(source)))).mentions).toEqual([
      { kind: 'broadcast', target: 'here' },
      { kind: 'channel', target: 'C0GEN' },
    ]);
    expect(await show(section({ ...mrkdwn(`${source} https://a.b`), verbatim: true }))).toMatchObject({
      mentions: [],
      links: [],
    });
    expect((await show({ text: source })).mentions).toEqual([]);
    expect((await show({ text: source, link_names: true })).mentions).toHaveLength(2);
    expect((await show({ text: 'https://a.b', parse: 'none' })).links).toEqual([]);
  });

  it('counts whom the text calls even where blocks stand in its place', async () => {
    expect(await show({ ...section(plain('x')), text: '<!here> https://a.b' })).toMatchObject({
      text: 'x',
      mentions: [{ target: 'here' }],
      links: [],
    });
  });
});

describe('finds nothing in words that are shown as they are', () => {
  it('as plain text', async () => {
    const shown = await show(section({ ...plain(HOSTILE), emoji: false }));
    expect(shown).toMatchObject({ text: HOSTILE, mentions: [], links: [], formats: [] });
  });

  it('as words of rich text', async () => {
    const shown = await show(rich({ type: 'text', text: HOSTILE }));
    expect(shown).toMatchObject({ text: HOSTILE, mentions: [], links: [], formats: [] });
  });

  it('but much in the elements of rich text', async () => {
    const shown = await show(
      rich(
        { type: 'broadcast', range: 'channel' },
        { type: 'user', user_id: 'U0MIA' },
        { type: 'link', url: 'https://a.b', text: 'here' },
        { type: 'text', text: 'x', style: { bold: true } },
        { type: 'emoji', name: 'wave' },
      ),
    );
    expect(shown.mentions.map(({ target }) => target)).toEqual(['channel', 'U0MIA']);
    expect(shown.links).toMatchObject([{ url: 'https://a.b', label: 'here' }]);
    expect(shown.formats).toEqual(['bold', 'emoji']);
  });

  it('and much in common Markdown', async () => {
    const text = '# Head\n**b** [l](https://a.b) <@U0MIA> \\*not\\*';
    const shown = await show({ text: 'x', blocks: [{ type: 'markdown', text }] });
    expect(shown).toMatchObject({ formats: ['heading', 'bold'], mentions: [{ target: 'U0MIA' }] });
    expect(shown.links).toMatchObject([{ url: 'https://a.b', label: 'l' }]);
    expect(shown.text).toContain('*not*');
  });

  it('and in every label', async () => {
    const button = { type: 'button', text: { ...plain(':wave: <!here>'), emoji: true } };
    const shown = await show({ text: 'x', blocks: [{ type: 'actions', elements: [button] }] });
    expect(shown).toMatchObject({
      formats: ['emoji'],
      mentions: [],
      buttons: [[{ label: ':wave: <!here>' }]],
    });
  });
});

describe('shows a date in the zone of whoever reads it', () => {
  const date = (format: string) => `<!date^${NOON}^${format}|later>`;

  it.each([
    ['{date_num} {time}', '2026-07-01 13:00', '2026-07-01 9:00 PM'],
    ['{date_long}', 'Wednesday, July 1st, 2026', 'Wednesday, July 1st, 2026'],
    ['{date_short} {time_secs}', 'Jul 1, 2026 13:00:00', 'Jul 1, 2026 9:00:00 PM'],
    ['{date_pretty}, {ago}', 'today, in 1 hour', 'today, in 1 hour'],
    ['{date}', 'July 1st, 2026', 'July 1st, 2026'],
    ['no pieces', 'later', 'later'],
  ])('%s', async (format, inLondon, inTokyo) => {
    const channel = standIn.channel({ name: 'general' });
    const bo = standIn.user({ name: 'Bo', timeZone: 'Asia/Tokyo' }).inChannel(channel);
    const here = mia.inChannel(channel);
    await call(standIn, 'chat.postMessage', { channel: channel.id, text: date(format) });
    expect([here.last()?.text, bo.last()?.text]).toEqual([inLondon, inTokyo]);
  });

  it('in rich text too, and as a link where one is asked for', async () => {
    const element = { type: 'date', timestamp: NOON, format: '{time}', fallback: 'x' };
    expect((await show(rich(element))).text).toBe('13:00');
    const linked = await show({ text: `<!date^${NOON}^{time}^https://a.b|later>` });
    expect(linked).toMatchObject({ text: '13:00', links: [{ url: 'https://a.b', label: '13:00' }] });
  });
});

it('hands on what people type as Slack does', async () => {
  mia.send('a < b & https://a.b/c @beenthere x@y.com');
  expect(standIn.journal.envelopes('events_api').at(-1)?.payload['event']).toMatchObject({
    text: `a &lt; b &amp; <https://a.b/c> <@${standIn.botUserId}> <mailto:x@y.com|x@y.com>`,
    channel_type: 'im',
  });
  expect(mia.see().at(-1)?.text).toBe('a < b & https://a.b/c @Beenthere x@y.com');
});
