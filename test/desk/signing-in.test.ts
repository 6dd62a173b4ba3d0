import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Writer } from '../support/paper-world.ts';
import { ASKING, type Browser, codeOn, type DeskWorld, openDeskWorld, SESSION } from './desk-world.ts';

let world: DeskWorld;
let jo: Writer;
let browser: Browser;

beforeEach(async () => {
  world = await openDeskWorld();
  jo = await world.staff('Jo', 'coordinator');
  browser = world.browser();
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const isIn = async (own: Browser): Promise<boolean> => (await own.get('/today')).status === 200;
const sessions = () => world.rows('SELECT id FROM desk_session WHERE "endedAt" IS NULL');

describe('signing in with a code', () => {
  it('lets in whoever writes the code to the bot and brings its answer to the same browser', async () => {
    const answer = await world.answerTo(jo, await browser.get('/sign-in'));
    expect((await browser.post('/sign-in', { code: answer })).to).toBe('/desk');
    expect(await isIn(browser)).toBe(true);
    await world.core.settle();
    expect(world.said(jo)).toContain('You are signed in at the desk.');
    expect(browser.cookies.has(ASKING)).toBe(false);
  });

  it('works in no other browser, also with the right answer', async () => {
    const answer = await world.answerTo(jo, await browser.get('/sign-in'));
    const other = world.browser();
    await other.get('/sign-in');
    expect((await other.post('/sign-in', { code: answer })).status).toBe(400);
    expect(await isIn(other)).toBe(false);
    expect(await sessions()).toEqual([]);
  });

  it('works once: the answer played again opens nothing', async () => {
    const answer = await world.answerTo(jo, await browser.get('/sign-in'));
    const copy = world.browser(browser.cookies);
    await browser.post('/sign-in', { code: answer });
    expect((await copy.post('/sign-in', { code: answer })).status).toBe(400);
    expect(await isIn(copy)).toBe(false);
  });

  it('is over after ten minutes', async () => {
    const answer = await world.answerTo(jo, await browser.get('/sign-in'));
    await world.later({ minutes: 10 });
    expect((await browser.post('/sign-in', { code: answer })).status).toBe(400);
    expect(await isIn(browser)).toBe(false);
  });

  it('is over after five wrong answers', async () => {
    const answer = await world.answerTo(jo, await browser.get('/sign-in'));
    for (const code of ['0000-0000', '0000-0001', '0000-0002', '0000-0003', '0000-0004'])
      expect((await browser.post('/sign-in', { code })).status).toBe(400);
    expect((await browser.post('/sign-in', { code: answer })).status).toBe(400);
    const kept = await world.rows(`SELECT count(*)::int AS n FROM journal WHERE event = 'desk.wrong-answer'`);
    expect(kept).toEqual([{ n: 5 }]);
  });

  it('an earlier answer ends with the next, and five are made in ten minutes', async () => {
    const page = await browser.get('/sign-in');
    const earlier = await world.answerTo(jo, page);
    const answer = await world.answerTo(jo, page);
    expect((await browser.post('/sign-in', { code: earlier })).status).toBe(400);
    expect((await browser.post('/sign-in', { code: answer })).status).toBe(303);
    const again = await world.browser().get('/sign-in');
    for (let times = 3; times <= 6; times += 1) await world.write(jo, `desk ${codeOn(again)}`);
    expect(await world.rows('SELECT count(*)::int AS n FROM desk_sign_in')).toEqual([{ n: 5 }]);
    expect(world.last(jo)).toContain('Please try again in ten minutes');
  });

  it('never leaves what was typed, or what opens, anywhere in the database', async () => {
    const page = await browser.get('/sign-in');
    const answer = await world.answerTo(jo, page);
    await browser.post('/sign-in', { code: answer });
    const secrets = [
      answer,
      answer.replace('-', ''),
      codeOn(page).replace('-', ''),
      browser.cookies.get(SESSION),
    ];
    const tables = ['desk_sign_in', 'desk_session', 'outgoing', 'journal', 'audit', 'due', 'button', 'inbox'];
    for (const table of tables) {
      const dump = JSON.stringify(await world.rows(`SELECT to_jsonb(t) AS row FROM "${table}" t`));
      for (const secret of secrets) expect([table, dump.includes(secret ?? '?')]).toEqual([table, false]);
    }
  });

  it.each(['mentor', 'mentee', 'volunteer', 'referrer'] as const)('gives a %s no code', async (role) => {
    const mo = await world.staff('Mo', role);
    expect(await world.answerTo(mo, await browser.get('/sign-in'))).toBe('');
    expect(world.last(mo)).toContain('Only a coordinator can do that.');
    expect(await world.rows('SELECT id FROM desk_sign_in')).toEqual([]);
  });

  it.each(['safeguarding-lead', 'safeguarding-deputy'] as const)(
    'lets a %s in, not from Slack',
    async (role) => {
      const lee = await world.staff('Lee', role);
      await world.rows(`UPDATE account SET platform = 'slack' WHERE id = '${lee.accountId}'`);
      const account = await world.core.read.people.account(lee.accountId);
      const person = await world.core.read.people.person(lee.id);
      if (account === undefined || person === undefined) throw new Error('Lee is not there');
      const by = { is: 'person', person, account } as const;
      const order = { command: 'ask-for-desk', args: { code: '4H7K2MNP' }, by };
      expect(await world.core.perform(order)).toMatchObject({ refusal: { refused: 'desk.not-here' } });
      await world.rows(`UPDATE account SET platform = 'telegram' WHERE id = '${lee.accountId}'`);
      await world.signedIn(lee);
    },
  );
});

describe('a link of the command line', () => {
  it('is inert when it is only opened, by a preview for example, and opens once when the button is pressed', async () => {
    const link = await world.link(jo);
    for (let times = 0; times < 3; times += 1)
      expect((await world.browser().get(`/link/${link}`)).status).toBe(200);
    expect(await sessions()).toEqual([]);
    expect((await browser.post(`/link/${link}`)).status).toBe(303);
    expect(await isIn(browser)).toBe(true);
    const other = world.browser();
    expect((await other.post(`/link/${link}`)).status).toBe(400);
    expect(await isIn(other)).toBe(false);
    expect((await other.get(`/link/${link}`)).status).toBe(400);
  });

  it('is over after ten minutes, and one that was guessed opens nothing', async () => {
    const link = await world.link(jo);
    await world.later({ minutes: 10 });
    expect((await browser.post(`/link/${link}`)).status).toBe(400);
    expect((await browser.post(`/link/${'A'.repeat(43)}`)).status).toBe(400);
    expect(await isIn(browser)).toBe(false);
  });

  it('is made for nobody else than those who may come in', async () => {
    await expect(world.link(await world.staff('Mo', 'mentor'))).rejects.toThrow('desk.not-theirs');
  });

  it('is made by no token of the API', async () => {
    const by = { is: 'coordinator', name: 'x', tokenId: jo.id } as const;
    const order = { command: 'make-desk-link', args: { personId: jo.id, hash: 'x'.repeat(43) }, by };
    expect(await world.core.perform(order)).toMatchObject({ did: 'refused' });
  });
});

describe('a session', () => {
  it('is a new secret at each sign-in: what was in the browser before opens nothing (fixation)', async () => {
    const planted = 'P'.repeat(43);
    const fixed = world.browser(new Map([[SESSION, planted]]));
    await fixed.post(`/link/${await world.link(jo)}`);
    expect(fixed.cookies.get(SESSION)).not.toBe(planted);
    expect(await isIn(world.browser(new Map([[SESSION, planted]])))).toBe(false);
  });

  it('that was there before ends when the same browser signs in again', async () => {
    const own = await world.signedIn(jo);
    const before = world.browser(own.cookies);
    await own.post(`/link/${await world.link(jo)}`);
    expect(await isIn(own)).toBe(true);
    expect(await isIn(before)).toBe(false);
  });

  it('ends after 30 minutes without use, and after 12 hours in any case', async () => {
    const own = await world.signedIn(jo);
    await world.later({ minutes: 29 });
    expect(await isIn(own)).toBe(true);
    await world.later({ minutes: 29 });
    expect(await isIn(own)).toBe(true);
    await world.later({ minutes: 30 });
    expect(await isIn(own)).toBe(false);
    const busy = await world.signedIn(jo);
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      expect(await isIn(busy)).toBe(true);
      world.clock.set(world.clock.now().add({ minutes: 20 }).toString());
    }
    expect(await isIn(busy)).toBe(true);
    world.clock.set(world.clock.now().add({ minutes: 20 }).toString());
    expect(await isIn(busy)).toBe(false);
  });

  it('whose cookie was stolen opens nothing after signing out: here, everywhere, in the chat, on the command line', async () => {
    const ways: ((own: Browser) => Promise<unknown>)[] = [
      (own) => own.post('/sign-out'),
      (own) => own.post('/sessions/end'),
      async () => {
        await world.write(jo, 'desk');
        await world.press(jo, 'Sign me out of the desk');
      },
      () =>
        world.core.perform({
          ...{ command: 'end-desk-sessions', args: { personId: jo.id } },
          by: { is: 'coordinator', name: 'command line' },
        }),
    ];
    for (const way of ways) {
      const own = await world.signedIn(jo);
      const thief = world.browser(own.cookies);
      expect(await isIn(thief)).toBe(true);
      await way(own);
      expect(await isIn(thief)).toBe(false);
    }
  });

  it('is listed, and each can be ended; nobody ends another’s', async () => {
    const [own, other] = [await world.signedIn(jo), await world.signedIn(jo)];
    const list = (await own.get('/sessions')).text;
    const ids = [...list.matchAll(/\/sessions\/([0-9a-f-]{36})\/end/g)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    const kim = await world.signedIn(await world.staff('Kim', 'coordinator'));
    expect((await kim.post(`/sessions/${ids[1]}/end`)).status).toBe(404);
    expect(await isIn(other)).toBe(true);
    await own.post(`/sessions/${ids[1]}/end`);
    expect(await isIn(other)).toBe(false);
    expect(await isIn(own)).toBe(true);
  });

  it('ends with the role, with "stop" and with an erasure', async () => {
    const own = await world.signedIn(jo);
    await world.rows(`UPDATE role SET "endedAt" = now() WHERE "personId" = '${jo.id}'`);
    expect(await isIn(own)).toBe(false);
    const lee = await world.staff('Lee', 'coordinator');
    const his = await world.signedIn(lee);
    await world.write(lee, 'stop');
    expect(await isIn(his)).toBe(false);
    const kim = await world.staff('Kim', 'coordinator');
    const hers = await world.signedIn(kim);
    await world.core.perform({
      ...{ command: 'erase-person', args: { personId: kim.id }, by: { is: 'coordinator', name: 'test' } },
    });
    expect(await isIn(hers)).toBe(false);
    expect(await world.rows(`SELECT id FROM desk_session WHERE "personId" = '${kim.id}'`)).toEqual([]);
    expect(await world.rows(`SELECT id FROM desk_sign_in WHERE "personId" = '${kim.id}'`)).toEqual([]);
  });

  it('is one of five at the most: the oldest ends', async () => {
    const all: Browser[] = [];
    for (let times = 0; times < 6; times += 1) {
      all.push(await world.signedIn(jo));
      world.clock.set(world.clock.now().add({ seconds: 1 }).toString());
    }
    expect(await Promise.all(all.map(isIn))).toEqual([false, true, true, true, true, true]);
  });
});
