import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOf } from '../../core/enquiries/sites-report.ts';
import { forms } from '../../core/forms.ts';
import type { By } from '../../core/index.ts';
import { wholeReach } from '../../core/kernel/reach.ts';
import type { Recipient } from '../../core/kernel/screen.ts';
import { screensWith } from '../../core/screens.ts';
import type { CountedAtSite } from '../../core/store/count-sites.ts';
import type { Writer } from '../support/paper-world.ts';
import { openTwoSites, type TwoSites } from './two-sites-world.ts';

const byForm = new Map(forms.map((each) => [each.name, each]));
const screens = new Map(screensWith(byForm).map((each) => [each.name, each]));
const AT_DESK = { is: 'coordinator', name: 'test' } as const;

let place: TwoSites;

beforeAll(async () => {
  place = await openTwoSites();
}, 90_000);
afterAll(async () => {
  expect(place.world.faults).toEqual([]);
  await place.world.close();
});

async function by(who: Writer): Promise<By> {
  return { is: 'person', ...(await place.someone(who)) };
}

/** What a form asks first, with all that can be chosen. */
async function asks(who: Writer, name: string, args: Record<string, string>, question: string) {
  const { core, clock } = place.world;
  const opened = await byForm.get(name)?.open(core.read, args, await by(who), clock.now());
  return JSON.stringify(opened?.ask(question, {}));
}

async function end(personId: string) {
  const args = { personId, programmeId: place.world.programmeId, role: 'coordinator' };
  return await place.world.core.perform({ command: 'end-role', args, by: AT_DESK });
}

describe('what a mentor and a mentee of one site are told of those who look after it (ELG-13)', () => {
  it('who reads what is said of supervision: of their own site, and of all', async () => {
    const said = await asks(place.glasgow.ruth, 'supervision-note', {}, 'words');
    expect(said).toMatch(/Jo of Glasgow/);
    expect(said).toMatch(/Lou of All/);
    expect(said).not.toMatch(/Stirling/);
  });

  it('who is asked before anything of theirs is opened: the same', async () => {
    const { glasgow, stirling, lead, world } = place;
    const watching = await world.core.read.openings.watching(glasgow.mia.id);
    expect(watching).toEqual(expect.arrayContaining([glasgow.jo.id, lead.jo.id]));
    expect(watching).not.toContain(stirling.jo.id);
  });
});

describe('a group at a site', () => {
  it('is led by somebody of it, where a coordinator of one site makes it or hands it over', async () => {
    const { glasgow, stirling, lead, world } = place;
    const { programmeId } = world;
    await world.rows(`UPDATE account SET "programmeId" = '${programmeId}'`);
    await world.rows(`UPDATE role SET "trainedAt" = now() WHERE role = 'mentor'`);
    const where = { place: { platform: 'slack', tenant: '', chatId: 'C1' } };
    const read = world.core.read.groups;
    const own = { programmeId, most: 20, sites: { [programmeId]: [glasgow.site] } };
    for (const found of [await read.possibleLeads(own), await read.trainedLeads(own)]) {
      expect(found.map(({ name }) => name)).toContain('Ruth of Glasgow');
      expect(found.map(({ name }) => name)).not.toContain('Ruth of Stirling');
    }
    const form = byForm.get('make-group');
    const open = async (who: Writer) =>
      JSON.stringify(
        (await form?.open(world.core.read, where, await by(who), world.clock.now()))?.ask('lead', {}).options,
      );
    expect(await open(lead.jo)).toMatch(/Ruth of Stirling/);
    expect(await open(glasgow.jo)).not.toMatch(/Stirling/);
    const made = { name: 'Walks', leadId: stirling.ruth.id, programmeId, ...where };
    const done = await world.core.perform({ command: 'make-group', args: made, by: await by(glasgow.jo) });
    expect(done).toMatchObject({ did: 'refused' });
  });
});

describe('somebody of two sites', () => {
  it('is seen at both, and of each what is of it', async () => {
    const { glasgow, stirling, world } = place;
    const { programmeId } = world;
    const [both, seeker] = [glasgow.ruth, stirling.ids['seekerId'] ?? ''];
    const personPage = `/people/${both.id}`;
    expect((await stirling.browser.get(personPage)).status).toBe(404);
    const row = await world.core.read.people.person(seeker);
    await world.pair(both, { id: seeker, accountId: '', chat: '' });
    const there = await stirling.browser.get(personPage);
    expect(there.status).toBe(200);
    expect(there.text).toContain(row?.name ?? '?');
    expect(there.text).not.toMatch(/Mia of Glasgow/);
    const here = await glasgow.browser.get(personPage);
    expect(here.text).toMatch(/Mia of Glasgow/);
    expect(here.text).not.toContain(row?.name ?? '?');
    // What they answered as a mentor is of the site at which they are one.
    const [mentorId, whose] = [stirling.ids['helperId'] ?? '', { programmeId, as: 'mentor' as const }];
    const args = { personId: mentorId, programmeId, role: 'mentee', site: glasgow.site };
    expect(await world.core.perform({ command: 'give-role', args, by: AT_DESK })).toMatchObject({
      did: 'done',
    });
    expect((await glasgow.browser.get(`/people/${mentorId}`)).status).toBe(200);
    const opened = { personId: mentorId, ...whose };
    const answers = async (jo: Writer) => {
      const { person, account, roles } = await place.someone(jo);
      const programme = await world.core.read.programmes.programme(programmeId);
      const to: Recipient = { person, account, roles, programme, now: world.clock.now() };
      return await screens.get('enquiry-answers')?.run(world.core.read, opened, to);
    };
    const noted = { command: 'open-enquiry', args: opened, by: await by(stirling.jo) };
    expect((await world.core.perform(noted)).did).toBe('done');
    expect(await answers(glasgow.jo)).toBeUndefined();
    expect(await answers(stirling.jo)).toBeDefined();
    for (const command of ['open-enquiry', 'enquiry-ready'])
      expect((await world.core.desk.perform(glasgow.holder, command, opened)).did).toBe('refused');
  });
});

describe('what is of two sites at once', () => {
  it('is for whoever sees the whole programme: a possible pair, and an entry of the audit', async () => {
    const { glasgow, stirling, lead, world } = place;
    const { matchId = '' } = glasgow.ids;
    await world.rows(`UPDATE match SET "mentorId" = '${stirling.ruth.id}' WHERE id = '${matchId}'`);
    const done = await world.core.desk.perform(glasgow.holder, 'set-match-aside', { matchId });
    expect(done).toMatchObject({ did: 'refused', refusal: { refused: 'match.not-yours' } });
    const ids = { personId: stirling.mia.id, taskId: glasgow.ids['taskId'] ?? '' };
    await world.core.desk.note(lead.holder, { action: 'test.of-both', ids });
    const entries = async (holder: typeof lead.holder) =>
      (await world.core.desk.audit(holder, 100)).filter(({ action }) => action === 'test.of-both').length;
    expect([await entries(lead.holder), await entries(glasgow.holder)]).toEqual([1, 0]);
  });
});

describe('somebody sees the whole of a programme at every moment', () => {
  it('so that the last of them goes on, and those of one site come and go', async () => {
    const { lead, stirling } = place;
    expect(await end(lead.jo.id)).toMatchObject({
      did: 'refused',
      refusal: { refused: 'role.last-for-all' },
    });
    expect(await end(stirling.jo.id)).toMatchObject({ did: 'done' });
    expect((await stirling.browser.get('/people')).status).not.toBe(200);
  });
});

describe('the counts of the sites (ELG-13)', () => {
  const counted = (site: string | null, count: number): CountedAtSite => ({
    site,
    pairs: count,
    waiting: count,
    mentorsFree: count,
    enquiries: count,
    held: count,
  });
  const programme = async () => {
    const found = await place.world.core.read.programmes.programme(place.world.programmeId);
    if (found === undefined) throw new Error('There is no programme');
    return found;
  };

  it('say nothing below five of what was, nor what gives it away, and all of who waits', async () => {
    const found = await programme();
    const whole = wholeReach([found.id]);
    const { sites, all } = reportOf(found, [counted('re-connect', 3), counted('time-and-space', 9)], whole);
    expect(sites.map(({ pairs, waiting }) => [pairs, waiting])).toEqual([
      [null, 3],
      [null, 9],
    ]);
    expect(all).toMatchObject({ pairs: 12, held: 12, waiting: 12 });
    const few = reportOf(found, [counted('re-connect', 3)], whole);
    expect(few.sites.map(({ pairs }) => pairs)).toEqual([null, 0]);
    expect(few.all).toMatchObject({ pairs: null, enquiries: null, waiting: 3 });
  });

  it('count as of none what is of a site that the document has no more', async () => {
    const found = await programme();
    const { sites } = reportOf(found, [counted('gone', 6), counted(null, 2)], wholeReach([found.id]));
    expect(sites.map(({ site, waiting }) => [site, waiting])).toEqual([
      ['re-connect', 0],
      ['time-and-space', 0],
      [null, 8],
    ]);
  });
});
