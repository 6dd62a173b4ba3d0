import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { ZodError, z } from 'zod';
import type { Config } from '../config.ts';
import { configOfDesk, momentOfDesk, openDesk } from './command-line/desk.ts';
import { NotDone, UsageWrong } from './command-line/not-done.ts';
import { runNoted } from './command-line/note-read.ts';
import { layOut } from './command-line/table.ts';
import type { Answer, Given, Verb } from './command-line/verb.ts';
import { usageOf, verbs } from './command-line/verbs.ts';

/** Where answers and sentences go. */
export type Print = { out(line: string): void; err(line: string): void };

const toTerminal: Print = {
  out(line) {
    process.stdout.write(`${line}\n`);
  },
  err(line) {
    process.stderr.write(`${line}\n`);
  },
};

const OTHER_NAMES: Readonly<Record<string, string>> = { '--help': 'help', '-h': 'help' };

/**
 * Does what a coordinator or an operator typed.
 * @returns the exit code: 0 done, 1 not possible, 2 not understood.
 */
export async function commandLine(
  config: Config,
  words: readonly string[],
  print: Print = toTerminal,
): Promise<0 | 1 | 2> {
  try {
    const { verb, given, json } = understood(words);
    const answer = await run(verb, given, config, print);
    for (const line of json ? [JSON.stringify(answer.data, null, 2)] : linesOf(answer)) print.out(line);
    return answer.failed === true ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageWrong) {
      print.err(error.message);
      return 2;
    }
    if (error instanceof ZodError) {
      print.err(z.prettifyError(error));
      return 2;
    }
    if (error instanceof NotDone) {
      print.err(error.message);
      return 1;
    }
    throw error;
  }
}

async function run(verb: Verb, given: Given, config: Config, print: Print): Promise<Answer> {
  const note = (sentence: string): void => print.err(sentence);
  if ('alone' in verb) {
    const own = configOfDesk(config);
    return await verb.alone(
      { config: own.config, moment: momentOfDesk(own.config, own.isRehearsal), note },
      given,
    );
  }
  const desk = await openDesk(config, note);
  try {
    return await runNoted(verb, desk, given);
  } finally {
    await desk.close();
  }
}

function understood(words: readonly string[]): { verb: Verb; given: Given; json: boolean } {
  const [first = 'help', second = ''] = words;
  const one = OTHER_NAMES[first] ?? first;
  const verb =
    verbs.find((each) => each.name === `${one} ${second}`) ?? verbs.find((each) => each.name === one);
  if (verb === undefined) throw new UsageWrong(notKnown(one));
  const rest = words.slice(verb.name.split(' ').length);
  const { values, positionals } = parsed(verb, rest);
  const [least, most] = verb.words;
  if (positionals.length < least || positionals.length > most) throw new UsageWrong(`Type: ${usageOf(verb)}`);
  const given: Given = {
    words: positionals,
    value(option) {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (option) => values[option] === true,
  };
  return { verb, given, json: values['json'] === true };
}

function parsed(verb: Verb, rest: readonly string[]) {
  const options: ParseArgsOptionsConfig = { json: { type: 'boolean' } };
  for (const [name, takes] of Object.entries(verb.options))
    options[name] = { type: takes === 'value' ? 'string' : 'boolean' };
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's first sentence says which word it was; what it advises then is about something else.
    const why = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
    throw new UsageWrong(`${why}. Type: ${usageOf(verb)}`);
  }
}

function notKnown(word: string): string {
  const near = verbs.filter((each) => each.name.startsWith(`${word} `));
  return near.length === 0
    ? `"${word}" is nothing that can be done here. Type "help" to see what can.`
    : `Type one of these:\n${near.map((each) => `  ${usageOf(each)}`).join('\n')}`;
}

function linesOf({ table, said }: Answer): string[] {
  const lines = [...(table === undefined || table.rows.length === 0 ? [] : layOut(table)), ...(said ?? [])];
  return lines.length === 0 ? ['There is nothing to show.'] : lines;
}
