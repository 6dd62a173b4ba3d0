import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { documentSchema, readDocument } from '../../core/programmes/read-document.ts';
import { aDocument } from './a-document.ts';

/** What is wrong with a document, as "path: what to write instead". */
function wrongWith(document: unknown): string[] {
  const read = readDocument(document);
  return 'faults' in read ? read.faults.map(({ path, says }) => `${path}: ${says}`) : [];
}

/** The same with one place of it changed; a path is written "intake.0.kind". */
function wrongWhen(path: string, value: unknown): string[] {
  const document = structuredClone(aDocument());
  const steps = path.split('.');
  let at: unknown = document;
  for (const step of steps.slice(0, -1)) at = Reflect.get(Object(at), step);
  if (value === undefined) Reflect.deleteProperty(Object(at), steps.at(-1) ?? '');
  else Reflect.set(Object(at), steps.at(-1) ?? '', value);
  return wrongWith(document);
}

describe('the document of a programme', () => {
  it('is taken in when everything fits together', () => {
    expect(wrongWith(aDocument())).toEqual([]);
  });

  it.each([
    ['name', undefined, 'name: Write a text between quotes here.'],
    ['name', '', 'name: Write something here.'],
    ['nmae', 'x', 'nmae: There is no such entry. Take it out, or look for its right name in the schema.'],
    ['model', 'voluntary', 'model: Write one of: informal, organised-unpaid, paid, facilitated.'],
    ['intake.0.code', 'Area Of Town', /^intake\[0\]\.code: Write it in small letters/],
    [
      'intake.0.choices',
      [{ value: 'north', says: 'In the north' }],
      /^intake\[0\]\.choices: List at least two choices/,
    ],
    [
      'intake.1.choices',
      [{ value: 'yes', says: 'Yes' }],
      /^intake\[1\]\.choices: A "yes-no" question has no choices/,
    ],
    ['intake.1.code', 'area', /^intake\[1\]\.code: "area" is taken further up/],
    [
      'intake.0.onlyIf',
      { question: 'age', is: [true] },
      /^intake\[0\]\.onlyIf\.question: No question "age" comes before/,
    ],
    [
      'intake.3.onlyIf',
      { question: 'area', is: ['west'] },
      /^intake\[3\]\.onlyIf\.is\[0\]: "area" is never answered so/,
    ],
    [
      'sites.0.takes.mentee',
      { fact: 'answer.town', operator: 'equal', value: 'x' },
      /^sites\[0\]\.takes\.mentee: There is no fact "answer.town"/,
    ],
    [
      'sites.0.takes.mentee',
      { fact: 'answer.area', operator: 'equal', value: 'nroth' },
      /"area" is never answered "nroth"\. There are: north, south\./,
    ],
    [
      'sites.0.takes.mentee',
      { fact: 'answer.area', operator: 'greaterThan', value: 3 },
      /cannot be asked with "greaterThan"/,
    ],
    [
      'gates.0.when',
      { fact: 'gate.ready', operator: 'equal', value: true },
      'gates[0].when: These gates wait for one another: trained → ready → trained. Take one of the steps out.',
    ],
    [
      'gates.0.when',
      { fact: 'module.speaking', operator: 'equal', value: true },
      /^gates\[0\]\.when: There is no fact "module.speaking"/,
    ],
    [
      'becomingMentor.gate',
      'raedy',
      'becomingMentor.gate: There is no gate "raedy". There are: trained, ready.',
    ],
    ['matching.factors.0.weight', -1, 'matching.factors[0].weight: Write 0 or more.'],
    [
      'matching.factors.0.question',
      'hobbies',
      /^matching\.factors\[0\]\.question: There is no question "hobbies"/,
    ],
    ['matching.factors.0.how', 'near', /^matching\.factors\[0\]\.question: "likes" is a "many" question/],
    ['matching.factors.1.within', undefined, /^matching\.factors\[1\]\.within: Write the distance/],
    ['matching.factors.0.firmQuestion', 'firm', /Only a wish can be made firm/],
    [
      'matching.hardNeeds',
      [{ code: 'n', says: 'x', question: 'firm', mentorQuestion: 'likes' }],
      /^matching\.hardNeeds\[0\]\.question: "firm" is a "yes-no" question/,
    ],
    [
      'ages',
      { question: 'likes', from: 16, to: 25 },
      /^ages\.question: Name a question of the intake that asks for a number/,
    ],
    ['ages', { question: 'age', from: 25, to: 16 }, 'ages.to: Write 25 or more.'],
    ['safeguarding', { zone: 'Scotland' }, /^safeguarding\.zone: Write a time zone/],
    ['ending', { policy: 'date' }, /^ending\.weeks: Write a number here/],
    ['meetings', { minute: 45 }, /^meetings\.minute: There is no such entry/],
    ['safeguarding', { acknowledgeMinute: 5 }, /^safeguarding\.acknowledgeMinute: There is no such entry/],
    ['messages', { keep: 5 }, /^messages\.keep: There is no such entry/],
    ['nudges', { rules: [] }, /^nudges\.rules: There is no such entry/],
    [
      'words',
      { mentor: { one: 'guide', many: 'guides', an: 'a' } },
      /^words\.mentor\.an: There is no such entry/,
    ],
    ['helplines', { aproved: {} }, /^helplines\.aproved: There is no such entry/],
    ['contact', { name: 'M', phone: '000', hours: 'x', fax: '1' }, /^contact\.fax: There is no such entry/],
    ['contact', 'Morag', /^contact: Write an entry between/],
  ])('says what to write instead when %s is wrong', (path, value, said) => {
    const found = wrongWhen(path, value);
    if (typeof said === 'string') expect(found).toContain(said);
    else expect(found.join('\n')).toMatch(new RegExp(said.source, 'm'));
  });

  it('is refused when weights sum to nothing', () => {
    const document = aDocument();
    const matching = { factors: [{ code: 'a', weight: 0, says: 'x', how: 'shared', question: 'likes' }] };
    expect(wrongWith({ ...document, matching })).toEqual([
      'matching.factors: All weights together are 0. Give at least one factor a weight of 1 or more.',
    ]);
  });

  it('names a hard need that nobody could ever meet', () => {
    const intake = [
      {
        code: 'needs',
        as: ['mentee'],
        kind: 'many',
        ask: 'x',
        choices: ['a', 'b'].map((value) => ({ value, says: value })),
      },
      {
        code: 'offers',
        as: ['mentor'],
        kind: 'many',
        ask: 'x',
        choices: ['a', 'c'].map((value) => ({ value, says: value })),
      },
    ];
    const matching = { hardNeeds: [{ code: 'n', says: 'x', question: 'needs', mentorQuestion: 'offers' }] };
    const { sites: _s, gates: _g, becomingMentor: _b, ...rest } = aDocument();
    expect(wrongWith({ ...rest, intake, matching })).toEqual([
      expect.stringContaining('Nobody could ever answer "b" there'),
    ]);
  });

  it('names fifty faults at once, each by its own path', () => {
    const intake = Array.from({ length: 40 }, (_, n) => ({
      code: `q${n}`,
      as: ['mentee'],
      kind: 'one',
      ask: 'x',
    }));
    const roles = Array.from({ length: 12 }, (_, n) => ({ code: `r${n}`, name: '', says: 'x' }));
    const { sites: _s, gates: _g, becomingMentor: _b, matching: _m, ...rest } = aDocument();
    const found = wrongWith({ ...rest, intake, roles });
    expect(found.length).toBeGreaterThanOrEqual(50);
    expect(new Set(found).size).toBe(found.length);
  });

  it('tells what does not fit together also when another entry could not be read', () => {
    const found = wrongWith({ ...aDocument(), name: 3, becomingMentor: { gate: 'x', says: 'y' } });
    expect(found).toEqual([
      'name: Write a text between quotes here.',
      expect.stringContaining('becomingMentor.gate: There is no gate "x"'),
    ]);
  });

  it.each([null, 'text', 7, []])('is not %j', (given) => {
    expect(wrongWith(given)).toEqual([expect.stringContaining('(the whole document)')]);
  });
});

describe('the schema of the document', () => {
  const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(documentSchema());

  it('takes what the reader takes, with the hint of an editor', () => {
    const document = { $schema: 'https://example.org/api/programme.schema.json', ...aDocument() };
    expect(fits(document)).toBe(true);
    expect(wrongWith(document)).toEqual([]);
  });

  it('refuses an entry that there is not', () => {
    expect(fits({ ...aDocument(), nmae: 'x' })).toBe(false);
  });
});
