import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_NAME, validName } from '../../core/people/display-name.ts';

describe('a name shown to others', () => {
  it.each([
    ['Mia', 'Mia'],
    ['  Mia   Anne ', 'Mia Anne'],
    ["Seán O'Brien-Smith", "Seán O'Brien-Smith"],
    ['J.R. Smith', 'J.R. Smith'],
    ['Sam 🌻', 'Sam 🌻'],
    ['😀 Jo', '😀 Jo'],
    ['محمد', 'محمد'],
    ['שרה', 'שרה'],
    ['李小龙', '李小龙'],
    ['Zoë', 'Zoë'],
    ['a', 'a'],
    ['x'.repeat(LONGEST_NAME), 'x'.repeat(LONGEST_NAME)],
    // What cannot be seen is left out, so that nobody is told off for what their keyboard put in.
    ['S\u200bam', 'Sam'],
    ['\u202eSam\u202c', 'Sam'],
    ['\u2067Sam\u2069', 'Sam'],
    ['Sa\u200cm', 'Sam'],
    ['\ufeffSam', 'Sam'],
    // In this spelling the unseen joiner is part of the name.
    ['می\u200cرا', 'می\u200cرا'],
  ])('%j is taken as %j', (written, name) => {
    expect(validName(written)).toEqual({ name });
  });

  it.each([
    ['', 'no-letter'],
    ['   ', 'no-letter'],
    ['😀', 'no-letter'],
    ['👨‍👩‍👧', 'no-letter'],
    ['123', 'no-letter'],
    ['\u3164', 'no-letter'],
    ['\u200b\u200b', 'no-letter'],
    ['x'.repeat(LONGEST_NAME + 1), 'too-long'],
    ['x'.repeat(5000), 'too-long'],
    ['Sam\nSmith', 'line-break'],
    ['Sam\r\nSmith', 'line-break'],
    ['Sam\u2028Smith', 'line-break'],
    ['Sam\u0000', 'not-plain'],
    ['Sam\u001b[31m', 'not-plain'],
    ['@everyone', 'mention'],
    ['Sam @here', 'mention'],
    ['Sam ＠here', 'mention'],
    ['example.com', 'link'],
    ['www example', 'link'],
    ['https://x', 'link'],
    ['Sam <b>', 'not-plain'],
    ['<@123>', 'mention'],
    ['#general x', 'not-plain'],
    ['*Sam*', 'not-plain'],
    ['Sam/Smith', 'not-plain'],
    ['Z\u0300\u0301\u0302\u0303\u0304algo', 'not-plain'],
  ])('%j is asked again: %s', (written, trouble) => {
    expect(validName(written)).toEqual({ trouble });
  });

  const nasty = fc.constantFrom(
    ...['\u202e', '\u202a', '\u2066', '\u2069', '\u200e', '\u200f', '\u061c', '\u200b', '\u2060', '\ufeff'],
    ...[
      '\n',
      '\r',
      '\u0000',
      '\u0007',
      '\u001b',
      '\u0085',
      '\u2028',
      '@',
      '＠',
      '#',
      '<',
      '>',
      '/',
      ':',
      '`',
    ],
    ...['\u200c', '\u200d', '\ufe0f', '\u{e0041}', '\u3164', '.', 'www', 'a', 'م', 'क', '🌻', ' ', 'com'],
  );

  it('never lets through what turns, breaks, calls or links, whatever is written', () => {
    const written = fc.oneof(
      fc.array(nasty, { maxLength: 30 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(written, (each) => {
        const read = validName(each);
        if (!('name' in read)) return;
        expect(read.name).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u);
        expect(read.name.replace(/[\u200c\u200d]/gu, '')).not.toMatch(/\p{Cf}/u);
        // A joiner only ever stands between letters of a script that is spelled with it.
        expect(read.name).not.toMatch(
          /(?:^|[\p{sc=Latin} ])[\u200c\u200d]|[\u200c\u200d](?:$|[\p{sc=Latin} ])/u,
        );
        expect(read.name).not.toMatch(/[@＠﹫<>/:#*_`[\]\\]/u);
        expect(read.name).not.toMatch(/\p{L}{2,}\.\p{L}{2,}/u);
        expect(read.name).toMatch(/\p{L}/u);
        expect(read.name).toBe(read.name.trim());
        expect([...read.name].length).toBeLessThanOrEqual(LONGEST_NAME);
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves no joiner behind when what it joined to was itself unseen', () => {
    expect(validName('\u0645\u200c\u061c')).toEqual({ name: '\u0645' });
  });

  it('is the same when it is read a second time', () => {
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 20 }), (parts) => {
        const once = validName(parts.join(''));
        if ('name' in once) expect(validName(once.name)).toEqual(once);
      }),
    );
  });
});
