import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forms } from '../../core/forms.ts';
import type { By } from '../../core/index.ts';
import type { Recipient } from '../../core/kernel/screen.ts';
import { screensWith } from '../../core/screens.ts';
import type { Writer } from '../support/paper-world.ts';
import type { DeskWorld } from './desk-world.ts';
import { type AtDesk, type Half, openTwoSites, type TwoSites } from './two-sites-world.ts';

const byForm = new Map(forms.map((each) => [each.name, each]));
const screens = new Map(screensWith(byForm).map((each) => [each.name, each]));

let world: DeskWorld;
let glasgow: Half;
let stirling: Half;
let lead: AtDesk;
let nobody: Writer;
let looseTaskId: string;
let someone: TwoSites['someone'];

beforeAll(async () => {
  ({ world, glasgow, stirling, lead, nobody, looseTaskId, someone } = await openTwoSites());
}, 90_000);
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const both = () =>
  [
    [glasgow, stirling],
    [stirling, glasgow],
  ] as const;

/** What a list without anybody's id in it says to somebody. */
async function says(who: Writer, name: string): Promise<string> {
  const { person, account, roles } = await someone(who);
  const programme = await world.core.read.programmes.programme(world.programmeId);
  const to: Recipient = { person, account, roles, programme, now: world.clock.now() };
  return JSON.stringify((await screens.get(name)?.run(world.core.read, {}, to)) ?? 'nothing');
}

/** All pages of what stands in a chat. */
async function board(who: Writer): Promise<string> {
  await world.write(who, 'board');
  const pages = [world.last(who)];
  while (world.labels(who).includes('Show more') && pages.length < 9) {
    await world.press(who, 'Show more');
    pages.push(world.last(who));
  }
  return pages.join('\n');
}

describe('two coordinators of two sites (ELG-13)', () => {
  it('each see their own site on every page of the desk, and nobody of the other or of none', async () => {
    for (const [own, other] of both()) {
      for (const path of ['/today', '/people', '/audit', `/people/${own.mia.id}`]) {
        const { status, text } = await own.browser.get(path);
        expect([own.site, path, status]).toEqual([own.site, path, 200]);
        expect([own.site, path, text.includes(`of ${own.where}`)]).toEqual([own.site, path, true]);
        expect([own.site, path, text.includes(`of ${other.where}`)]).toEqual([own.site, path, false]);
        expect([own.site, path, text.includes('of Nowhere')]).toEqual([own.site, path, false]);
        expect([own.site, path, text.includes(looseTaskId)]).toEqual([own.site, path, false]);
      }
      expect((await own.browser.get(`/people/${own.ids['comerId']}`)).status).toBe(200);
      for (const id of [other.ids['comerId'], other.mia.id, other.ruth.id, other.jo.id, nobody.id])
        expect((await own.browser.get(`/people/${id}`)).status).toBe(404);
    }
  });

  it('each see their own site on the board, the front page, and in every list of a chat', async () => {
    for (const [own, other] of both()) {
      const seen = [await board(own.jo), JSON.stringify(await world.opensFront(own.jo))];
      for (const name of ['supervision-people', 'training-register']) seen.push(await says(own.jo, name));
      expect(seen[0]).not.toMatch(/has no site yet|begun to join/);
      expect(seen[0]).toMatch(/more wait to support/);
      expect(seen[0]).not.toContain(
        `${other.site === 're-connect' ? 'Re:Connect, Glasgow' : 'Time and Space'}: more`,
      );
      for (const each of seen) expect(each).not.toMatch(new RegExp(`of (${other.where}|Nowhere)`));
      expect(seen[0]).toMatch(new RegExp(`Mia of ${own.where}`));
      expect(seen[1]).toMatch(new RegExp(`of ${own.where}`));
      expect(seen[2]).toMatch(new RegExp(`Ruth of ${own.where}`));
      expect(seen[3]).toContain(own.ids['trainingMeetingId']);
      expect(seen[3]).not.toContain(other.ids['trainingMeetingId']);
    }
  });

  it('find mentors of their own site for somebody, and change nothing of the other', async () => {
    for (const [own, other] of both()) {
      const { ids } = other;
      const by: By = { is: 'person', ...(await someone(own.jo)) };
      const form = byForm.get('bring-together');
      const open = async (menteeId: string | undefined) =>
        await form?.open(
          world.core.read,
          { menteeId: menteeId ?? '', programmeId: world.programmeId },
          by,
          world.clock.now(),
        );
      expect((await open(ids['seekerId']))?.closed?.id).toBe('coordinators-only');
      const mentors = JSON.stringify((await open(own.ids['seekerId']))?.ask('mentor', {}).options);
      expect(mentors).not.toContain(`of ${other.where}`);
      const { programmeId } = world;
      const [personId, menteeId, mentorId] = [other.mia.id, own.ids['seekerId'], ids['helperId']];
      const orders: [string, object][] = [
        ...['taskId', 'pairTaskId', 'noProgrammeTaskId'].flatMap((each): [string, object][] => [
          ['take-task', { taskId: ids[each] }],
          ['finish-task', { taskId: ids[each] }],
        ]),
        ['confirm-match', { matchId: ids['matchId'] }],
        ['set-match-aside', { matchId: ids['matchId'] }],
        ['make-pair', { programmeId, menteeId, mentorId }],
        ['open-enquiry', { personId: ids['seekerId'], programmeId, as: 'mentee' }],
        ['enquiry-ready', { personId: ids['seekerId'], programmeId, as: 'mentee' }],
        ['give-role', { personId, programmeId, role: 'volunteer' }],
        ['give-role', { personId: own.mia.id, programmeId, role: 'mentee', site: other.site }],
        ['give-role', { personId: own.mia.id, programmeId, role: 'mentee', site: null }],
        ['end-role', { personId, programmeId, role: 'mentee' }],
        ['write-letter', { toId: personId, words: 'Hello' }],
        ['export-person', { personId }],
        ['erase-person', { personId }],
        ['record-training', { personId, programmeId, kind: 'course', what: 'x', doneOn: '2026-11-01' }],
        ['cancel-training', { trainingMeetingId: ids['trainingMeetingId'] }],
        ['finish-training', { trainingMeetingId: ids['trainingMeetingId'] }],
        ['mark-training', { trainingMeetingId: ids['trainingMeetingId'], personId, attended: 'came' }],
        [
          'plan-training',
          {
            programmeId,
            modules: ['approach'],
            startsAt: '2026-12-09T10:00:00Z',
            minutes: 60,
            where: 'x',
            capacity: 2,
            site: other.site,
          },
        ],
        ['read-supervision', { mentorId: other.ruth.id }],
        ['write-supervision', { mentorId: other.ruth.id, words: 'x' }],
      ];
      for (const [command, args] of orders)
        expect([command, args, (await world.core.desk.perform(own.holder, command, args)).did]).toEqual([
          command,
          args,
          'refused',
        ]);
    }
  });

  it('do what is of their own site', async () => {
    const { desk: pages } = world.core;
    const { holder, ids, mia } = stirling;
    for (const [command, args] of [
      ['take-task', { taskId: ids['taskId'] }],
      ['finish-task', { taskId: ids['noProgrammeTaskId'] }],
      ['write-letter', { toId: mia.id, words: 'Hello' }],
      ['finish-training', { trainingMeetingId: ids['trainingMeetingId'] }],
    ] as const)
      expect([command, await pages.perform(holder, command, args)]).toMatchObject([command, { did: 'done' }]);
  });

  it('ask who came to a training meeting of those alone whose it is, and tell of it those who are of it', async () => {
    const asked = await world.rows(
      `SELECT what FROM task WHERE kind = 'training-register' AND "doneAt" IS NULL`,
    );
    expect(asked).toEqual([{ what: 're-connect' }]);
    const told = await world.rows(
      `SELECT p.name FROM outgoing o JOIN person p ON p.id = o."personId" WHERE o.screen = 'training-meeting'
        AND o.args->>'trainingMeetingId' = '${glasgow.ids['aheadId']}' ORDER BY 1`,
    );
    expect(told.map(({ name }) => name)).toEqual(['Max of Glasgow', 'Pat of Glasgow', 'Ruth of Glasgow']);
    const by: By = { is: 'person', ...(await someone(stirling.ruth)) };
    const args = { trainingMeetingId: glasgow.ids['aheadId'] };
    expect(await world.core.perform({ command: 'book-training', args, by })).toMatchObject({
      did: 'refused',
    });
  });
});

describe('the lead partner (ELG-13)', () => {
  it('sees everybody of all sites, and who is of none', async () => {
    for (const path of ['/today', '/people']) {
      const { text } = await lead.browser.get(path);
      for (const where of ['Glasgow', 'Stirling'])
        expect([path, text.includes(`of ${where}`)]).toEqual([path, true]);
    }
    expect((await lead.browser.get(`/people/${nobody.id}`)).status).toBe(200);
    expect(await board(lead.jo)).toMatch(/One person has no site yet/);
    expect(await board(lead.jo)).toMatch(/One person has begun to join/);
    expect((await lead.browser.get('/today')).text).toContain(looseTaskId);
    expect((await lead.browser.get('/people')).text).toMatch(/Una of Nowhere/);
  });

  it('has the counts of both and of all; whoever has one site, that line alone', async () => {
    const programme = await world.core.read.programmes.programme(world.programmeId);
    const [own] = await world.core.desk.programmes(stirling.holder);
    expect(
      own?.sites?.sites.map(({ site, waiting, mentorsFree }) => ({ site, waiting, mentorsFree })),
    ).toEqual([
      {
        site: 'time-and-space',
        waiting: 1,
        mentorsFree: programme?.document.matching.capacity === 1 ? 1 : 3,
      },
    ]);
    expect(own?.sites?.all).toBeUndefined();
    const [all] = await world.core.desk.programmes(lead.holder);
    expect(all?.sites?.sites.map(({ site, waiting }) => [site, waiting])).toEqual([
      ['re-connect', 1],
      ['time-and-space', 1],
      [null, 1],
    ]);
    // Fewer than five are "a few", and so is what would give them away.
    expect(all?.sites?.all).toMatchObject({ waiting: 3, pairs: null, enquiries: 6 });
    expect(all?.sites?.sites[0]).toMatchObject({ pairs: null, enquiries: null, held: 0 });
  });
});
