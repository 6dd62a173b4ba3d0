import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { barriersOn } from './barriers.ts';
import { type Browsing, describeInBrowser } from './in-browser.ts';
import { openRehearsal, phoneOn } from './rehearsal-stage.ts';

describeInBrowser('the rehearsal page', (browsing: Browsing) => {
  let stage: Awaited<ReturnType<typeof openRehearsal>>;
  beforeAll(async () => {
    stage = await openRehearsal();
  }, 120_000);
  afterAll(async () => await stage?.close());
  afterEach(() => expect(browsing.complaints.splice(0)).toEqual([]));

  const open = async (...options: Parameters<Browsing['open']>): Promise<Page> => {
    const page = await browsing.open(...options);
    await page.goto(stage.address);
    return page;
  };

  it.each([
    ['light', 'Sam'],
    ['dark', 'Kit'],
  ] as const)('has no barrier that axe-core finds, when it is %s', async (colorScheme, name) => {
    // Colours are read as they come to rest.
    const page = await open({ colorScheme, reducedMotion: 'reduce' });
    await page.getByLabel('Their name').fill(name);
    await page.getByRole('button', { name: 'Let them in' }).click();
    await page.getByRole('heading', { name: `${name}’s Telegram` }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    for (const sheet of ['Commands', 'Attach', 'More']) {
      await phoneOn(page, 'Aisha').place.locator(`summary[aria-label="${sheet}"]`).click();
      expect(await barriersOn(page)).toEqual([]);
    }
    await page.context().close();
  });

  it.each([
    ['a narrow phone', { width: 320, height: 640 }],
    ['a desk, enlarged twice', { width: 640, height: 400 }],
    ['a desk', { width: 1280, height: 800 }],
  ])('fits on %s without scrolling sideways', async (_where, viewport) => {
    const page = await open({ viewport });
    const widest = await page.evaluate('document.documentElement.scrollWidth');
    expect(widest).toBeLessThanOrEqual(viewport.width);
    const [aisha, ruth] = await Promise.all(
      ['Aisha', 'Ruth'].map((name) => phoneOn(page, name).place.boundingBox()),
    );
    const sideBySide = (aisha?.y ?? 0) === (ruth?.y ?? 1);
    expect(sideBySide).toBe(viewport.width === 1280);
    await page.context().close();
  });

  it('moves nothing for those who asked their browser not to', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    await page.context().close();
  });

  it('works without its script: the answer is there when the page comes back, at the newest message', async () => {
    const page = await open({ javaScriptEnabled: false });
    const aisha = phoneOn(page, 'Aisha');
    await aisha.writes('my settings');
    await aisha.messages
      .last()
      .filter({ hasText: /how things are|settings/i })
      .waitFor();
    const chat = await aisha.place.getByRole('log').boundingBox();
    const newest = await aisha.messages.last().boundingBox();
    const [below, end] = [(newest?.y ?? 0) + (newest?.height ?? 0), (chat?.y ?? 0) + (chat?.height ?? 0)];
    expect(below).toBeGreaterThan((chat?.y ?? 0) + 1);
    expect(below).toBeLessThanOrEqual(end + 1);
    await page.context().close();
  });

  it('can be used by keyboard alone: write, send, and choose a command', async () => {
    const page = await open();
    const aisha = phoneOn(page, 'Aisha');
    await aisha.place.getByRole('textbox').focus();
    await page.keyboard.type('home');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await aisha.messages.filter({ hasText: 'Aisha wrote' }).last().filter({ hasText: 'home' }).waitFor();
    await aisha.place.locator('summary[aria-label="Commands"]').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await aisha.reads('/help');
    await aisha.reads('999');
    expect(await page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('Commands');
    await page.context().close();
  });

  it('brings what happens elsewhere, and leaves alone what is being written', async () => {
    const [here, there] = [await open(), await open()];
    const ruth = phoneOn(here, 'Ruth');
    await ruth.place.getByRole('textbox').fill('half a sentence');
    await ruth.place.getByRole('textbox').focus();
    await phoneOn(there, 'Ruth').writes('my role');
    await ruth.place.locator('.own').last().filter({ hasText: 'my role' }).waitFor();
    expect(await ruth.place.getByRole('textbox').inputValue()).toBe('half a sentence');
    expect(await here.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA');
    for (const page of [here, there]) await page.context().close();
  });

  it('keeps the place of somebody who reads further up, until they do something themselves', async () => {
    const viewport = { width: 1280, height: 700 };
    const [here, there] = [await open({ viewport }), await open()];
    const aisha = phoneOn(here, 'Aisha');
    const chat = aisha.place.getByRole('log');
    const top = async () => await aisha.messages.first().evaluate((node) => node.getBoundingClientRect().top);
    await chat.evaluate((node) => node.scrollBy(0, -300));
    const before = await top();
    await phoneOn(there, 'Aisha').writes('who can I talk to');
    await aisha.reads('who can I talk to');
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    await aisha.writes('what is my role');
    await aisha.reads('what is my role');
    await expect.poll(() => chat.evaluate((node) => Math.abs(node.scrollTop))).toBeLessThan(2);
    for (const page of [here, there]) await page.context().close();
  });

  it('shows a name for what it is, whatever is in it', async () => {
    const page = await open();
    const name = '<script>alert(1)</script>';
    page.on('dialog', () => browsing.complaints.push('a script ran'));
    await page.getByLabel('Their name').fill(name);
    await page.getByRole('button', { name: 'Let them in' }).click();
    await page.getByRole('heading', { name: `${name}’s Telegram` }).waitFor();
    await page.context().close();
  });
});
