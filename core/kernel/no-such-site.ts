import type { Site } from '../programmes/remit.ts';
import { text } from '../texts/text.ts';
import type { Refusal } from './command.ts';

/** Why something cannot be for a site, naming those there are; undefined when it can. */
export function noSuchSite(
  { sites }: { readonly sites: readonly Site[] },
  site: string,
): Refusal | undefined {
  if (sites.length === 0) return { refused: 'site.none', say: text('site-none') };
  if (sites.some(({ code }) => code === site)) return undefined;
  const named = sites.map(({ code, name }) => `${name} (${code})`).join(', ');
  return { refused: 'site.unknown', say: text('site-unknown', { sites: named }) };
}
