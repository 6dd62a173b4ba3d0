import type { Temporal } from 'temporal-polyfill';
import type { Text } from '../texts/text.ts';
import type { JsonObject } from './json.ts';
import type { WebAddress } from './web-address.ts';

/** Words that a person wrote themselves: shown as they are, never read as layout. */
export type Written = { readonly written: string };

export type Line = Text | Written;

/**
 * A button does one command, for the person it was shown to. What it was offered on (such as a meeting's sequence) is
 * among its arguments, so that a command can answer that things have changed.
 */
export type Button = {
  readonly label: Line;
  readonly command: string;
  readonly args: JsonObject;
};

export type FileOut = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** A moment as a paragraph of its own: on each reader's own clock where the app can, otherwise as it is said here. */
export type MomentLine = { readonly moment: Temporal.Instant; readonly says: Line };

/**
 * An address as a paragraph of its own, which opens when it is pressed. Only where people agreed to meet, our own desk and
 * what a programme's document names are shown so; an address anywhere else is words.
 */
export type LinkLine = { readonly link: WebAddress };

export type Paragraph = Line | MomentLine | LinkLine;

/** Something to come in the calendar of a shared place. */
export type CalendarEntry = {
  readonly title: string;
  readonly about: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly where: string;
  /** Says where the rest stands, for a calendar that has no room for all of it. */
  readonly rest: string;
  readonly calledOff: boolean;
};

/** What a person sees, by its meaning. Every app lays it out in its own manner; nothing is dropped or cut off. */
export type Message = {
  /** One paragraph each. */
  readonly lines: readonly Paragraph[];
  /** Rows of buttons, most wanted first. */
  readonly buttons: readonly (readonly Button[])[];
  readonly file?: FileOut;
  /** The programme it is about, whose words it is said in; otherwise that of the chat. */
  readonly programmeId?: string;
};

export function message(lines: readonly Paragraph[], buttons: readonly (readonly Button[])[] = []): Message {
  return { lines, buttons };
}
