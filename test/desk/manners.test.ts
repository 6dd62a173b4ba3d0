import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '../support/paper-world.ts';
import { ASKING, type Browser, type DeskWorld, openDeskWorld, SESSION } from './desk-world.ts';

let world: DeskWorld;
let jo: Writer;
let mia: Writer;
let browser: Browser;

beforeAll(async () => {
  world = await openDeskWorld();
  jo = await world.staff('Jo', 'coordinator');
  mia = await world.staff('<script>alert(1)</script> & "Mia"', 'mentee');
  browser = await world.signedIn(jo);
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const sent = (screen: string) =>
  world.rows(
    `SELECT count(*)::int AS n FROM outgoing WHERE screen = '${screen}' AND "personId" = '${mia.id}'`,
  );

describe('what the desk says to a browser', () => {
  it.each(['/sign-in', '/today', '/people', '/style.css', '/nowhere', '/link/x'])(
    'is guarded at %s',
    async (path) => {
      const { headers } = await browser.get(path);
      const policy = headers.get('Content-Security-Policy') ?? '';
      for (const part of [
        "default-src 'none'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ])
        expect(policy).toContain(part);
      expect(policy).not.toMatch(/unsafe|script-src|\*/);
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Strict-Transport-Security')).toMatch(/max-age=31536000; includeSubDomains/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
      // A redirect has no body.
      expect(headers.get('Content-Type') ?? 'text/html; charset=utf-8').toMatch(
        /^text\/(html|css); charset=utf-8$/i,
      );
    },
  );

  it('has no script, no style in the page and nothing from elsewhere', async () => {
    for (const path of [
      '/today',
      '/people',
      `/people/${mia.id}`,
      '/audit',
      '/retention',
      '/what-we-keep',
      '/sessions',
    ]) {
      const { status, text } = await browser.get(path);
      expect(status).toBe(200);
      expect(text).not.toMatch(/<script|<style|style=|javascript:|\son\w+=|https?:\/\//i);
    }
  });

  it('keeps its cookies to this host, to https, and from scripts and other sites', async () => {
    const asking = (await world.browser().get('/sign-in')).headers.getSetCookie();
    const came = (await world.browser().post(`/link/${await world.link(jo)}`)).headers.getSetCookie();
    const [session = ''] = came.filter((line) => line.startsWith(SESSION));
    const [ask = ''] = asking.filter((line) => line.startsWith(ASKING));
    for (const line of [session, ask]) {
      for (const part of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Strict']) expect(line).toContain(part);
      expect(line).not.toContain('Domain');
      expect(line).toMatch(/^__Host-[a-z-]+=[A-Za-z0-9_-]{43};/);
    }
  });

  it('shows what people call themselves as words', async () => {
    const { text } = await browser.get(`/people/${mia.id}`);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Mia&quot;');
  });
});

describe('what another site sends in somebody’s name', () => {
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
  ])('is refused: %o', async (headers) => {
    expect((await browser.post(`/people/${mia.id}/copy`, {}, headers)).status).toBe(403);
    expect(await sent('my-data')).toEqual([{ n: 0 }]);
  });

  it('is refused by its Origin where a browser says no more, and when it says nothing', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const quiet = async (headers: Record<string, string>) => {
      const own = world.browser(browser.cookies);
      return (
        await own.post(
          '/sessions/none/end',
          {},
          { ...headers, ...form, 'sec-fetch-site': headers['sec'] ?? '' },
        )
      ).status;
    };
    expect(await quiet({ origin: 'https://evil.example' })).toBe(403);
    expect(await quiet({ origin: 'null' })).toBe(403);
    expect(await quiet({})).toBe(403);
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''])(
    'is refused as "%s"',
    async (type) => {
      expect((await browser.post(`/people/${mia.id}/copy`, {}, { 'content-type': type })).status).toBe(403);
      expect(await sent('my-data')).toEqual([{ n: 0 }]);
    },
  );

  it('changes nothing by a link that is followed', async () => {
    for (const path of [`/people/${mia.id}/copy`, '/sign-out', '/sessions/end', '/audit/verify'])
      expect((await browser.get(path)).status).toBe(404);
    expect((await browser.get('/today')).status).toBe(200);
  });
});

describe('a coordinator at the desk', () => {
  it('has a copy sent to the person’s own chat, and sees none of it', async () => {
    expect((await browser.post(`/people/${mia.id}/copy`)).to).toBe(`/desk/people/${mia.id}?said=done`);
    expect(await sent('my-data')).toEqual([{ n: 2 }]);
  });

  it('gives a role and writes a letter, each put down to them by id', async () => {
    await browser.post(`/people/${mia.id}/role`, { role: 'volunteer', programme: world.programmeId });
    const wrote = await browser.post(`/people/${mia.id}/letter`, { words: 'Welcome, Mia' });
    expect([wrote.status, wrote.text]).toEqual([303, '']);
    const roles = await world.rows(
      `SELECT role FROM role WHERE "personId" = '${mia.id}' AND role = 'volunteer'`,
    );
    expect(roles).toHaveLength(1);
    await world.core.settle();
    const letters = await world.rows(`SELECT "fromId", "toId" FROM letter`);
    expect(letters).toEqual([{ fromId: jo.id, toId: mia.id }]);
    const audited = await world.rows(`SELECT "by", action FROM audit WHERE action = 'role.given'`);
    expect(audited).toEqual([{ by: `person:${jo.id}`, action: 'role.given' }]);
    expect((await browser.get('/audit')).text).toContain('role.given');
  });

  it.each(['coordinator', 'safeguarding-lead', 'nothing'])('makes nobody a %s', async (role) => {
    const { status } = await browser.post(`/people/${mia.id}/role`, { role, programme: world.programmeId });
    expect(status).toBe(404);
  });

  it('says of the audit that it is whole, and when it is not', async () => {
    await world.core.chain();
    expect((await browser.post('/audit/verify')).text).toContain('Nothing was changed or taken away');
    await world.rows(`ALTER TABLE audit DISABLE TRIGGER USER`);
    await world.rows(`UPDATE audit SET action = 'x' WHERE number = 1`);
    await world.rows(`ALTER TABLE audit ENABLE TRIGGER USER`);
    expect((await browser.post('/audit/verify')).text).toContain('Something is wrong with this list');
  });

  it('deletes somebody only after saying that they asked; and nobody who runs the programme', async () => {
    const cy = await world.staff('Cy', 'mentee');
    expect((await browser.get(`/people/${cy.id}/erase`)).text).toContain('It cannot be undone.');
    expect((await browser.post(`/people/${cy.id}/erase`)).to).toBe(`/desk/people/${cy.id}/erase`);
    expect((await world.core.read.people.person(cy.id))?.state).toBe('active');
    expect((await browser.post(`/people/${cy.id}/erase`, { asked: 'yes' })).to).toBe(
      '/desk/people?said=erased',
    );
    expect((await world.core.read.people.person(cy.id))?.state).toBe('erased');
    expect((await browser.get(`/people/${cy.id}`)).status).toBe(404);
    const lee = await world.staff('Lee', 'safeguarding-lead');
    expect((await browser.post(`/people/${lee.id}/erase`, { asked: 'yes' })).status).toBe(404);
    expect((await world.core.read.people.person(lee.id))?.state).toBe('active');
  });

  it('takes a task on and finishes it, as on the board', async () => {
    const { text } = await browser.get('/today');
    expect(text).toContain('Who needs you today');
    const id = /\/tasks\/([0-9a-f-]{36})\/take/.exec(text)?.[1];
    if (id !== undefined) expect((await browser.post(`/tasks/${id}/take`)).status).toBe(303);
  });

  it('is asked to wait when many try to sign in at once', async () => {
    const other = world.browser();
    const statuses: number[] = [];
    for (let times = 0; times < 70; times += 1) statuses.push((await other.post('/link/none')).status);
    expect(statuses.slice(0, 40).every((status) => status === 400)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });

  it('is told, when far too much is sent', async () => {
    const words = 'x'.repeat(20_000);
    expect((await browser.post(`/people/${mia.id}/letter`, { words })).status).toBe(404);
  });
});
