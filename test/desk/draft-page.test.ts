import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { As } from '../../core/programmes/intake.ts';
import { askedDraft, madeDraft } from '../support/drafting.ts';
import type { Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { type Browser, type DeskWorld, openDeskWorld } from './desk-world.ts';
import { waitsWith } from './drafted.ts';

const BY = { is: 'coordinator', name: 'test' } as const;
const SEND = '/offer"';

let world: DeskWorld;
let jo: Browser;
let [ruth, ben, aisha, ada]: Writer[] = [];

const waits = (name: string, as: As, livesWith: string[]): Promise<Writer> =>
  waitsWith(world, name, as, livesWith);

beforeEach(async () => {
  world = await openDeskWorld();
  const document = aMatching();
  await world.core.perform({ command: 'load-programme', args: { slug: 'test', document }, by: BY });
  ruth = await waits('Ruth', 'mentor', ['dementia', 'stroke']);
  ben = await waits('Ben', 'mentor', ['stroke']);
  aisha = await waits('Aisha', 'mentee', ['dementia', 'stroke']);
  await world.later({ hours: 1 });
  ada = await waits('Ada', 'mentee', ['dementia']);
  jo = await world.signedIn(await world.staff('Jo', 'coordinator'));
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const page = () => `/drafts/${world.programmeId}`;
const agree = () => world.rows('UPDATE enquiry SET "outlineAgreedAt" = now()');
const takes = (who: Writer | undefined, capacity: number) =>
  world.rows(`UPDATE role SET capacity = ${capacity} WHERE "personId" = '${who?.id}'`);

async function matchOf(mentee: Writer | undefined): Promise<string> {
  const all = await world.core.read.matches.inState(world.programmeId, ['drafted']);
  return all.find(({ menteeId }) => menteeId === mentee?.id)?.id ?? '';
}

/** Whom one of the choices of a page offers, by id. */
function choices(text: string, name: string): string[] {
  const [, inside = ''] = new RegExp(`<select id="${name}"[^>]*>(.*?)</select>`, 's').exec(text) ?? [];
  return [...inside.matchAll(/value="([^"]+)"/g)].map(([, id = '']) => id);
}

describe('the page of a draft tells one story', () => {
  it('of those who are still only in it, and of those who are on a list from it', async () => {
    await madeDraft(world);
    await agree();
    const [ofAisha, ofAda] = [await matchOf(aisha), await matchOf(ada)];
    expect((await jo.get(page())).text).toContain('2 people have somebody in it now. Nobody waits beside');
    await jo.post(`/matches/${ofAda}/offer`);
    const { text } = await jo.get(page());
    expect(text).toContain(ofAisha);
    expect(text).toContain(ofAda);
    expect(text).toMatch(
      /2 people have somebody in it now, one of whom has heard of it\. Nobody waits beside/,
    );
    expect(text.match(/On their list/g)).toHaveLength(1);
    // She is in a pair of it, and nobody to be put with somebody else.
    expect(choices(text, 'mentee')).not.toContain(ada?.id);
    expect(text).toContain(SEND);
    // Her page leads back to the draft that she is in.
    expect((await jo.get(`/matches/${ofAda}`)).text).toContain(`/desk${page()}"`);
    await jo.post(`${page()}/offer`);
    const sent = (await jo.get(page())).text;
    expect(sent.match(/On their list/g)).toHaveLength(2);
    expect(sent).not.toContain(SEND);
  });

  it('of one draft: what is on a list from the one before is not of the new one', async () => {
    await madeDraft(world);
    await agree();
    const ofAda = await matchOf(ada);
    await jo.post(`/matches/${ofAda}/offer`);
    await world.rows(`UPDATE person SET paused = true WHERE id = '${ruth?.id}'`);
    await madeDraft(world);
    expect((await jo.get(page())).text).not.toContain(ofAda);
    expect(await world.rows(`SELECT state FROM match WHERE id = '${ofAda}'`)).toEqual([{ state: 'offered' }]);
  });

  it('page by page, where it is long', async () => {
    const { programmeId } = world;
    await madeDraft(world);
    const copied = (table: string, where: string, named: string) =>
      world.rows(`INSERT INTO ${table} SELECT (jsonb_populate_record(t, ${named})).* FROM ${table} t,
        generate_series(1000, 1298) n WHERE ${where}`);
    const id = (of: string) => `(('00000000-0000-4000-${of}-00000000' || n)::uuid)`;
    await copied(
      'person',
      `t.id = '${ada?.id}'`,
      `jsonb_build_object('id', ${id('8000')}, 'name', 'Ada ' || n)`,
    );
    await copied(
      'enquiry',
      `t."personId" = '${ada?.id}'`,
      `jsonb_build_object('id', ${id('8001')}, 'personId', ${id('8000')})`,
    );
    await copied(
      'match',
      `t."menteeId" = '${ada?.id}'`,
      `jsonb_build_object('id', ${id('8002')}, 'menteeId', ${id('8000')})`,
    );
    await world.rows(`INSERT INTO draft_difference (id, version, "draftId", "programmeId", thread, turn, "menteeId",
      "hereId", "herePoints", "thereId", "therePoints") SELECT ${id('8003')}, 1, d.id, '${programmeId}', n, n,
      ${id('8000')}, '${ruth?.id}', 5, NULL, 0 FROM match_draft d, generate_series(1000, 1298) n`);
    const listed = ({ text }: { readonly text: string }) => text.match(/\/desk\/matches\//g)?.length;
    const told = ({ text }: { readonly text: string }) => text.match(/would have nobody/g)?.length;
    const first = await jo.get(page());
    expect([listed(first), told(first)]).toEqual([200, 199]);
    expect(first.text).toContain('301 people have somebody in it now');
    expect(first.text).toContain('1 to 200 of 301');
    expect(first.text).toContain(`href="/desk${page()}?page=2#page"`);
    const second = await jo.get(`${page()}?page=2`);
    expect([listed(second), told(second)]).toEqual([101, 199]);
    expect(second.text).toContain('201 to 301 of 301');
    // The first thread is the one of before, in which nobody would have nobody.
    expect(told(await jo.get(`${page()}?threads=2`))).toBe(100);
    // What is no page is the nearest that is one.
    for (const no of ['9', '-1', 'x', '1e999'])
      expect((await jo.get(`${page()}?page=${no}`)).status).toBe(200);
    expect(listed(await jo.get(`${page()}?page=9`))).toBe(101);
  });
});

describe('whom a coordinator can choose in a draft', () => {
  it('is who has room for one more, waiting or not, there and not on a break', async () => {
    await madeDraft(world);
    const cy = await waits('Cy', 'mentee', ['stroke']);
    // Each of them takes one, and is in the draft with one.
    expect(choices((await jo.get(page())).text, 'mentor')).toEqual([]);
    await takes(ben, 2);
    const { text } = await jo.get(page());
    expect(choices(text, 'mentor')).toEqual([ben?.id]);
    expect(choices(text, 'mentee')).toEqual([cy.id]);
    expect((await jo.post(`${page()}/add`, { mentee: cy.id, mentor: ben?.id ?? '' })).status).toBe(303);
    // Somebody who has a mentee already and takes another.
    const max = await waits('Max', 'mentor', ['dementia']);
    await world.rows(
      `UPDATE enquiry SET state = 'matched', "waitingSince" = NULL WHERE "personId" = '${max.id}'`,
    );
    await waits('Dora', 'mentee', ['stroke']);
    expect(choices((await jo.get(page())).text, 'mentor')).toEqual([max.id]);
    expect(choices((await jo.get(`/matches/${await matchOf(ada)}`)).text, 'mentor')).toEqual([max.id]);
    await world.rows(`UPDATE person SET paused = true WHERE id = '${max.id}'`);
    expect(choices((await jo.get(page())).text, 'mentor')).toEqual([]);
    expect(choices((await jo.get(`/matches/${await matchOf(ada)}`)).text, 'mentor')).toEqual([]);
  });

  it('is worked out without opening what anybody answered', async () => {
    await madeDraft(world);
    await waits('Cy', 'mentee', ['stroke']);
    await takes(ben, 2);
    await world.rows(`UPDATE enquiry SET "answersSealed" = 'broken'`);
    const { status, text } = await jo.get(page());
    expect([status, choices(text, 'mentor')]).toEqual([200, [ben?.id]]);
  });

  it('is of the site of whoever chooses', async () => {
    await madeDraft(world);
    const nora = await world.staff('Nora', 'coordinator');
    await world.rows(`UPDATE role SET site = 'north' WHERE "personId" = '${nora.id}'`);
    const [far, near] = [await waits('Otto', 'mentor', ['stroke']), await waits('Max', 'mentor', ['stroke'])];
    const farid = await waits('Farid', 'mentee', ['stroke']);
    await world.rows(`UPDATE enquiry SET site = 'north' WHERE "personId" IN ('${far.id}', '${farid.id}')`);
    const { text } = await (await world.signedIn(nora)).get(page());
    expect(choices(text, 'mentor')).toEqual([far.id]);
    expect(choices((await jo.get(`/matches/${await matchOf(aisha)}`)).text, 'mentor')).toEqual([near.id]);
  });
});

describe('while a new draft is worked out', () => {
  it('nobody changes the old one, which is about to go, and everybody is told why', async () => {
    await madeDraft(world);
    await takes(ben, 2);
    const cy = await waits('Cy', 'mentee', ['stroke']);
    const ofAisha = await matchOf(aisha);
    await askedDraft(world);
    const { text } = await jo.get(page());
    expect(text).not.toContain(SEND);
    expect(choices(text, 'mentor')).toEqual([]);
    expect((await jo.get(`/matches/${ofAisha}`)).text).toContain('A new draft is being worked out');
    for (const [path, fields] of [
      [`${page()}/add`, { mentee: cy.id, mentor: ben?.id ?? '' }],
      [`${page()}/offer`, {}],
      [`/matches/${ofAisha}/out`, {}],
      [`/matches/${ofAisha}/swap`, { mentor: ben?.id ?? '' }],
    ] as const) {
      const answer = await jo.post(path, fields);
      expect([path, answer.status]).toEqual([path, 409]);
      expect(answer.text).toContain('A new draft is being worked out');
    }
    expect(await matchOf(aisha)).toBe(ofAisha);
  });
});
