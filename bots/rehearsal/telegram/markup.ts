import type { WireEntity } from './wire.ts';

export interface ParsedText {
  text: string;
  entities: WireEntity[];
}

/** Markup that cannot be read, in Telegram's words. */
export class UnreadableMarkup extends Error {}

/** Telegram names places in markup by UTF-8 bytes, whatever the language of the client. */
export function byteOffset(source: string, index: number): number {
  return Buffer.byteLength(source.slice(0, index));
}
