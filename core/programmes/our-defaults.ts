import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { ProgrammeDocument } from './programme.ts';

/** A number of a programme that stands in no source: it is our default until somebody writes another. */
export type OurDefault = { readonly path: string; readonly value: number };

const SAYS_NOTHING = { v: 1, name: '-', contact: { name: '-', phone: '000', hours: '-' } } as const;

/** The numbers of a document that are ours: nobody of the programme chose them, or they chose the same. */
export function ourDefaults(document: ProgrammeDocument): OurDefault[] {
  return same(ProgrammeDocument.parse(SAYS_NOTHING), document, '');
}

/** A number that a programme goes by, or several in a row, such as the days of reminders. */
export type InForce = {
  readonly path: string;
  readonly values: readonly number[];
  /** It is our default: the programme wrote none, or the same. */
  readonly isOurs: boolean;
};

/** Every number that has a default of ours, as it is in force now. */
export function numbersInForce(document: ProgrammeDocument): InForce[] {
  return inForce(ProgrammeDocument.parse(SAYS_NOTHING), document, '');
}

function inForce(ours: unknown, theirs: unknown, path: string): InForce[] {
  const numbers = z.array(z.number());
  const [own, now] = [numbers.safeParse([ours].flat()), numbers.safeParse([theirs].flat())];
  const isNumber = own.success && own.data.length > 0 && now.success && isOfOurs(path);
  if (isNumber) return [{ path, values: now.data, isOurs: isDeepStrictEqual(own.data, now.data) }];
  return Object.entries(z.record(z.string(), z.unknown()).safeParse(ours).data ?? {}).flatMap(
    ([key, value]) => inForce(value, within(theirs, key), path === '' ? key : `${path}.${key}`),
  );
}

function within(whole: unknown, key: string): unknown {
  return z.record(z.string(), z.unknown()).safeParse(whole).data?.[key];
}

/** The number of a wording, and that of the form of the document, count what was written: nobody chooses them. */
function isOfOurs(path: string): boolean {
  return path !== 'v' && !path.startsWith('consent.');
}

function same(ours: unknown, theirs: unknown, path: string): OurDefault[] {
  if (typeof ours === 'number' && isOfOurs(path)) return ours === theirs ? [{ path, value: ours }] : [];
  if (Array.isArray(ours)) return Array.isArray(theirs) ? listed(ours, theirs, path) : [];
  if (typeof ours !== 'object' || ours === null || typeof theirs !== 'object' || theirs === null) return [];
  const known = new Map(Object.entries(theirs));
  return Object.entries(ours).flatMap(([key, value]) =>
    same(value, known.get(key), path === '' ? key : `${path}.${key}`),
  );
}

function listed(ours: readonly unknown[], theirs: readonly unknown[], path: string): OurDefault[] {
  if (ours.length !== theirs.length) return [];
  return ours.flatMap((each, index) => same(each, theirs[index], `${path}[${index}]`));
}
