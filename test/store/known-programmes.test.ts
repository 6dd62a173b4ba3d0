import { expect, it } from 'vitest';
import firstProgramme from '../../core/programmes/first-programme.json' with { type: 'json' };
import { Programme } from '../../core/programmes/programme.ts';
import { knownProgrammes } from '../../core/store/known-programmes.ts';

const row = {
  id: '0193b3a4-0000-7000-8000-000000000000',
  version: 1,
  slug: 'first',
  document: firstProgramme,
  createdAt: '2026-11-23T09:00:00+00:00',
  changedAt: '2026-11-23T09:00:00+00:00',
};

it('reads a programme as its schema does, and the same state of it once', () => {
  const known = knownProgrammes();
  expect(known.parse(row)).toEqual(Programme.parse(row));
  expect(known.parse({ ...row })).toBe(known.parse(row));
});

it.each([
  ['changed', { version: 2, changedAt: '2026-11-24T09:00:00+00:00' }],
  ['restored and changed in another way', { changedAt: '2026-11-25T09:00:00+00:00' }],
  ['another', { id: '0193b3a4-0000-7000-8000-000000000001' }],
])('reads it anew when it was %s', (_how, fields) => {
  const known = knownProgrammes();
  known.parse(row);
  const other = { ...row, ...fields, document: { ...firstProgramme, name: 'Another name' } };
  expect(known.parse(other).document.name).toBe('Another name');
});

it('takes no programme that its schema refuses', () => {
  expect(() => knownProgrammes().parse({ ...row, document: {} })).toThrow();
});
