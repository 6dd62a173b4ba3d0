import { z } from 'zod';
import { faultsOfWriting, isIn } from './faults-of-writing.ts';
import { faultsOfFinding } from './meaning-of-matching.ts';
import { faultsOfQuestions } from './meaning-of-questions.ts';
import { faultsOfRules } from './meaning-of-rules.ts';
import { faultsOfTimes } from './meaning-of-times.ts';
import { faultsOfTraining } from './meaning-of-training.ts';
import { ProgrammeDocument } from './programme.ts';
import { type Fault, saidOf } from './say-fault.ts';
import { writtenTwice } from './written-twice.ts';

/** A document that can be loaded, or everything that is wrong with it. */
export type DocumentRead = { readonly document: ProgrammeDocument } | { readonly faults: readonly Fault[] };

type Entry = keyof ProgrammeDocument;

const entries = Object.entries(ProgrammeDocument.shape);

/**
 * Takes a programme's document in from outside, whole or not at all. Each entry is read by itself, so that what is wrong in
 * one does not hide what is wrong in another; what they mean together is asked of those that could be read.
 */
export function readDocument(written: unknown): DocumentRead {
  const given = withoutHint(written);
  const whole = ProgrammeDocument.safeParse(given);
  const badly = faultsOfWriting(given);
  if (whole.success) {
    const faults = [...badly, ...meant(whole.data, new Set())];
    return faults.length > 0 ? { faults } : { document: whole.data };
  }
  const shapes = whole.error.issues.flatMap((issue) => saidOf(issue));
  const faults = [...badly, ...shapes.filter((each) => !badly.some(({ path }) => isIn(each.path, path)))];
  const given_ = z.record(z.string(), z.unknown()).safeParse(given);
  if (!given_.success) return { faults };
  const broken = new Set(whole.error.issues.map(({ path }) => path[0]).filter((key) => key !== undefined));
  const readable = Object.fromEntries(
    entries.flatMap(([key]) => (broken.has(key) || !(key in given_.data) ? [] : [[key, given_.data[key]]])),
  );
  const partly = ProgrammeDocument.safeParse({ ...PLAIN, ...readable });
  return { faults: partly.success ? [...faults, ...meant(partly.data, broken)] : faults };
}

/** The same of a document as it is typed. @throws SyntaxError where it is not JSON */
export function readText(text: string): DocumentRead {
  const read = readDocument(JSON.parse(text));
  const twice = writtenTwice(text);
  return twice.length === 0 ? read : { faults: [...twice, ...('faults' in read ? read.faults : [])] };
}

/** Editors find the schema of a file by this entry; it says nothing of the programme. */
function withoutHint(written: unknown): unknown {
  if (typeof written !== 'object' || written === null || !('$schema' in written)) return written;
  const { $schema: _hint, ...rest } = written;
  return rest;
}

/** The same for editors and other programs: JSON Schema 2020-12, made from what reads the document. */
export function documentSchema(): Record<string, unknown> {
  const shape = z.toJSONSchema(ProgrammeDocument, { io: 'input', reused: 'ref' });
  return {
    ...shape,
    title: 'A peer-mentoring programme',
    properties: { $schema: { type: 'string' }, ...shape.properties },
  };
}

/** Stands in for what a document has to say and did not, while the rest of it is looked at. */
const PLAIN = { v: 1, name: '-', contact: { name: '-', phone: '000', hours: '-' } };

/** What does not fit together; `broken` are entries that could not be read, of which nothing is asked. */
function meant(document: ProgrammeDocument, broken: ReadonlySet<PropertyKey>): Fault[] {
  const canAsk = (...needed: Entry[]): boolean => needed.every((entry) => !broken.has(entry));
  return [
    ...(canAsk('intake') ? faultsOfQuestions(document) : []),
    ...(canAsk('intake', 'gates', 'training') ? faultsOfRules(document) : []),
    ...(canAsk('intake', 'matching') ? faultsOfFinding(document) : []),
    ...faultsOfTimes(document),
    ...(canAsk('training') ? faultsOfTraining(document) : []),
  ];
}
