/** An https address that has been looked at: what is opened, and the host that it leads to, as a reader is to see it. */
export type WebAddress = { readonly address: string; readonly host: string };

/** What anybody can see, in one piece: no control characters, and nothing that turns or hides what stands beside it. */
const PLAIN = /^https:\/\/[^\p{C}\p{Z}\\<>"]+$/iu;
/** A name of the internet, whose last part is no number. What is not ASCII stands in it as "xn--…". */
const NAME = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?(?::\d+)?$/;
/** Signs that an address may have (RFC 3986); whatever else a browser lets stand is written by its number. */
const OTHERS = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]|@(?=everyone|here)/gi;
const LONGEST = 1500;

/**
 * Reads a word as an address that may be opened: https alone, a name of the internet rather than a number, nobody's name or
 * password before it. Undefined: it is none of these, and stays words.
 */
export function readWebAddress(word: string): WebAddress | undefined {
  const [, authority = ''] = /^https:\/\/([^/?#]*)/i.exec(word) ?? [];
  if (!PLAIN.test(word) || authority.includes('@') || !URL.canParse(word)) return undefined;
  const { protocol, username, password, host, href } = new URL(word);
  if (protocol !== 'https:' || username !== '' || password !== '' || !NAME.test(host)) return undefined;
  const address = href.replace(OTHERS, byNumber);
  return address.length > LONGEST ? undefined : { address, host };
}

function byNumber(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** The one address in what somebody wrote, without the dot or bracket that may follow it; undefined where there is none, or several. */
export function onlyAddressIn(written: string): WebAddress | undefined {
  const words = written.split(/\s+/).filter((word) => /https?:\/\//i.test(word));
  const [word, ...more] = words;
  if (word === undefined || more.length > 0) return undefined;
  return readWebAddress(word.replace(/[.,;:!?)\]'”’]+$/, ''));
}
