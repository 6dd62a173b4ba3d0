import { describe, expect, it } from 'vitest';
import { namesIn, readText } from '../../bots/rehearsal/discord/read-text.ts';

describe('what Discord makes of a text', () => {
  it.each([
    ['<@11> <@!12>', { users: ['11', '12'] }],
    ['<@&13> <#14>', { roles: ['13'], channels: ['14'] }],
    ['hi @everyone', { everyone: true }],
    ['hi @here', { everyone: true }],
    ['see https://example.org/a.', { links: ['https://example.org/a'] }],
    ['see <https://example.org>', { links: ['https://example.org'] }],
    ['[here](https://example.org "x")', { links: ['https://example.org'], plain: 'here' }],
    ['discord.gg/abc', { links: ['discord.gg/abc'] }],
    ['<mailto:a@example.org>', { links: ['mailto:a@example.org'] }],
    [
      '<t:1700000000:R> <t:1>',
      {
        timestamps: [
          { seconds: 1_700_000_000, style: 'R' },
          { seconds: 1, style: 'f' },
        ],
      },
    ],
    [
      '<:tea:123> </group new:5> <id:customize>',
      { others: ['<:tea:123>', '</group new:5>', '<id:customize>'] },
    ],
    [
      '**a** *b* _c_ __d__ ~~e~~ ||f||',
      { formats: ['bold', 'italics', 'italics', 'underline', 'struck out', 'spoiler'], plain: 'a b c d e f' },
    ],
    ['**a *b* c**', { formats: ['bold', 'italics'], plain: 'a b c' }],
    ['# a\n> b\n- c\n1. d\n-# e', { formats: ['heading', 'quotation', 'list', 'list', 'small print'] }],
    ['`a` ```b```', { formats: ['code', 'code block'], plain: 'a b' }],
    ['- **a**', { formats: ['list', 'bold'] }],
  ])('%s', (text, expected) => {
    expect(readText(text)).toMatchObject(expected);
  });

  it.each([
    'snake_case_name',
    '2 * 3 * 4',
    'a > b # c',
    '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\|',
    '\\# a\n\\> b\n\\- c',
    'https\\://example.org',
    '\\<@11> \\<t:1>',
    '\\[a\\](b)',
    '\\`a\\`',
    'example.org',
    '<@Mia>',
  ])('nothing, of %j', (text) => {
    expect(readText(text)).toMatchObject({
      users: [],
      roles: [],
      channels: [],
      everyone: false,
      links: [],
      timestamps: [],
      others: [],
      formats: [],
      plain: text.replaceAll('\\', ''),
    });
  });

  it('looks at no names and links inside code', () => {
    expect(readText('`<@11> https://example.org @everyone`')).toMatchObject({
      users: [],
      links: [],
      everyone: false,
    });
  });

  it('is called by the server also where the apps would not show it', () => {
    expect(namesIn('\\<@11> \\@everyone <@&5>')).toEqual({ users: ['11'], roles: ['5'], everyone: true });
    expect(namesIn('`<@11>` ```\n@everyone\n```')).toEqual({ users: [], roles: [], everyone: false });
  });
});
