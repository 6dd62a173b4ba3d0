/**
 * Words that people wrote, and our own, as Discord shows them letter by letter: nothing in them mentions, calls, links, formats
 * or stands for anything else. Discord's escape is a backslash before a sign. Where a sign means something only in company
 * (the colon of an address, the dash that begins a line), it is escaped only there, so that plain words stay plain words where
 * an app shows the raw text, as some do in a notification.
 */
export function escapeText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(ALWAYS, '\\$&')
    .replace(BEGINS_LINE, '$1\\$2')
    .replace(NUMBERS_LINE, '$1\\.')
    .replace(SCHEME, '$1\\:')
    .replace(INVITATION, '$1\\/')
    .replace(CALLS_EVERYBODY, '\\@');
}

/** What some app may take for the end of a line is one, so that no line begins unseen. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const ALWAYS = /[\\`*_~|<[]/g;
/** A heading, small print, a list or a quotation, however far from the margin. */
const BEGINS_LINE = /^([^\S\n]*)([#>-])/gm;
const NUMBERS_LINE = /^([^\S\n]*\d+)\./gm;
/** What makes an address of what follows. */
const SCHEME = /(mailto|tel|sms):|:(?=\/\/)/gi;
const INVITATION = /(discord(?:app)?\.(?:gg|com))\//gi;
const CALLS_EVERYBODY = /@(?=everyone|here)/gi;

/** For places that know no escape and still make links of addresses: a sign of no width parts the address. */
export function unlinked(text: string): string {
  return text
    .replace(/:(?=\/\/)/g, ':\u200b')
    .replace(/(?<=mailto|tel|sms):/gi, '\u200b:')
    .replace(/(discord(?:app)?\.(?:gg|com))\//gi, '$1\u200b/');
}
