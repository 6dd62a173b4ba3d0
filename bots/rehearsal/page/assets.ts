import { readFileSync } from 'node:fs';

/** What the pages load besides themselves: these files are read once, and sent as they are. */
export const assets = [
  ...['page.css', 'phone.css', 'messages.css'].map((name) => asset(name, 'text/css; charset=utf-8')),
  asset('live.js', 'text/javascript; charset=utf-8'),
  asset('icon.svg', 'image/svg+xml'),
];

function asset(name: string, type: string) {
  return { name, type, content: readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8') };
}
