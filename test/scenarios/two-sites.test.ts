import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, deskInBrowsers } from '../desk/browser.ts';
import { arrives } from '../support/arrive.ts';
import type { AppHand } from '../support/hand.ts';
import { NONE, openShipped, RATHER_NOT, type Shipped, SKIP, several } from './shipped.ts';

const HERE = 'time-and-space';
const DISTRESS = 'Low mood, anxiety or mental distress, with or without a diagnosis';

let place: Shipped;
let fergus: AppHand;
let aisha: AppHand;
let tam: AppHand;
let desk: { readonly cora: Browser; readonly fergus: Browser };

/** Somebody comes in where they live; the two sites have remits of their own. */
async function livesIn(name: string, app: 'telegram' | 'discord', area: string): Promise<AppHand> {
  const hand = place.phone(name, app);
  const what = area === 'Glasgow' ? DISTRESS : 'Dementia';
  const who = [{ press: area }, { press: 'Yes' }, ...several(what), NONE, RATHER_NOT];
  await place.comes(hand, name, 'mentee', [
    ...who,
    NONE,
    RATHER_NOT,
    RATHER_NOT,
    NONE,
    NONE,
    SKIP,
    RATHER_NOT,
  ]);
  return hand;
}

async function boardOf(coordinator: AppHand): Promise<string> {
  await coordinator.writes('board');
  const pages = [coordinator.reads()];
  while (coordinator.labels().includes('Show more')) {
    await coordinator.presses('Show more');
    pages.push(coordinator.reads());
  }
  return pages.join('\n');
}

async function given(hand: AppHand, role: string, site?: string) {
  const about = { personId: await hand.personId(), programmeId: place.programmeId, role };
  return await place.world.core.perform({
    command: 'give-role',
    args: { ...about, ...(site === undefined ? {} : { site }) },
    by: { is: 'coordinator', name: 'test' },
  });
}

/** Everything that somebody who coordinates sees of the others at the desk, one page after the other. */
async function allOf(browser: Browser): Promise<string> {
  const pages = ['/today', '/people', '/audit', '/programmes'];
  const answers = await Promise.all(pages.map((path) => browser.get(path)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  return answers.map(({ text }) => text).join('\n');
}

beforeAll(async () => {
  place = await openShipped('re-connect');
  fergus = place.phone('Fergus', 'slack');
  await arrives(fergus, 'Fergus');
});
afterEach(() => expect(place.world.faults).toEqual([]));
afterAll(async () => await place.close());

describe('a coordinator of one of two sites (ELG-13)', () => {
  it('is made one of a site that there is, and what there is is named (ELG-03)', async () => {
    const wrong = await given(fergus, 'coordinator', 'nowhere');
    expect(wrong).toMatchObject({ did: 'refused', refusal: { refused: 'site.unknown' } });
    expect(JSON.stringify(wrong)).toMatch(/Re:Connect, Glasgow.*time-and-space/);
    expect(await given(fergus, 'coordinator', HERE)).toMatchObject({ did: 'done' });
    const { signedIn } = deskInBrowsers(place.world);
    const by = async (hand: AppHand) => await signedIn({ id: await hand.personId() });
    desk = { cora: await by(place.cora), fergus: await by(fergus) };
  });

  it('somebody sees the whole programme at every moment', async () => {
    expect(await given(place.cora, 'coordinator', HERE)).toMatchObject({
      did: 'refused',
      refusal: { refused: 'role.last-for-all' },
    });
  });

  it('has those who come to that site on the board and at the desk; the lead partner has all (ELG-04)', async () => {
    aisha = await livesIn('Aisha', 'telegram', 'Glasgow');
    tam = await livesIn('Tam', 'discord', 'Stirling');
    const [all, own] = [await boardOf(place.cora), await boardOf(fergus)];
    expect(all).toMatch(/Aisha would like support/);
    expect(all).toMatch(/Tam would like support/);
    expect(own).toMatch(/Tam would like support/);
    expect(own).not.toMatch(/Aisha/);
    expect(await allOf(desk.fergus)).not.toMatch(/Aisha|Glasgow/);
    expect(await allOf(desk.cora)).toMatch(/Aisha/);
    for (const [who, status] of [
      [aisha, 404],
      [tam, 200],
    ] as const)
      expect((await desk.fergus.get(`/people/${await who.personId()}`)).status).toBe(status);
  });

  it('presses nothing of the other site, even with a button that was theirs a moment ago', async () => {
    const moved = await given(aisha, 'mentee', HERE);
    expect(moved).toMatchObject({ did: 'done' });
    expect(await boardOf(fergus)).toMatch(/Aisha would like support/);
    const label = fergus.labels().filter((each) => /What they answered|I am on it|Done/.test(each));
    const back = await given(aisha, 'mentee', 're-connect');
    expect(back).toMatchObject({ did: 'done' });
    expect(label.length).toBeGreaterThan(0);
    const numbers = fergus
      .reads()
      .split('\n')
      .filter((line) => /Aisha would like/.test(line));
    const [n = ''] = /^\d+/.exec(numbers[0] ?? '') ?? [];
    await fergus.presses(new RegExp(`^${n} · What they answered`));
    expect(fergus.news().join('\n')).not.toMatch(/Glasgow|Low mood/);
    expect(fergus.reads()).toMatch(/Only a coordinator can do that/i);
  });

  it('is told of nothing, and opens nothing, of the other site', async () => {
    const [task] = await place.world.rows(
      `SELECT id FROM task WHERE kind = 'to-talk-with' AND "personId" = $1`,
      [await aisha.personId()],
    );
    const taskId = String(task?.['id']);
    for (const path of [`/tasks/${taskId}/take`, `/tasks/${taskId}/done`]) await desk.fergus.post(path);
    const rows = await place.world.rows('SELECT "takenById", "doneAt" FROM task WHERE id = $1', [taskId]);
    expect(rows).toEqual([{ takenById: null, doneAt: null }]);
    await desk.fergus.post(`/people/${await aisha.personId()}/letter`, { words: 'Hello' });
    expect(await place.world.rows('SELECT id FROM letter')).toEqual([]);
  });
});

describe('the lead partner (ELG-13)', () => {
  it('has both sites rolled up at the desk; whoever has one, that line alone', async () => {
    const whole = (await desk.cora.get('/programmes')).text;
    expect(whole).toMatch(/Site<\/span>Re:Connect, Glasgow</);
    expect(whole).toMatch(/Site<\/span>Time and Space/);
    expect(whole).toMatch(/<td><span class="head" aria-hidden="true">Site<\/span>All<\/td>/);
    const one = (await desk.fergus.get('/programmes')).text;
    expect(one).toMatch(/Site<\/span>Time and Space/);
    expect(one).not.toMatch(/Re:Connect, Glasgow|<\/span>All<\/td>/);
  });

  it('is told how many are of no site yet, and whoever has one site is not', async () => {
    const nobody = place.phone('Nell', 'discord');
    await arrives(nobody, 'Nell');
    expect(await given(nobody, 'mentor')).toMatchObject({ did: 'done' });
    expect(await boardOf(place.cora)).toMatch(/One person has no site yet/);
    expect(await boardOf(fergus)).not.toMatch(/no site yet|Nell/);
    expect(await given(nobody, 'mentor', HERE)).toMatchObject({ did: 'done' });
    expect(await boardOf(place.cora)).not.toMatch(/no site yet/);
    expect(await allOf(desk.fergus)).toMatch(/Nell/);
  });
});
