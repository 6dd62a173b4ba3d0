import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { As } from '../../core/programmes/intake.ts';
import { type DeskWorld, openDeskWorld } from '../desk/desk-world.ts';
import { matchOf, waitsWith } from '../desk/drafted.ts';
import { tellsConcern } from '../desk/tells-concern.ts';
import { madeDraft } from '../support/drafting.ts';
import type { Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { barriersOn } from './barriers.ts';
import { describeInBrowser } from './in-browser.ts';

/** SHOTS names a folder for pictures of every page, for looking at them. */
const WORDS = 'He waits outside my door at night.\n\nI do not know what to do.';
const shots = process.env['SHOTS'] ?? mkdtempSync(join(tmpdir(), 'beenthere-desk-'));

/** Some who wait, a draft of them, and two who said yes. */
async function peopleWhoWait(world: DeskWorld): Promise<void> {
  await world.core.perform({
    command: 'load-programme',
    args: { slug: 'test', document: aMatching() },
    by: BY,
  });
  const waits = (name: string, as: As, livesWith: string[]) => waitsWith(world, name, as, livesWith);
  await waits('Ruth Aitken', 'mentor', ['dementia', 'stroke']);
  await waits('Ben', 'mentor', ['stroke']);
  const cas = await waits('Cas', 'mentor', ['dementia']);
  await waits('Aisha', 'mentee', ['dementia', 'stroke']);
  await world.later({ hours: 30 });
  await waits('Ada Lovelace-Fairbrother', 'mentee', ['dementia']);
  const eve = await waits('Eve', 'mentee', ['stroke']);
  await matchOf(world, eve, cas, 'accepted');
  await madeDraft(world);
}

const BY = { is: 'coordinator', name: 'test' } as const;

describeInBrowser('the desk in a browser', (browsing) => {
  let world: DeskWorld;
  let server: Server;
  let url: string;
  let jo: Writer;
  let mia: Writer;
  let lee: Writer;
  let concernId: string;

  beforeAll(async () => {
    world = await openDeskWorld();
    jo = await world.staff('Jo', 'coordinator');
    mia = await world.staff('Mia', 'mentee');
    const ruth = await world.staff('Ruth', 'mentor');
    const pair = await world.pair(ruth, mia);
    lee = await world.staff('Lee', 'safeguarding-lead');
    await tellsConcern(world, mia, 'Before', { pairId: pair.id });
    concernId = await tellsConcern(world, mia, WORDS, { pairId: pair.id });
    await world.staff('Anna-Maria with a rather long name here', 'volunteer');
    await world.person('New One');
    await peopleWhoWait(world);
    await world.core.night();
    server = createServer(getRequestListener(world.app.fetch));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = server.address();
    url = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`;
  }, 60_000);
  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await world?.close();
  });

  const wide = { viewport: { width: 1280, height: 900 } };
  const narrow = { viewport: { width: 320, height: 640 } };

  /** By keyboard alone, without any script. */
  async function signsIn(page: Page): Promise<void> {
    await page.goto(`${url}/desk`);
    const shown = (await page.locator('.code').textContent()) ?? '';
    await world.write(jo, shown.trim());
    const answer = [...world.said(jo).matchAll(/code for the desk is ([0-9A-Z-]{9})/g)].at(-1)?.[1] ?? '';
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Who needs you today' }).waitFor();
  }

  it('lets somebody in by keyboard alone, without JavaScript, with its strictest cookies', {
    timeout: 60_000,
  }, async () => {
    const page = await browsing.open({ ...wide, javaScriptEnabled: false });
    await signsIn(page);
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([
      { name: '__Host-beenthere-desk', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' },
    ]);
    await page.getByRole('link', { name: 'People' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await page.getByRole('link', { name: 'Mia' }).click();
    await page.getByRole('button', { name: 'Send them a copy' }).click();
    await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['__Host-beenthere-asking']);
  });

  const PAGES = [
    'today',
    'people',
    'matching',
    'programmes',
    'audit',
    'retention',
    'what-we-keep',
    'sessions',
    'nowhere',
  ];
  it.each([
    ['wide', wide],
    ['narrow', narrow],
  ] as const)(
    'has no barrier on any page, %s, and nothing to push sideways',
    { timeout: 120_000 },
    async (name, size) => {
      const page = await browsing.open(size);
      await page.goto(`${url}/desk/sign-in`);
      const found: Record<string, string[]> = {};
      const look = async (what: string) => {
        found[what] = await barriersOn(page);
        const across = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect([what, across]).toEqual([what, 0]);
        await page.screenshot({ path: join(shots, `${name}-${what}.png`), fullPage: true });
      };
      await look('sign-in');
      await page.goto(`${url}/desk/link/${await world.link(jo)}`);
      await look('link');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { level: 1, name: 'Who needs you today' }).waitFor();
      for (const each of PAGES) {
        await page.goto(`${url}/desk/${each}`);
        await look(each);
      }
      await page.goto(`${url}/desk/programmes/${world.programmeId}`);
      await look('definition');
      await page.goto(`${url}/desk/drafts/${world.programmeId}`);
      await look('draft');
      await page.getByRole('link', { name: /with Ruth/ }).click();
      await look('match');
      await world.rows(`UPDATE match_draft SET state = 'drafting', share = 40`);
      await page.goto(`${url}/desk/drafts/${world.programmeId}`);
      await look('draft-working');
      await world.rows(`UPDATE match_draft SET state = 'failed', why = 'fault'`);
      await page.goto(`${url}/desk/drafts/${world.programmeId}`);
      await look('draft-failed');
      await world.rows(`UPDATE match_draft SET state = 'ready', why = NULL, share = 100`);
      await page.goto(`${url}/desk/people/${mia.id}`);
      await look('person');
      await page.goto(`${url}/desk/people/${mia.id}/erase`);
      await look('erase');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.goto(`${url}/desk/link/${await world.link(lee)}`);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { level: 1, name: 'Concerns' }).waitFor();
      await look('concerns');
      await page.goto(`${url}/desk/concerns/${concernId}`);
      await look('concern');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByText('He waits outside my door').waitFor();
      await look('concern-read');
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((each) => [each, []])));
    },
  );

  it('lets a lead read, take and close a concern without JavaScript, and keeps no page of it', {
    timeout: 60_000,
  }, async () => {
    const page = await browsing.open({ ...narrow, javaScriptEnabled: false });
    await page.goto(`${url}/desk/link/${await world.link(lee)}`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.goto(`${url}/desk/concerns/${concernId}`);
    await page.getByLabel('Why do you want to read it?').selectOption({ label: 'To see how things are now' });
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('He waits outside my door').waitFor();
    await page.getByRole('button', { name: 'I take it' }).click();
    await page.getByRole('status').filter({ hasText: 'You have it in hand' }).waitFor();
    expect(await page.content()).not.toContain('He waits');
    await page.screenshot({ path: join(shots, 'narrow-concern-taken.png'), fullPage: true });
    await page.getByLabel('What came of it?').selectOption({ label: 'We talked' });
    await page.getByRole('button', { name: 'Close it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Concerns' }).waitFor();
    await page.screenshot({ path: join(shots, 'narrow-concerns-closed.png'), fullPage: true });
  });

  it('complains of nothing but the page that is not there', () => {
    expect(browsing.complaints.filter((line) => !/404|400/.test(line))).toEqual([]);
  });
});
