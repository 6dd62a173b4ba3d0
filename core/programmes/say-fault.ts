import type { z } from 'zod';

/** One thing that is wrong in a document: where, and what to write instead. */
export type Fault = { readonly path: string; readonly says: string };

/** "sites[1].takes.mentee"; the document itself is "(the whole document)". */
export function pathOf(path: readonly PropertyKey[]): string {
  const written = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return written === '' ? '(the whole document)' : written.replace(/^\./, '');
}

type Issue = z.core.$ZodIssue;

/** Each thing that a schema found, as a sentence that says what to write instead. */
export function saidOf(issue: Issue, before: readonly PropertyKey[] = []): Fault[] {
  const path = [...before, ...issue.path];
  const one = (says: string): Fault[] => [{ path: pathOf(path), says }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: pathOf([...path, key]),
        says: 'There is no such entry. Take it out, or look for its right name in the schema.',
      }));
    case 'invalid_union':
      return issue.errors.length > 0 ? ofUnion(issue.errors, path) : one(ofNoKind(issue));
    case 'invalid_type':
      return one(`Write ${A_KIND[issue.expected] ?? issue.expected} here.`);
    case 'invalid_value':
      return one(`Write one of: ${issue.values.map(String).join(', ')}.`);
    case 'too_small':
      return one(tooSmall(issue));
    case 'too_big':
      return one(tooBig(issue));
    case 'invalid_format':
      return one(FORMATS[issue.format] ?? sentence(issue.message));
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((each) => saidOf(each, path));
    case 'not_multiple_of':
      return one(`Write a multiple of ${issue.divisor}.`);
    default:
      return one(sentence(issue.message));
  }
}

const A_KIND: Readonly<Record<string, string>> = {
  string: 'a text between quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list between [ and ]',
  object: 'an entry between { and }',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'Write a day as YYYY-MM-DD.',
  time: 'Write a time of day as HH:MM.',
  uuid: 'Write an id as the program shows it.',
};

/** What an entry says of itself is a sentence as a rule; what the schema says of it by itself is made one. */
function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}

/** An entry says by one of its own of what kind it is, and there is no such kind. */
function ofNoKind(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const kinds = 'options' in issue ? (issue.options ?? []) : [];
  return kinds.length === 0
    ? 'Look in the schema for how it can be written.'
    : `Write one of: ${kinds.map(String).join(', ')}.`;
}

function tooSmall({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): string {
  if (origin === 'string')
    return minimum === 1 ? 'Write something here.' : `Write at least ${minimum} characters.`;
  if (origin === 'array') return `List at least ${minimum}.`;
  return `Write ${minimum} or more.`;
}

function tooBig({ origin, maximum }: Extract<Issue, { code: 'too_big' }>): string {
  if (origin === 'string') return `Write ${maximum} characters at the most.`;
  if (origin === 'array') return `List ${maximum} at the most.`;
  return `Write ${maximum} or less.`;
}

/** Of the ways in which something could have been written, the one that its writer came nearest to. */
function ofUnion(ways: readonly (readonly Issue[])[], path: readonly PropertyKey[]): Fault[] {
  const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((issue) => depthOf(issue)));
  const nearest = ways.toSorted(
    (a, b) => depth(b) - depth(a) || wrongKind(a) - wrongKind(b) || a.length - b.length,
  )[0];
  return (nearest ?? []).flatMap((each) => saidOf(each, path));
}

function depthOf(issue: Issue): number {
  if (issue.code !== 'invalid_union') return issue.path.length;
  return issue.path.length + Math.max(0, ...issue.errors.flat().map(depthOf));
}

/** How many of the faults say that it is another kind of thing altogether. */
function wrongKind(issues: readonly Issue[]): number {
  return issues.filter(({ code, path }) => code === 'invalid_type' && path.length === 0).length;
}
