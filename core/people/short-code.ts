import type { Moment } from '../moment.ts';

// Crockford's letters: none that is taken for another when it is read out or written down.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
const BYTES = 5;

/** Eight letters, 40 unpredictable bits. */
export function newShortCode(at: Pick<Moment, 'random'>): string {
  let bits = 0n;
  for (const byte of at.random(BYTES)) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let index = 0; index < LENGTH; index += 1) {
    code = (LETTERS[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return code;
}

/** A code as somebody typed it, in any case and with gaps; undefined when it cannot be one. */
export function readShortCode(written: string): string | undefined {
  const plain = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s_-]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/u.test(plain) ? plain : undefined;
}

/** As it is shown: in two halves, which are easier to copy. */
export function inHalves(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
