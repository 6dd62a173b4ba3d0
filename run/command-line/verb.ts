import type { Desk } from './desk.ts';
import { UsageWrong } from './not-done.ts';
import type { Table } from './table.ts';

/** What a verb takes after "--": something, or nothing. */
export type Options = Readonly<Record<string, 'value' | 'flag'>>;

/** What was typed after a verb. */
export type Given = {
  readonly words: readonly string[];
  value(option: string): string | undefined;
  flag(option: string): boolean;
};

/** What a verb answers: sentences and a table for people, data for machines. */
export type Answer = {
  readonly said?: readonly string[];
  readonly table?: Table;
  readonly data: unknown;
  /** Ids of whom or what it shows, for what is written down of it. */
  readonly about?: Readonly<Record<string, string>>;
  /** It was done, and what it found is not well: the exit code says so. */
  readonly failed?: boolean;
};

export type Verb = {
  /** One word or two. */
  readonly name: string;
  /** What follows it, as the help shows it. */
  readonly takes: string;
  readonly does: string;
  readonly options: Options;
  /** Least and most words after the name. */
  readonly words: readonly [least: number, most: number];
} & (
  | { readonly run: (desk: Desk, given: Given) => Promise<Answer> }
  /** Needs no database, or one that it opens in its own manner. */
  | { readonly alone: (desk: Pick<Desk, 'config' | 'moment' | 'note'>, given: Given) => Promise<Answer> }
);

/** A whole number given as an option. @throws UsageWrong when it is none, or out of bounds. */
export function numberOf(given: Given, option: string, least: number, most: number): number | undefined {
  const text = given.value(option);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageWrong(
    `--${option} takes a whole number from ${least} to ${most}, such as --${option} ${least}.`,
  );
}

/** The code of a site, where one was given. */
export function siteGiven(given: Given): { site?: string } {
  const site = given.value('site')?.trim();
  return site === undefined ? {} : { site };
}

/** One of a few words given as an option. @throws UsageWrong when it is none of them. */
export function choiceOf<T extends string>(text: string, choices: readonly T[], what: string): T {
  const found = choices.find((choice) => choice === text.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageWrong(`${what} has to be one of: ${choices.join(', ')}.`);
}

/** An option that has to be there. @throws UsageWrong when it is not. */
export function needed(given: Given, option: string, example: string): string {
  const text = given.value(option)?.trim();
  if (text !== undefined && text !== '') return text;
  throw new UsageWrong(`Add --${option}, such as --${option} ${example}.`);
}
