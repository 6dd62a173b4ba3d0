import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const Found = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.unknown()) })) });

/** What axe-core, the usual checker of accessibility, has against a page as it is. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = Found.parse(await page.evaluate('axe.run()'));
  return violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes)}`);
}
