import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { readConfig } from '../../config.ts';
import { openLog } from '../../run/logger.ts';
import { startRehearsal } from '../../run/start-rehearsal.ts';

/** A rehearsal as `npm start` begins it, in a folder of its own. */
export async function openRehearsal() {
  const folder = mkdtempSync(join(tmpdir(), 'beenthere-rehearsal-'));
  const config = readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' });
  const app = await startRehearsal(config, openLog('silent'));
  await app.ready;
  return {
    address: `${app.url}/rehearsal`,
    async close() {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What somebody does with one of the phones on the page. They press what they see, by its label. */
export function phoneOn(page: Page, name: string) {
  const place: Locator = page.getByRole('region', { name: new RegExp(`^${name}’s `) });
  const messages = place.locator('.message');
  return {
    place,
    messages,
    /** Waits until such words stand in the chat. */
    reads: async (words: string | RegExp) => await messages.filter({ hasText: words }).last().waitFor(),
    presses: async (label: string | RegExp) =>
      await messages.getByRole('button', { name: label, exact: true }).last().click(),
    async turnsTo(tab: string) {
      await place.locator('.tabs').getByRole('button', { name: tab }).click();
      await place.locator('.tabs [aria-current]').filter({ hasText: tab }).waitFor();
    },
    async writes(words: string) {
      await place.getByRole('textbox', { name: /^Write as/ }).fill(words);
      await place.getByRole('button', { name: 'Send', exact: true }).click();
    },
  };
}

export async function movesClock(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.locator('#clock:not([aria-busy])').waitFor();
}
