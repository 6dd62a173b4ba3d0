import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { call, fieldOf } from './telegram-stand-in-call.ts';

let standIn: TelegramStandIn;
const MIA = 11;

beforeAll(async () => {
  standIn = await startTelegramStandIn({ limits: 'off' });
  mia().start();
});
afterAll(() => standIn.stop());

function mia() {
  return standIn.user({ id: MIA, firstName: 'Mia' });
}

function send(text: string, mode?: string) {
  return call(standIn, 'sendMessage', {
    chat_id: MIA,
    text,
    ...(mode !== undefined && { parse_mode: mode }),
  });
}

/** The entities of a sent text, each with the words it covers. */
async function entitiesOf(text: string, mode?: string): Promise<string[]> {
  const reply = await send(text, mode);
  expect(reply.description).toBeUndefined();
  const shown = mia().last();
  return (shown?.entities ?? []).map(
    ({ type, offset, length, url }) =>
      `${type}:${shown?.text.slice(offset, offset + length)}${url ? `→${url}` : ''}`,
  );
}

describe('makes clickable by itself', () => {
  const cases: [text: string, ...found: string[]][] = [
    ['plain words, and 3/4 of them'],
    ['see https://example.org/a?b=c.', 'url:https://example.org/a?b=c'],
    ['(www.example.co.uk)', 'url:www.example.co.uk'],
    ['evil.com/login now', 'url:evil.com/login'],
    ['tg://resolve?domain=x', 'url:tg://resolve?domain=x'],
    ['write to mia@example.org', 'email:mia@example.org'],
    ['ask @mia_b or /help, please', 'mention:@mia_b', 'bot_command:/help'],
    ['/start@beenthere_bot', 'bot_command:/start@beenthere_bot'],
    ['and/or a/b'],
    ['#tuesday', 'hashtag:#tuesday'],
    ['😀 https://example.org', 'url:https://example.org'],
  ];
  it.each(cases)('%s', async (text, ...found) => {
    expect(await entitiesOf(text)).toEqual(found);
  });

  it('does the same to what people write', () => {
    expect(mia().send('look at evil.com').entities).toEqual([{ type: 'url', offset: 8, length: 8 }]);
  });
});

describe('reads markup', () => {
  it('of HTML', async () => {
    expect(
      await entitiesOf('<b>a <i>b</i></b> <a href="https://e.org">c</a> &lt;&amp; <code>/x</code>', 'HTML'),
    ).toEqual(['bold:a b', 'italic:b', 'text_link:c→https://e.org', 'code:/x']);
    expect(mia().last()?.text).toBe('a b c <& /x');
  });

  it('of MarkdownV2', async () => {
    const source = '*a _b_* ||c|| [d](https://e.org) `*` 1\\. ~f~ __g__';
    expect(await entitiesOf(source, 'MarkdownV2')).toEqual([
      'bold:a b',
      'italic:b',
      'spoiler:c',
      'text_link:d→https://e.org',
      'code:*',
      'strikethrough:f',
      'underline:g',
    ]);
    expect(mia().last()?.text).toBe('a b c d * 1. f g');
  });

  it('of the old Markdown', async () => {
    expect(await entitiesOf('*a* _b_ [c](https://e.org) \\*', 'Markdown')).toEqual([
      'bold:a',
      'italic:b',
      'text_link:c→https://e.org',
    ]);
  });

  it('given as a list, and moves it when white space goes', async () => {
    const entities = [{ type: 'bold', offset: 2, length: 2 }];
    const reply = await call(standIn, 'sendMessage', { chat_id: MIA, text: '  ab  ', entities });
    expect(fieldOf(reply, 'text')).toBe('ab');
    expect(fieldOf(reply, 'entities')).toEqual([{ type: 'bold', offset: 0, length: 2 }]);
  });
});

describe('refuses markup that it cannot read', () => {
  const cases: [mode: string, text: string, words: string][] = [
    ['HTML', '<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['HTML', 'é<b', 'Unclosed start tag at byte offset 2'],
    ['HTML', 'a</b', 'Unclosed end tag at byte offset 1'],
    ['HTML', 'a</b>', 'Unexpected end tag at byte offset 1'],
    ['HTML', '<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['HTML', 'I <3 you>', 'Unsupported start tag "3" at byte offset 2'],
    ['HTML', '<script>x</script>', 'Unsupported start tag "script" at byte offset 0'],
    ['HTML', '<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['MarkdownV2', 'a.', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['MarkdownV2', 'é *a', "Can't find end of Bold entity at byte offset 3"],
    ['MarkdownV2', '[a', "Can't find end of TextUrl entity at byte offset 0"],
    ['Markdown', 'a_b', "Can't find end of the entity starting at byte offset 1"],
  ];
  it.each(cases)('%s %s', async (mode, text, words) => {
    expect(await send(text, mode)).toMatchObject({
      status: 400,
      description: `Bad Request: can't parse entities: ${words}`,
    });
  });
});

it('shows every text that has something in it, and nothing of it is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), async (text) => {
      const reply = await send(text);
      if (text.trim() === '') expect(reply.status).toBe(400);
      else expect(fieldOf(reply, 'text')).toBe(text.trim());
    }),
    { numRuns: 60 },
  );
});

it('survives any markup: what it accepts has entities inside the text', async () => {
  const piece = fc.constantFrom(
    '<b>',
    '</b>',
    '<a href="https://e.org">',
    '</a>',
    '*',
    '_',
    '`',
    '[',
    '](u)',
    '\\',
    'é',
    ' a ',
    '&lt;',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom('HTML', 'MarkdownV2', 'Markdown'),
      async (pieces, mode) => {
        const reply = await send(`x${pieces.join('')}`, mode);
        if (reply.status === 400) {
          expect(reply.description).toMatch(/^Bad Request: can't parse entities: /);
          return;
        }
        const shown = mia().last();
        for (const { offset, length } of shown?.entities ?? []) {
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(shown?.text.length ?? 0);
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('opens only links that Telegram can make', () => {
  expect(() => mia().start('a b')).toThrow('up to 64 letters');
  expect(() => mia().start('x'.repeat(65))).toThrow('up to 64 letters');
});
