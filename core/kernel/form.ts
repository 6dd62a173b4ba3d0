import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../store/reader.ts';
import type { Text } from '../texts/text.ts';
import type { By } from './command.ts';
import type { JsonObject } from './json.ts';
import type { Line } from './message.ts';

/** Answers so far, by question. Kept sealed. */
export type Answers = { readonly [question: string]: string };

export type Option = { readonly label: Line; readonly value: string };

/** What became of an answer: kept as `value`, or asked again with a word on why. */
export type Taken =
  | {
      readonly value: string;
      /** Kept, and the same question stays open: what is written next belongs to it too. */
      readonly stays?: boolean;
    }
  | { readonly again: Text; readonly options?: readonly Option[] };

export type Context<Data> = {
  readonly data: Data;
  readonly args: JsonObject;
  readonly answers: Answers;
  readonly now: Temporal.Instant;
};

export type Question<Data> = {
  readonly id: string;
  ask(context: Context<Data>): readonly Line[];
  options?(context: Context<Data>): readonly Option[];
  /** May be passed over; the answer is then empty. */
  readonly optional?: boolean;
  /** Whether free text is an answer too (otherwise only the options). */
  readonly written?: boolean;
  /** Kept to the letter, white space at the ends included. */
  readonly verbatim?: boolean;
  /** Most characters of a written answer; a longer one is answered kindly and kept. */
  readonly most?: number;
  /** Can be asked before the question ahead of it is answered, so that both may stand on one sheet. */
  readonly together?: boolean;
  /**
   * Its choices are pressed in the chat alone. A sheet has only the words, which may be left out there: the press comes
   * after the sheet.
   */
  readonly pressed?: boolean;
  /** Asked in the chat alone: its choices are pressed one after the other, which no sheet can show. */
  readonly inChat?: boolean;
  /** Not asked when this is so. */
  passOver?(context: Context<Data>): boolean;
  take?(text: string, context: Context<Data>): Taken;
};

/** What a form leads to. */
export type Outcome = { readonly command: string; readonly args: object };

/** Questions asked one at a time, with back, skip and cancel, and a draft that survives a restart. */
export type Form<Data> = {
  readonly name: string;
  /** What stands above its questions, where they stand together. */
  readonly title?: Text;
  /** A form that may be left by any other word or button; its draft stays. */
  readonly questions: readonly Question<Data>[];
  /** What was written in a draft of it stays, also when it is begun anew about something else. */
  readonly keepsWriting?: boolean;
  load(read: Reader, args: JsonObject, by: By): Promise<Data>;
  /** Why it cannot be filled in by this person just now, if it cannot. */
  closed?(data: Data, now: Temporal.Instant): Text | undefined;
  /** An answer that finishes the form at once, leaving the rest at its defaults. */
  finishedBy?(question: string, value: string): boolean;
  finish(context: Context<Data>): Outcome;
};

/** A form with its data loaded, and its types hidden. */
export type OpenForm = {
  readonly name: string;
  readonly title: Text | undefined;
  /** Set when it cannot be filled in just now: the reason, for the person. */
  readonly closed: Text | undefined;
  /** Ids in order; `undefined` answers are not given yet. */
  ask(
    question: string,
    answers: Answers,
  ): {
    lines: readonly Line[];
    options: readonly Option[];
    optional: boolean;
    written: boolean;
    together: boolean;
    pressed: boolean;
    inChat: boolean;
  };
  take(question: string, text: string, answers: Answers): Taken;
  /** The question after this one (or the first), that is not passed over; undefined at the end. */
  after(question: string | undefined, answers: Answers): string | undefined;
  before(question: string, answers: Answers): string | undefined;
  ends(question: string, value: string): boolean;
  finish(answers: Answers): Outcome;
  /** What it begins with: what was answered another time waits at its question until it is said to be the answer still. */
  readonly begins?: Answers;
};

export type AnyForm = {
  readonly name: string;
  readonly keepsWriting?: boolean;
  open(read: Reader, args: JsonObject, by: By, now: Temporal.Instant): Promise<OpenForm>;
};
