import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser of this machine; CHROMIUM names another. */
const found = [process.env['CHROMIUM'] ?? PLACES].flat().find((place) => existsSync(place));

export type Browsing = {
  /** A new window that knows nothing of the others. What its pages complain about is kept. */
  open(options?: BrowserContextOptions): Promise<Page>;
  readonly complaints: string[];
};

/**
 * Tests in a real browser. Without one they do not run, and the test run says so; where everything has to be checked (CI),
 * that is a failure.
 */
export function describeInBrowser(name: string, body: (browsing: Browsing) => void): void {
  describe.runIf(found !== undefined)(name, () => {
    const complaints: string[] = [];
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: found ?? '', args: FLAGS });
    });
    afterAll(async () => await browser?.close());
    body({
      complaints,
      async open(options = {}) {
        const page = await (await browser.newContext(options)).newPage();
        page.on('pageerror', (error) => complaints.push(String(error)));
        page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
        return page;
      },
    });
  });
  if (found === undefined && process.env['CI'] === 'true') {
    it(`${name}: a browser is there to test with`, () => {
      throw new Error(`Install Chromium (Debian: apt-get install chromium), or name it in CHROMIUM.`);
    });
  }
}
