import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { barriersOn } from './barriers.ts';
import { type Browsing, describeInBrowser } from './in-browser.ts';
import { openRehearsal, phoneOn } from './rehearsal-stage.ts';

describeInBrowser('three apps side by side', (browsing: Browsing) => {
  let stage: Awaited<ReturnType<typeof openRehearsal>>;
  beforeAll(async () => {
    stage = await openRehearsal();
  }, 120_000);
  afterAll(async () => await stage?.close());
  afterEach(() => expect(browsing.complaints.splice(0)).toEqual([]));

  const open = async (path = '', ...options: Parameters<Browsing['open']>): Promise<Page> => {
    const page = await browsing.open(...options);
    await page.goto(stage.address + path);
    return page;
  };

  it('shows the pair across two apps and their coordinator first, and others by a link', async () => {
    const page = await open();
    const shown = () => page.locator('.whose').allInnerTexts();
    const names = (list: string[]) => list.map((words) => words.replace(/\s+/g, ' ').trim());
    expect(names(await shown())).toEqual([
      'Aisha’s Telegram mentee',
      'Ruth’s Discord mentor',
      'Nadia’s Slack coordinator',
    ]);
    await page.getByRole('link', { name: 'Two on Telegram' }).click();
    await page.waitForURL(/who=telegram$/);
    expect(names(await shown())).toEqual(['Maya’s Telegram mentee', 'Joan’s Telegram mentor']);
    await page.locator('.choose-who > summary').click();
    await page.getByRole('link', { name: 'Show Nadia’s Slack' }).click();
    await page.getByRole('heading', { name: 'Nadia’s Slack' }).waitFor();
    // What is done on such a page leads back to it.
    await phoneOn(page, 'Maya').writes('home');
    await phoneOn(page, 'Maya').reads('Your mentor: Joan');
    expect(await page.locator('.whose').count()).toBe(3);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'has no barrier in a channel, on a front page or under a form, when it is %s',
    async (colorScheme) => {
      const page = await open('', { colorScheme, reducedMotion: 'reduce' });
      const [ruth, nadia] = [phoneOn(page, 'Ruth'), phoneOn(page, 'Nadia')];
      await ruth.turnsTo('# peer-group');
      await ruth.reads('Tuesday tea');
      await ruth.presses('Ground rules');
      await ruth.reads('Only you can see this');
      await nadia.presses(/Give a role/);
      await nadia.place.getByRole('dialog', { name: 'Give a role' }).waitFor();
      await page.locator('.choose-who > summary').click();
      expect(await barriersOn(page)).toEqual([]);
      await nadia.place.getByRole('button', { name: 'Cancel' }).click();
      await nadia.place.getByRole('dialog').waitFor({ state: 'detached' });
      await nadia.turnsTo('Beenthere');
      await ruth.turnsTo('Beenthere');
      expect(await barriersOn(page)).toEqual([]);
      await nadia.turnsTo('Home');
      await page.context().close();
    },
  );

  it('takes a slash command typed in Discord, and lays its form over the chat', async () => {
    const page = await open();
    const ruth = phoneOn(page, 'Ruth');
    await ruth.writes('/home');
    await ruth.presses('Find a time to meet');
    const sheet = ruth.place.getByRole('dialog');
    await sheet.waitFor();
    // Whoever pressed the button goes on in the form, and leaves it by a key.
    await expect.poll(() => page.evaluate('document.activeElement?.closest(".over") !== null')).toBe(true);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await ruth.presses('Find a time to meet');
    await sheet.getByLabel('Write it here').fill('next Tuesday 3pm');
    await page.keyboard.press('Enter');
    await ruth.reads('How would you like to meet?');
    await ruth.writes('/no-such-command');
    await ruth.place.locator('.own').last().filter({ hasText: '/no-such-command' }).waitFor();
    await page.context().close();
  });

  it('keeps what somebody is putting into a form while their app changes around it', async () => {
    const [here, there] = [await open(), await open()];
    const nadia = phoneOn(here, 'Nadia');
    await nadia.presses(/Give a role/);
    const mentor = nadia.place.getByRole('dialog').getByLabel('Mentor');
    await mentor.check();
    await phoneOn(there, 'Aisha').writes('home');
    await here.waitForTimeout(300);
    expect(await mentor.isChecked()).toBe(true);
    await nadia.place.getByRole('button', { name: 'Done', exact: true }).last().click();
    await nadia.place.getByRole('dialog').waitFor({ state: 'detached' });
    for (const page of [here, there]) await page.context().close();
  });

  it('works without its script: tabs, ephemeral answers, forms and slash commands', async () => {
    const page = await open('', { javaScriptEnabled: false });
    const [ruth, nadia] = [phoneOn(page, 'Ruth'), phoneOn(page, 'Nadia')];
    await ruth.turnsTo('# peer-group');
    await ruth.writes('/group');
    await nadia.turnsTo('Beenthere');
    await nadia.writes('/mentoring');
    await nadia.reads('Who needs you today');
    await nadia.presses(/Give a role/);
    const sheet = nadia.place.getByRole('dialog', { name: 'Give a role' });
    await sheet.waitFor();
    await sheet.getByRole('button', { name: 'Cancel' }).click();
    expect(await nadia.place.getByRole('dialog').count()).toBe(0);
    expect(await ruth.place.getByRole('button', { name: '# peer-group' }).getAttribute('aria-current')).toBe(
      'page',
    );
    await nadia.turnsTo('Home');
    await ruth.turnsTo('Beenthere');
    await page.context().close();
  });

  it('marks a tab behind which something new stands, until somebody looks', async () => {
    const [page, early] = [await open(), await open('', { javaScriptEnabled: false })];
    const ruth = phoneOn(page, 'Ruth');
    const tab = ruth.place.locator('.tabs').getByRole('button', { name: 'Beenthere' });
    await ruth.turnsTo('# peer-group');
    expect(await tab.innerText()).toBe('Beenthere');
    // From a page on which the phone was not turned yet.
    await phoneOn(early, 'Ruth').writes('/home');
    await tab.filter({ hasText: 'something new' }).waitFor();
    await ruth.turnsTo('Beenthere');
    await tab.filter({ hasNotText: 'something new' }).waitFor();
    for (const one of [page, early]) await one.context().close();
  });

  it('turns a phone to the same screen in every window', async () => {
    const [here, there] = [await open(), await open()];
    await phoneOn(here, 'Nadia').turnsTo('# mentoring');
    await phoneOn(there, 'Nadia')
      .place.locator('[aria-current]')
      .filter({ hasText: '# mentoring' })
      .waitFor();
    await phoneOn(there, 'Nadia').turnsTo('Home');
    await phoneOn(here, 'Nadia').reads('Who needs you today');
    for (const page of [here, there]) await page.context().close();
  });
});
