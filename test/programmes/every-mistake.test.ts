import { describe, expect, it } from 'vitest';
import { loadProgramme } from '../../core/programmes/load-programme.ts';
import { readDocument, readText } from '../../core/programmes/read-document.ts';
import { aDocument } from './a-document.ts';

const HERE = { fact: 'answer.area', operator: 'equal', value: 'north' };

/** The document with one place of it written otherwise, a path being "gates.0.when"; each fault as "path: what to write". */
function wrongWhen(path: string, value: unknown): string[] {
  const document = structuredClone(aDocument());
  const steps = path.split('.');
  let at: unknown = document;
  for (const step of steps.slice(0, -1)) at = Reflect.get(Object(at), step);
  Reflect.set(Object(at), steps.at(-1) ?? '', value);
  const read = readDocument(document);
  return 'faults' in read ? read.faults.map(({ path: where, says }) => `${where}: ${says}`) : [];
}

function within(deep: number): unknown {
  let condition: unknown = HERE;
  for (let n = 0; n < deep; n += 1) condition = { all: [condition] };
  return condition;
}

function line(changed: object) {
  const whole = {
    about: 'carers',
    name: 'x',
    call: '000',
    hours: 'always',
    source: 's',
    checked: '2026-01-01',
  };
  return { own: [{ ...whole, ...changed }] };
}

describe('a document by somebody who makes every mistake', () => {
  it('is refused where an ending is of no kind that there is, and says which there are', () => {
    const said = ['ending.policy: Write one of: date, review, milestone, none.'];
    expect(wrongWhen('ending', { policy: 'sometime' })).toEqual(said);
    expect(wrongWhen('ending', {})).toEqual(said);
    const args = { slug: 'x', document: { ...aDocument(), ending: { policy: 'sometime' } } };
    expect(loadProgramme.schema.safeParse(args).success).toBe(false);
  });

  it.each([6, 200, 20_000])('says of conditions %i deep that they are, once, at the condition', (deep) => {
    expect(wrongWhen('gates.0.when', within(deep))).toEqual([
      expect.stringMatching(/^gates\[0\]\.when: Groups stand in one another more than 5 deep/),
    ]);
  });

  it.each([
    [{ all: [HERE], any: [HERE] }, 'gates[0].when'],
    [{ any: [{ ...HERE, not: HERE }] }, 'gates[0].when.any[0]'],
    [{ conditions: { all: [HERE] } }, 'gates[0].when'],
    [{ not: { every: [HERE] } }, 'gates[0].when.not'],
  ])('says of %j how a condition is written', (when, where) => {
    expect(wrongWhen('gates.0.when', when)).toEqual([
      `${where}: Write one of these and no other beside it: "all", "any", "not", or "fact" with "operator" and "value".`,
    ]);
  });

  it.each([
    ['otherHelp.0.call', 'ring me', 'otherHelp[0].call: Write the number in 3 to 16 digits and spaces.'],
    ['helplines', line({ call: '+44 1' }), /^helplines\.own\[0\]\.call: Write the number in 3 to 16 digits/],
    [
      'helplines',
      line({ text: '85258' }),
      'helplines.own[0]: Write a number to call, or one to text, and not both.',
    ],
    [
      'helplines',
      line({ hours: [{ from: 'Monday 9:00', to: 'Monday 17:00' }] }),
      'helplines.own[0].hours[0].from: Write a day and a time on the quarter of an hour, such as "Monday 09:00".',
    ],
    [
      'helplines',
      line({ hours: [{ from: 'Monday 09:00', to: 'Monday 09:00' }] }),
      'helplines.own[0].hours[0]: Write two times that differ.',
    ],
    [
      'words',
      { mentor: { one: 'a\nb', many: 'x' } },
      'words.mentor.one: Write it in one line, without signs that are not seen.',
    ],
    [
      'training.modules.0.material',
      { link: 'http://x.org' },
      'training.modules[0].material.link: Write an address that begins with "https://".',
    ],
  ])('asks for what belongs there at %s', (path, value, said) => {
    const found = wrongWhen(path, value);
    if (typeof said === 'string') expect(found).toContain(said);
    else expect(found.join('\n')).toMatch(said);
  });

  it.each([
    ['meetings', { patternDays: 9e15 }, 'meetings.patternDays'],
    ['meetings', { costlyAskMinutes: -5 }, 'meetings.costlyAskMinutes'],
    ['meetings', { costlyAskMinutes: 9e15 }, 'meetings.costlyAskMinutes'],
    ['meetings', { shortNoticeMinutes: 9e15 }, 'meetings.shortNoticeMinutes'],
    ['meetings', { patternCount: 9e15 }, 'meetings.patternCount'],
    ['contact.hours', 'x'.repeat(100_000), 'contact.hours'],
    ['contact.phone', '   ', 'contact.phone'],
    ['name', '   ', 'name'],
  ])('takes nothing in %s that nobody could go by or read', (path, value, where) => {
    expect(wrongWhen(path, value)).toEqual([expect.stringMatching(new RegExp(`^${where}: Write .+\\.$`))]);
  });

  it.each([
    ['name', 'North\u0000Side', 'U+0000'],
    ['name', 'North\ud800Side', 'U+D800'],
    ['name', 'North\u202eSide', 'U+202E'],
    ['name', 'North\nSide', 'U+000A'],
    ['gates.0.says', 'One \u0007 module', 'U+0007'],
  ])('names at %s the sign in %j that cannot be kept or seen', (path, value, sign) => {
    expect(wrongWhen(path, value)).toEqual([expect.stringContaining(`Take ${sign} out`)]);
  });

  it('takes every script, and a line break where a sentence may have one', () => {
    expect(wrongWhen('name', 'Taobh a Tuath · 北側 · الجانب 🤝')).toEqual([]);
    expect(wrongWhen('gates.0.says', 'One module\nis still to come.')).toEqual([]);
  });

  it('names a wish that no mentor could ever fulfil', () => {
    const choices = (...values: string[]) => values.map((value) => ({ value, says: value }));
    const asks = [
      { code: 'wish', as: ['mentee'], kind: 'one', ask: 'x', choices: choices('woman', 'older', 'no-wish') },
      { code: 'who', as: ['mentor'], kind: 'one', ask: 'x', choices: choices('female', 'male') },
      { code: 'own', as: ['mentee'], kind: 'one', ask: 'x', choices: choices('female', 'male') },
    ];
    const factor = { code: 'w', weight: 1, says: 'x', how: 'wish', question: 'wish', mentorQuestion: 'who' };
    const { intake = [], ...rest } = aDocument();
    const wrong = (matching: object): string[] => {
      const read = readDocument({ ...rest, intake: [intake, asks].flat(), matching });
      return 'faults' in read ? read.faults.map(({ path, says }) => `${path}: ${says}`) : [];
    };
    expect(wrong({ factors: [factor] })).toEqual([
      'matching.factors[0].mentorQuestion: No mentor could ever answer "woman" to "who". There are: female, male.',
      'matching.factors[0].ownQuestion: "older" compares the two. Name the question in which mentees say their own.',
    ]);
    expect(wrong({ factors: [{ ...factor, ownQuestion: 'own' }] })).toHaveLength(1);
  });

  it('names a gate that waits for a check nobody asks for', () => {
    expect(wrongWhen('gates.0.when', { fact: 'disclosure', operator: 'equal', value: true })).toEqual([
      'gates[0].when: Nothing is ever known of "disclosure", as no check is asked for. Write it at "training.disclosure".',
    ]);
  });

  it('is a fault that is named, whatever stands anywhere in it', () => {
    const places = [
      'ending',
      'helplines',
      'words',
      'sites.0.takes',
      'gates.0.when',
      'intake.0.ask',
      'matching',
    ];
    const odd = [
      null,
      7,
      'x',
      [],
      [[]],
      { policy: 1 },
      { own: [1] },
      { '': {} },
      { factors: [{}] },
      Number.NaN,
    ];
    for (const path of places) {
      for (const value of odd) {
        const document = structuredClone(aDocument());
        const steps = path.split('.');
        let at: unknown = document;
        for (const step of steps.slice(0, -1)) at = Reflect.get(Object(at), step);
        Reflect.set(Object(at), steps.at(-1) ?? '', value);
        const read = readDocument(document);
        if ('faults' in read)
          expect(read.faults.length, `${path} ${JSON.stringify(value)}`).toBeGreaterThan(0);
      }
    }
  });
});

describe('a document as it is typed', () => {
  const written = JSON.stringify({ ...aDocument(), about: ['It is "a, {talk}" \\', 'x'] });

  function wrongIn(text: string): string[] {
    const read = readText(text);
    return 'faults' in read ? read.faults.map(({ path, says }) => `${path}: ${says}`) : [];
  }

  it('is taken where each entry stands once', () => {
    expect(wrongIn(written)).toEqual([]);
    expect(wrongIn(JSON.stringify(JSON.parse(written), null, 2))).toEqual([]);
  });

  it('is refused where an entry stands twice, of which one would be lost unsaid', () => {
    const twice = 'This entry stands twice here. Keep one of the two.';
    expect(wrongIn(written.replace('"v":1', '"v":1,"gates":[]'))).toEqual([`gates: ${twice}`]);
    expect(wrongIn(written.replace('"code":"ready"', '"code":"x","c\\u006fde":"ready"'))).toEqual([
      `gates[1].code: ${twice}`,
    ]);
    expect(wrongIn(written.replace('"v":1', '"v":1,"name":7,"\\u006eame":8'))).toEqual([
      `name: ${twice}`,
      `name: ${twice}`,
    ]);
  });

  it('comes to an end on 100,000 brackets', () => {
    const deep = `{"gates":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(wrongIn(deep).length).toBeGreaterThan(0);
  });
});
