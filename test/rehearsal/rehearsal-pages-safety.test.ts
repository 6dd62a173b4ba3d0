import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIA, openPages, type Pages } from './phones-on-a-page.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
  await pages.post(`/phones/telegram-${MIA.id}/start`);
});
afterAll(async () => await pages.world.close());

const count = () => pages.world.telegram.chat(MIA.id).messages.length;

describe('what another site asks for in somebody’s name', () => {
  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    [
      'another site, with an origin that looks right',
      { 'sec-fetch-site': 'cross-site', origin: 'http://here' },
    ],
    ['a neighbour of the same name', { 'sec-fetch-site': 'same-site' }],
    ['no page at all', { 'sec-fetch-site': 'none' }],
    ['an origin elsewhere', { origin: 'http://elsewhere', host: 'here' }],
    ['an origin that hides', { origin: 'null', host: 'here' }],
    ['nobody says', {}],
  ])('is refused: %s', async (_from, headers) => {
    const before = count();
    for (const path of [`/phones/telegram-${MIA.id}/write`, '/phones', '/clock'])
      expect((await pages.post(path, { text: 'x', name: 'x', move: 'day' }, headers)).status).toBe(403);
    expect(count()).toBe(before);
    expect(pages.world.telegram.everybody()).toHaveLength(2);
    expect(pages.world.clock.now().toString()).toBe('2026-11-23T09:00:00Z');
  });

  it('is taken from these pages, also by a browser that only names the origin', async () => {
    const before = count();
    const headers = { origin: 'http://here', host: 'here' };
    expect((await pages.post(`/phones/telegram-${MIA.id}/write`, { text: 'home' }, headers)).status).toBe(
      303,
    );
    expect(count()).toBeGreaterThan(before);
  });
});

describe('what people write', () => {
  it('is never markup, in a name or in a message', async () => {
    const nasty = `<script>alert(1)</script><img src=x onerror="alert('2')">&amp;`;
    await pages.post('/phones', { name: nasty });
    await pages.post(`/phones/telegram-${MIA.id}/write`, { text: nasty });
    const page = await pages.read();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('&amp;amp;');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain('<img');
  });

  it('becomes a link only when it is a web or mail address', async () => {
    const text =
      'javascript:alert(1) ftp://a.example/x https://a.example/?q="1" b.example.org me@b.example /help';
    await pages.post(`/phones/telegram-${MIA.id}/write`, { text });
    const page = await pages.read(`/phones/telegram-${MIA.id}`);
    const links = [...page.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address);
    expect(links).toEqual(
      expect.arrayContaining(['https://a.example/?q=', 'https://b.example.org', 'mailto:me@b.example']),
    );
    expect(links.filter((address) => !/^(https?:|mailto:)/.test(address ?? ''))).toEqual([]);
  });
});

describe('every answer', () => {
  it('lets the browser run and load only what comes from here, and show it in no frame', async () => {
    for (const path of ['', '/clock', '/live.js', '/page.css', '/phones/9']) {
      const { headers } = await pages.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none';/);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('has no script, style or handler written into it', async () => {
    const page = await pages.read();
    const tags = page.replace(/"[^"]*"/g, '').match(/<[a-z][^>]*>/gi) ?? [];
    expect(tags.filter((tag) => /^<style|\s(style|on[a-z]+)=/i.test(tag))).toEqual([]);
    expect([...page.matchAll(/<script([^>]*)>([^<]*)</g)].map(([, , inside]) => inside)).toEqual(['']);
  });
});
