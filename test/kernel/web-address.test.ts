import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onlyAddressIn, readWebAddress } from '../../core/kernel/web-address.ts';
import { hostileWords } from '../bots/hostile-words.ts';

describe('an address that may be opened', () => {
  it.each([
    ['https://meet.example.org/room-1', 'https://meet.example.org/room-1', 'meet.example.org'],
    ['HTTPS://Meet.Example.org', 'https://meet.example.org/', 'meet.example.org'],
    [
      'https://meet.example.org:8443/a?b=c&d#e',
      'https://meet.example.org:8443/a?b=c&d#e',
      'meet.example.org:8443',
    ],
    ['https://münchen.example/', 'https://xn--mnchen-3ya.example/', 'xn--mnchen-3ya.example'],
    ['https://аррӏе.example/', 'https://xn--80ak6aa92e.example/', 'xn--80ak6aa92e.example'],
    ['https://meet.example.org/a|b^c`d', 'https://meet.example.org/a%7cb%5ec%60d', 'meet.example.org'],
    ['https://meet.example.org/@everyone', 'https://meet.example.org/%40everyone', 'meet.example.org'],
    ['https://meet.example.org/ü', 'https://meet.example.org/%C3%BC', 'meet.example.org'],
  ])('%s', (word, address, host) => {
    expect(readWebAddress(word)).toEqual({ address: expect.stringMatching(sameAs(address)), host });
  });

  it.each([
    'http://meet.example.org/',
    'https://me@meet.example.org/',
    'https://me:secret@meet.example.org/',
    'https://@meet.example.org/',
    'https://meet.example.org\u200b/',
    'https://meet.example.org/\u202egpj',
    'https://meet.example.org/a b',
    'https://meet.example.org/\u0000',
    'https:\\\\meet.example.org/',
    'https:meet.example.org',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://localhost/',
    'https://meet',
    'javascript:alert(1)',
    'https://meet.example.org/<script>',
    `https://meet.example.org/${'a'.repeat(2000)}`,
    '',
  ])('is not %s', (word) => {
    expect(readWebAddress(word)).toBeUndefined();
  });

  it('is found in what somebody wrote, where it is the only one', () => {
    const host = 'meet.example.org';
    expect(onlyAddressIn('Zoom: https://meet.example.org/1, code 42')).toEqual({
      address: 'https://meet.example.org/1',
      host,
    });
    expect(onlyAddressIn('https://meet.example.org/1.')?.address).toBe('https://meet.example.org/1');
    for (const none of ['the kitchen', 'https://a.example/ or https://b.example/', 'see(https://a.example/)'])
      expect(onlyAddressIn(none)).toBeUndefined();
  });

  it('whatever people write, nothing but a plain https address comes out', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostileWords,
          hostileWords.map((words) => `https://a.example/${words}`),
        ),
        (words) => {
          const found = onlyAddressIn(words);
          if (found === undefined) return;
          expect(found.address).toMatch(/^https:\/\/[a-z0-9.-]+(:\d+)?\/[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/);
          expect(new URL(found.address).host).toBe(found.host);
          expect(found.address).not.toMatch(/@(everyone|here)/i);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** How a number is written, large or small, makes no difference. */
function sameAs(address: string): RegExp {
  return new RegExp(`^${address.replace(/[\^$.*+?()[\]{}|]/g, '\\$&')}$`, 'i');
}
