import decode from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { posterCode } from '../../run/command-line/poster-code.ts';

const PIXELS = 6;

/** What a phone sees: the picture as pixels. */
function photographed(svg: string): { width: number; height: number; data: Uint8Array } {
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const size = modules * PIXELS;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < PIXELS; row += 1)
      for (let column = 0; column < PIXELS; column += 1) {
        const at = ((Number(y) * PIXELS + row) * size + Number(x) * PIXELS + column) * 4;
        data.fill(0, at, at + 3);
      }
  }
  return { width: size, height: size, data };
}

describe('the picture for a poster', () => {
  it.each([
    'https://t.me/beenthere_bot?start=poster',
    `https://t.me/a_much_longer_name_bot?start=${'x'.repeat(40)}`,
  ])('REC-12: leads a phone to %s', (link) => {
    expect(decode(photographed(posterCode(link)))).toBe(link);
  });

  it('is black on white, with a quiet edge, whatever it is laid on', () => {
    const svg = posterCode('https://t.me/x?start=y');
    expect(svg).toContain('fill="#fff"');
    const edges = [...svg.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...edges)).toBe(4);
  });
});
