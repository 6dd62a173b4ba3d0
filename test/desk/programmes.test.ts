import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalOf } from '../../core/index.ts';
import { type Browser, type DeskWorld, openDeskWorld } from './desk-world.ts';

let world: DeskWorld;
let jo: Browser;

beforeAll(async () => {
  world = await openDeskWorld();
  jo = await world.signedIn(await world.staff('Jo', 'coordinator'));
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const says = async () => (await jo.get('/programmes')).text;
const inDocument = (path: string, value: unknown) =>
  world.rows(
    `UPDATE programme SET document = jsonb_set(document, '{${path}}', '${JSON.stringify(value)}') WHERE id = '${world.programmeId}'`,
  );

describe('the page of programmes', () => {
  it('says what a programme lacks before it takes people in, until it has it', async () => {
    await world.rows(`UPDATE programme SET "openedAt" = NULL`);
    const lacks = ['a safeguarding lead', 'a safeguarding deputy, a second person', 'the hours in which'];
    for (const each of lacks) expect(await says()).toContain(`<li>${each}`);
    expect(await says()).toContain('It does not take people in yet.');
    await world.staff('Lee', 'safeguarding-lead');
    expect(await says()).not.toContain(`<li>${lacks[0]}`);
    await world.staff('Di', 'safeguarding-deputy');
    await inDocument('safeguarding,hours', 'Monday to Friday, 9 to 5');
    for (const each of lacks) expect(await says()).not.toContain(`<li>${each}`);
    expect(await says()).toContain('It has all that it needs.');
    expect(await says()).toContain('They are there: Monday to Friday, 9 to 5');
    await world.rows(`UPDATE programme SET "openedAt" = now() WHERE id = '${world.programmeId}'`);
    expect(await says()).toContain('It takes people in, since');
  });

  it('says who is away, and whom nobody can ask', async () => {
    expect(await says()).not.toMatch(/Away until|Nobody can ask them/);
    await world.rows(
      `UPDATE role SET "awayUntil" = now() + interval '3 days' WHERE role = 'safeguarding-lead'`,
    );
    await world.rows(
      `UPDATE account SET reachable = false WHERE "personId" = (SELECT id FROM person WHERE name = 'Di')`,
    );
    expect(await says()).toMatch(/Lee[\s\S]*Away until[\s\S]*Di[\s\S]*Nobody can ask them/);
  });

  it('says whether its help card was approved as it is now', async () => {
    expect(await says()).toContain('Nobody has approved it yet.');
    const programme = await world.core.read.programmes.programme(world.programmeId);
    if (programme === undefined) throw new Error('There is no programme');
    const { version } = approvalOf(programme.document);
    expect(await says()).toContain(`version ${version}`);
    await inDocument('helplines', { own: [], approved: { by: 'Sam', at: '2026-11-01', version } });
    expect(await says()).toContain('approved it as it is now');
    expect(await says()).toContain('Last approved by Sam, 1 November 2026.');
    await inDocument('helplines', { own: [], approved: { by: 'Sam', at: '2026-11-01', version: 'older' } });
    expect(await says()).toContain('has changed since');
  });
});

describe('what a programme goes by', () => {
  const look = async (by: Browser, id = world.programmeId) => await by.get(`/programmes/${id}`);

  it('is said with its version, since when, and whose each number is', async () => {
    const loads = async (more: object) => {
      const programme = await world.core.read.programmes.programme(world.programmeId);
      const document = { ...programme?.document, ...more };
      const args = { slug: 'test', document };
      await world.core.perform({ command: 'load-programme', args, by: { is: 'coordinator', name: 'Sam' } });
    };
    await loads({ matching: { answerDays: 9 }, gates: [] });
    expect(await says()).toContain(`href="/desk/programmes/${world.programmeId}"`);
    const { text } = await look(jo);
    expect(text).toMatch(/Version \d+, in force since <time[^>]*>23 Nov 2026[\s\S]*Loaded by Sam\./);
    const row = (path: string) =>
      new RegExp(`<tr>(?:(?!</tr>)[\\s\\S])*>${path}<[\\s\\S]*?</tr>`).exec(text)?.[0] ?? '';
    expect(row('matching.answerDays')).toMatch(/Days until a request[\s\S]*>9<[\s\S]*own/);
    expect(row('matching.answerDays')).not.toContain('Our default');
    expect(row('matching.capacity')).toMatch(/>2<[\s\S]*Our default/);
    expect(row('training.remindDays')).toMatch(/>60, 30, 7<[\s\S]*Our default/);
  });

  it('has words of its own for every number', async () => {
    const { text } = await look(jo);
    expect(text.match(/<code/g)?.length).toBeGreaterThan(20);
    expect(text).not.toContain('Another number');
  });

  it('is there for whoever coordinates it or answers for its safety, and for nobody else', async () => {
    const lead = await world.signedIn(await world.staff('Lou', 'safeguarding-lead'));
    expect((await look(lead)).status).toBe(200);
    const other = await world.programme('another');
    expect((await look(jo, other)).status).toBe(404);
    expect((await look(jo, 'nothing')).status).toBe(404);
  });
});
