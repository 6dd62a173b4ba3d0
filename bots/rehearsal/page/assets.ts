import { readFileSync } from 'node:fs';

export const styleSheets = [
  'page.css',
  'who.css',
  'phone.css',
  'foot.css',
  'messages.css',
  'lines.css',
  'sheet.css',
  'telegram.css',
  'discord.css',
  'slack.css',
];

/** What the pages load besides themselves: these files are read once, and sent as they are. */
export const assets = [
  ...styleSheets.map((name) => asset(name, 'text/css; charset=utf-8')),
  asset('live.js', 'text/javascript; charset=utf-8'),
  asset('icon.svg', 'image/svg+xml'),
];

function asset(name: string, type: string) {
  return { name, type, content: readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8') };
}
