const TOKEN_BYTES = 16;

/** What every token of a button that opens a form begins with: an app has to know before anything can be read. */
const OPENS_FORM = 'f-';
const ANY_OTHER = 'b-';

/** Names one button, and nothing else: who may press it and what it does stands in the database. */
export function newToken(command: string, random: (bytes: number) => Uint8Array): string {
  const mark = command === 'open-form' ? OPENS_FORM : ANY_OTHER;
  return `${mark}${Buffer.from(random(TOKEN_BYTES)).toString('base64url')}`;
}

export function opensForm(token: string): boolean {
  return token.startsWith(OPENS_FORM);
}
