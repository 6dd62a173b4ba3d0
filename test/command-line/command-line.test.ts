import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DeskWorld, openDeskWorld } from './desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await openDeskWorld();
  for (const [name, role] of [
    ['Ada', 'mentor'],
    ['Bea', 'mentee'],
    ['Bea', 'mentee'],
  ] as const)
    await enrol(name, role);
});
afterAll(() => world.close());

async function enrol(name: string, role: string): Promise<void> {
  const typed = await world.type('enrol', '--name', name, '--role', role, '--agreed', '--adult');
  expect(typed.code, typed.err).toBe(0);
}

describe('what is typed wrongly', () => {
  it.each([
    ['nothing that is known', ['frobnicate'], 'help'],
    ['half of a verb', ['task'], 'task done TASK'],
    ['too few words', ['pair', 'Ada'], 'pair MENTOR MENTEE'],
    ['too many words', ['people', 'Ada'], 'people [--all]'],
    ['an option that is not there', ['people', '--everybody'], 'people [--all]'],
    ['an option without its value', ['enrol', '--name'], 'enrol --name NAME'],
    ['no name', ['enrol', '--role', 'mentee'], '--name'],
    ['no such role', ['enrol', '--name', 'Cy', '--role', 'king', '--agreed', '--adult'], 'mentee, mentor'],
    [
      'an abbreviation for a zone',
      ['enrol', '--name', 'Cy', '--role', 'mentee', '--agreed', '--adult', '--zone', 'BST'],
      'Europe/London',
    ],
    [
      'a day that is not a number',
      ['pair', 'Ada', 'Bea', '--every', 'fortnight'],
      '--every takes a whole number',
    ],
    ['a time in another form', ['book', 'Ada', 'tomorrow'], '2026-12-01 14:30'],
    ['a scope that is none', ['token', 'make', 'x', '--scopes', 'all'], 'read, write'],
    ['a number that is none', ['outgoing', 'send', 'first'], 'outgoing review'],
  ])('%s: a sentence that says what to type, and 2', async (_what, words, hint) => {
    const { code, err, out } = await world.type(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(hint);
  });

  it.each([
    ['nobody of that name', ['person', 'Zoe'], 'Type "people"'],
    ['a name that two have', ['person', 'bea'], 'may mean several'],
    ['no such programme', ['role', 'Ada', 'mentor', '--programme', 'second'], 'There is: first'],
    ['a refusal of the rules', ['pair', 'Ada', 'Ada'], 'two people'],
    ['no such pair', ['book', 'Ada', '2999-01-01', '10:00'], 'There is no pair'],
    ['no such task', ['task', 'done', 'abcdef01'], 'There is no task'],
    ['no such file', ['programme', 'load', '/nowhere.json'], 'There is no file'],
    ['no such backup', ['restore', '/nowhere'], 'There is no backup'],
  ])('%s: a sentence that says why, and 1', async (_what, words, hint) => {
    const { code, err, out } = await world.type(...words);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(hint);
  });
});

describe('what is typed well', () => {
  it('shows every verb, to people and to programs', async () => {
    for (const words of [['help'], ['--help'], ['-h'], []])
      expect((await world.type(...words)).out).toContain('restore FILE');
    expect(
      z.array(z.object({ name: z.string() })).parse((await world.type('help', '--json')).json()).length,
    ).toBeGreaterThan(15);
  });

  it('takes an id, the beginning of one, or a name, whatever its case', async () => {
    const Person = z.object({ id: z.uuid(), name: z.string() });
    const everybody = z.array(Person).parse((await world.type('people', '--json')).json());
    const ada = everybody.find(({ name }) => name === 'Ada');
    for (const text of [ada?.id ?? '', (ada?.id ?? '').slice(0, 30).toUpperCase(), 'ADA'])
      expect(Person.parse((await world.type('person', text, '--json')).json()).id).toBe(ada?.id);
  });

  it('does not take a wildcard for the beginning of an id', async () => {
    for (const text of ['%%%%', '____', '']) expect((await world.type('person', text)).code).toBe(1);
  });

  it('takes no name that would move the cursor, and shows none of it', async () => {
    const name = 'Ev\u001b[2Jil';
    const typed = await world.type('enrol', '--name', name, '--role', 'mentee', '--agreed', '--adult');
    expect(typed.code).toBe(1);
    expect(typed.out + typed.err).not.toContain('\u001b');
    expect((await world.type('people')).out).not.toContain('2Jil');
  });

  it('gives a role once, however often it is given', async () => {
    for (let times = 0; times < 2; times += 1)
      expect((await world.type('role', 'Ada', 'volunteer')).code).toBe(0);
    const { roles } = z
      .object({ roles: z.array(z.unknown()) })
      .parse((await world.type('person', 'Ada', '--json')).json());
    expect(roles).toHaveLength(2);
  });

  it('shows a programme as it can be loaded again, and says when nothing changed', async () => {
    const file = join(world.folder, 'Second-One.json');
    writeFileSync(file, (await world.type('programme', 'show', 'first')).out);
    expect((await world.type('programme', 'load', file)).out).toContain('"second-one" is loaded');
    expect((await world.type('programme', 'load', file)).out).toContain('already');
    const ambiguous = await world.type('pair', 'Ada', 'Ada');
    expect([ambiguous.code, ambiguous.err]).toEqual([2, expect.stringContaining('--programme')]);
    writeFileSync(file, '{"v":1,"name":""}');
    const wrong = await world.type('programme', 'load', file);
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('contact')]);
    writeFileSync(file, '{"v":1,"name":"North","name":"South"}');
    expect((await world.type('programme', 'load', file)).err).toMatch(
      / {2}name: This entry stands twice here/,
    );
    writeFileSync(file, '{"v":1,');
    expect((await world.type('programme', 'load', file)).err).toContain('not JSON');
  });

  it('lists every number of the help card with its source and age, and fails when a programme has changed its card', async () => {
    const { code, out } = await world.type('helplines');
    expect([code, out]).toEqual([0, expect.stringMatching(/samaritans +116 123 +always +2026-/)]);
    expect(out).toContain('Nobody has approved it for "first"');
    const listed = z.object({ programmes: z.array(z.object({ version: z.string() })) });
    const version = listed.parse((await world.type('helplines', '--json')).json()).programmes[0]?.version;
    const file = join(world.folder, 'approving.json');
    const shown: object = JSON.parse((await world.type('programme', 'show', 'first')).out);
    const approvedAs = async (given: string | undefined) => {
      const approved = { by: 'Morag', at: '2026-11-23', version: given };
      writeFileSync(file, JSON.stringify({ ...shown, helplines: { approved } }));
      await world.type('programme', 'load', file);
      return await world.type('helplines');
    };
    expect((await approvedAs(version)).out).toContain('"approving" has it as Morag approved it');
    const changed = await approvedAs('another');
    expect([changed.code, changed.out]).toEqual([1, expect.stringContaining('changed since Morag')]);
    await approvedAs(version);
  });

  it('makes a token that is shown once, and ends it', async () => {
    const made = await world.type('token', 'make', 'desk', '--scopes', 'read,write', '--days', '7');
    const token = /bt_[\w-]{43}/.exec(made.out)?.[0] ?? '';
    expect(token).not.toBe('');
    const listed = await world.type('tokens');
    expect(listed.out).toMatch(/desk +read, write +good/);
    expect(listed.out).not.toContain(token);
    expect((await world.type('token', 'revoke', 'desk')).code).toBe(0);
    expect((await world.type('tokens')).out).toMatch(/desk +read, write +revoked/);
  });

  it('puts every change down to the command line', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: world.url });
    await client.connect();
    const found = await client.query(
      `SELECT DISTINCT by FROM journal WHERE event IN ('person.enrolled', 'role.given', 'token.made')`,
    );
    await client.end();
    expect(found.rows).toEqual([{ by: 'coordinator:command line' }]);
  });

  it('refuses a database that belongs to another key, and says which variable to set', async () => {
    const other = join(world.folder, 'other.key');
    writeFileSync(other, Buffer.alloc(32, 7).toString('base64'));
    await expect(world.typeWith({ BEENTHERE_KEY_FILE: other }, 'people')).rejects.toThrow(
      /BEENTHERE_KEY_FILE/,
    );
  });
});
