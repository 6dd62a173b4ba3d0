import { encodeQR } from 'qr';

/** Modules of plain white around a code, without which a phone does not find it. */
const QUIET = 4;

/** A link as a picture to print on a poster: black on white whatever it is laid on, sharp at every size. */
export function posterCode(link: string): string {
  const rows = encodeQR(link, 'raw', { border: QUIET, ecc: 'medium' });
  const size = rows.length;
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark.join('')}" fill="#000"/></svg>\n`;
}
