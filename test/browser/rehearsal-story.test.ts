import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './in-browser.ts';
import { movesClock, openRehearsal, phoneOn } from './rehearsal-stage.ts';

/** Presses "to the next thing" until these words stand on the phone. */
async function untilNews(
  page: Page,
  phone: ReturnType<typeof phoneOn>,
  words: string | RegExp,
): Promise<void> {
  for (let moves = 0; moves < 12; moves += 1) {
    if ((await phone.messages.filter({ hasText: words }).count()) > 0) return;
    await movesClock(page, 'To the next thing that happens');
  }
  await phone.reads(words);
}

/** The name of the day after tomorrow by the clock on the page, in London as the people of the story are. */
async function dayAfterTomorrow(page: Page): Promise<string> {
  const now = (await page.locator('#clock time').getAttribute('datetime')) ?? '';
  const day = new Date(Date.parse(now) + 48 * 3_600_000);
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'Europe/London' }).format(day);
}

describeInBrowser('a mentee on Telegram, her mentor on Discord, and a coordinator in Slack', (browsing) => {
  let stage: Awaited<ReturnType<typeof openRehearsal>>;
  beforeAll(async () => {
    stage = await openRehearsal();
  }, 120_000);
  afterAll(async () => await stage?.close());

  it('book, agree, are reminded, meet, say how it went, and she writes a word for herself', async () => {
    const page = await browsing.open({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(stage.address);
    const [aisha, ruth, nadia] = [phoneOn(page, 'Aisha'), phoneOn(page, 'Ruth'), phoneOn(page, 'Nadia')];

    await aisha.presses('Find a time to meet');
    await aisha.reads('When would you like to meet Ruth?');
    await aisha.writes(`${await dayAfterTomorrow(page)} 3pm`);
    await aisha.reads('How would you like to meet?');
    await aisha.presses('By phone');
    await aisha.reads('How long would suit you?');
    await aisha.presses('30 minutes');
    await aisha.reads('Which number is to be rung?');
    await aisha.presses('Skip');
    await aisha.reads('Ruth has not answered yet.');

    // What comes by itself says no name that may show on a locked screen.
    await ruth.reads('A would like to talk with you.');
    await ruth.presses('Yes, that suits me');
    await ruth.reads('You and Aisha have agreed on this time.');
    await aisha.reads('You and R have agreed on this time.');

    await aisha.presses('Put it in my calendar');
    const download = page.waitForEvent('download');
    await aisha.messages.getByRole('link', { name: /^Download .*\.ics$/ }).click();
    expect((await download).suggestedFilename()).toMatch(/\.ics$/);

    await untilNews(page, aisha, 'A short reminder: you and R are going to talk.');
    await untilNews(page, aisha, 'How did it go?');
    await untilNews(page, ruth, 'How did it go?');
    await aisha.presses('It happened');
    await aisha.reads('You said that it happened.');
    await ruth.presses('It happened');
    await ruth.reads('You said that it happened.');

    await aisha.writes('reflect');
    await aisha.reads('What would you like to write?');
    await aisha.writes('We laughed about the bins. I slept well for once.');
    await aisha.reads('Saved. Thank you for writing.');
    for (const other of [ruth, nadia]) expect(await other.place.innerText()).not.toContain('bins');
    await nadia.reads('Who needs you today');
    expect(browsing.complaints).toEqual([]);
    // The picture in the README is this page at this moment: PICTURE=docs/rehearsal.png renews it.
    const path = process.env['PICTURE'];
    if (path !== undefined) await page.screenshot({ path });
  }, 120_000);
});
