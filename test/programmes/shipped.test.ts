import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOf, gatesShut, type Known, otherHelpFor, siteFor } from '../../core/programmes/ask-rules.ts';
import { ourDefaults } from '../../core/programmes/our-defaults.ts';
import type { ProgrammeDocument } from '../../core/programmes/programme.ts';
import { documentSchema, readDocument } from '../../core/programmes/read-document.ts';

const folder = join(import.meta.dirname, '../../core/programmes');
const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'));

function shipped(name: string): ProgrammeDocument {
  const read = readDocument(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.document;
}

function site(document: ProgrammeDocument, known: Known): string | undefined {
  return siteFor(document, known.as, factsOf(document, known))?.code;
}

describe('the programmes that come with it', () => {
  it.each(files)('%s can be loaded', (file) => {
    expect(readDocument(JSON.parse(readFileSync(join(folder, file), 'utf8')))).toHaveProperty('document');
  });

  it('have the schema beside them that they are read by', () => {
    const beside: unknown = JSON.parse(readFileSync(join(folder, 'programme.schema.json'), 'utf8'));
    expect(beside).toEqual(documentSchema());
  });

  it('say which of their numbers are ours', () => {
    const ours = ourDefaults(shipped('re-connect'));
    expect(ours).toContainEqual({ path: 'matching.capacity', value: 2 });
    const other = { ...shipped('re-connect'), adultAge: 16 };
    expect(ourDefaults(other).map(({ path }) => path)).not.toContain('adultAge');
  });
});

describe('Re:Connect and Time and Space', () => {
  const document = shipped('re-connect');
  const lives = (area: string, what: readonly string[], supports = true): Known => ({
    as: 'mentee',
    answers: { area, 'supports-somebody': supports, 'what-with': [...what] },
  });

  it('ELG-03, ELG-04: has two sites with remits of their own', () => {
    expect(site(document, lives('glasgow', ['mental-distress']))).toBe('re-connect');
    expect(site(document, lives('stirling', ['mental-distress']))).toBe('time-and-space');
    expect(site(document, lives('clackmannanshire', ['dementia']))).toBe('time-and-space');
    expect(site(document, lives('stirling', ['learning-disability']))).toBe('time-and-space');
    expect(site(document, lives('glasgow', ['dementia']))).toBeUndefined();
    expect(site(document, lives('elsewhere', ['mental-distress']))).toBeUndefined();
    expect(site(document, lives('glasgow', ['mental-distress'], false))).toBeUndefined();
  });

  it('ELG-02: asks the same of mentors: to have supported somebody, and to live there', () => {
    expect(site(document, { ...lives('glasgow', ['mental-distress']), as: 'mentor' })).toBe('re-connect');
    expect(site(document, { ...lives('elsewhere', ['mental-distress']), as: 'mentor' })).toBeUndefined();
  });

  it('names other help to whoever it is not for', () => {
    expect(otherHelpFor(document, factsOf(document, lives('elsewhere', []))).length).toBeGreaterThan(0);
  });

  it('TRN-01, TRN-17: has six modules, all of them asked of a mentor', () => {
    const asked = document.training.modules.filter(({ requiredOf }) => requiredOf.includes('mentor'));
    expect(asked).toHaveLength(6);
    expect(asked.map(({ code }) => code)).toContain('inequalities');
    const untrained = factsOf(document, { as: 'mentor', answers: {} });
    expect(gatesShut(document, 'mentor', untrained).map(({ code }) => code)).toEqual(['all-modules']);
    expect(
      gatesShut(document, 'mentor', factsOf(document, { as: 'mentor', answers: {}, trained: true })),
    ).toEqual([]);
  });

  it('has no gate of six months: that is for Next Steps alone (D25)', () => {
    expect(JSON.stringify(document)).not.toContain('moved-on');
  });
});

describe('Next Steps', () => {
  const document = shipped('next-steps');
  const shut = (known: Omit<Known, 'as'>): string[] =>
    gatesShut(document, 'mentor', factsOf(document, { as: 'mentor', ...known })).map(({ code }) => code);

  it('PRG-01: opens to mentors six months after they moved on, and trained', () => {
    expect(shut({ answers: {}, monthsSinceMovedOn: 5, trained: true })).toEqual(['moved-on', 'accredited']);
    expect(shut({ answers: {}, monthsSinceMovedOn: 6, trained: true })).toEqual([]);
    expect(shut({ answers: {}, monthsSinceMovedOn: 6 })).toEqual(['accredited']);
    expect(shut({ answers: { 'months-moved-on': 7 }, trained: true })).toEqual([]);
    expect(shut({ answers: {}, trained: true })).toEqual(['moved-on', 'accredited']);
  });

  it('TRN-03: has its training refreshed every three years', () => {
    expect(document.training.modules.map(({ refreshMonths }) => refreshMonths)).toEqual([36]);
  });

  it('D7: goes on until a milestone, not until a date', () => {
    expect(document.ending.policy).toBe('milestone');
  });
});
