import { ProgrammeDocument } from './programme.ts';

/** A number of a programme that stands in no source: it is our default until somebody writes another. */
export type OurDefault = { readonly path: string; readonly value: number };

const SAYS_NOTHING = { v: 1, name: '-', contact: { name: '-', phone: '000', hours: '-' } } as const;

/** The numbers of a document that are ours: nobody of the programme chose them, or they chose the same. */
export function ourDefaults(document: ProgrammeDocument): OurDefault[] {
  return same(ProgrammeDocument.parse(SAYS_NOTHING), document, '');
}

function same(ours: unknown, theirs: unknown, path: string): OurDefault[] {
  if (typeof ours === 'number' && path !== 'v') return ours === theirs ? [{ path, value: ours }] : [];
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
