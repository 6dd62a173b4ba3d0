import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waysInReport } from '../../core/index.ts';
import { telegramPhone } from '../support/apps/telegram-app.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';
import { aWayIn } from './a-way-in.ts';

let world: World;
let cora: AppHand;
let programmeId: string;

const here = async (name: string): Promise<AppHand> => {
  const hand = handOn(world, telegramPhone(world.telegram, world.stranger(name)));
  await arrives(hand, name, 'leaflet');
  return hand;
};

beforeAll(async () => {
  world = await openWorld({ apps: ['telegram', 'slack'] });
  // No module is asked for here, so that a mentor waits as soon as somebody has spoken with them.
  await world.coordinate('load-programme', {
    slug: 'first',
    document: { ...aWayIn(), gates: [], training: { modules: [] } },
  });
  programmeId = (await world.core.read.programmes.bySlug('first'))?.id ?? '';
  cora = handOn(world, world.phone('Cora', 'slack'));
  await arrives(cora, 'Cora');
  await world.coordinate('give-role', { personId: await cora.personId(), programmeId, role: 'coordinator' });
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

async function offers(name: string): Promise<AppHand> {
  const hand = await here(name);
  await hand.does({ press: 'I would like to support others' }, { press: 'Yes, that is fine' });
  await hand.does({ press: 'In the south' }, { press: 'No' }, { press: /^None/ });
  await hand.writes(`${name} cares for her mother at night.`);
  return hand;
}

describe('the board of a coordinator', () => {
  it('has whoever came in, shows what they answered for her, and says that they wait (ELG-12, REC-14)', async () => {
    await offers('Ruth');
    await cora.writes('board');
    expect(cora.reads()).toMatch(/Ruth would like to support others/);
    expect(cora.reads()).not.toMatch(/at night/);
    await cora.presses(/What they answered/);
    // She reads in Slack, where others may look in: what was promised to be for coordinators alone is not shown there.
    expect(cora.reads()).toMatch(/Where do you live\?.*In the south.*What would help you to do this well\?/s);
    expect(cora.reads()).toMatch(/never shown in Slack/);
    expect(cora.reads()).not.toMatch(/at night/);
    const [found] = await world.rows(`SELECT "personId" FROM enquiry WHERE "as" = 'mentor'`);
    const whose = { personId: String(found?.['personId']), programmeId, as: 'mentor' as const };
    const answers = await world.core.openedEnquiry(whose, { is: 'coordinator', name: 'test' });
    expect(JSON.stringify(answers)).toMatch(/Ruth cares for her mother at night/);
    const audit = await world.rows(
      `SELECT "by" FROM audit WHERE action = 'enquiry.opened' ORDER BY id LIMIT 1`,
    );
    expect(audit).toEqual([{ by: `person:${await cora.personId()}` }]);
    await cora.presses(/ready for a match/);
    const [row] = await world.rows(`SELECT state FROM enquiry WHERE "as" = 'mentor'`);
    expect(row).toEqual({ state: 'waiting' });
    await cora.writes('board');
    expect(cora.reads()).toMatch(/South: more wait to support \(1\) than to be supported \(0\)/);
  });

  it('says nothing of the balance any more once as many wait to be supported (REC-14)', async () => {
    const ada = await here('Ada');
    await ada.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
    await ada.does({ press: 'In the south' }, { press: 'No' }, { press: /^None/ });
    await ada.does({ press: 'Skip' }, { press: 'No' }, { press: 'Skip' });
    await world.coordinate('enquiry-ready', { personId: await ada.personId(), programmeId, as: 'mentee' });
    await cora.writes('board');
    expect(cora.reads()).not.toMatch(/more wait to support/);
  });

  it('says of two who were brought together that they wait no more', async () => {
    const [mentor] = await world.rows(`SELECT "personId" FROM enquiry WHERE "as" = 'mentor'`);
    const [mentee] = await world.rows(`SELECT "personId" FROM enquiry WHERE "as" = 'mentee'`);
    const two = { mentorId: mentor?.['personId'], menteeId: mentee?.['personId'] };
    await world.coordinate('make-pair', { programmeId, ...two, rhythmDays: 14 });
    const states = await world.rows('SELECT "as", state FROM enquiry ORDER BY "as"');
    // A mentor takes two here, so that Ruth may still be found for another.
    expect(states).toEqual([
      { as: 'mentee', state: 'matched' },
      { as: 'mentor', state: 'waiting' },
    ]);
  });

  it('shows no answers to somebody who coordinates another programme', async () => {
    await world.coordinate('load-programme', { slug: 'second', document: { ...aWayIn(), name: 'Second' } });
    const other = (await world.core.read.programmes.bySlug('second'))?.id ?? '';
    const olga = await here('Olga');
    const personId = await olga.personId();
    await world.coordinate('give-role', { personId, programmeId: other, role: 'coordinator' });
    const person = await world.core.read.people.person(personId);
    const [account] = await world.core.read.people.accountsOf(personId);
    if (person === undefined || account === undefined) throw new Error('Nobody is there');
    const [ruth] = await world.rows(`SELECT "personId" FROM enquiry WHERE "as" = 'mentor'`);
    const whose = { personId: ruth?.['personId'], programmeId, as: 'mentor' };
    const by = { is: 'person', person, account } as const;
    const opened = await world.core.perform({ command: 'open-enquiry', args: whose, by });
    expect(opened).toMatchObject({ did: 'refused', refusal: { refused: 'enquiry.not-yours' } });
    const args = { screen: 'enquiry-answers', args: whose };
    await world.core.perform({ command: 'show', args, by });
    olga.looks();
    await world.settle();
    expect(olga.news().join()).not.toMatch(/at night/);
  });

  it('counts by source, and no number below five (REC-02, REC-05)', async () => {
    const programme = await world.core.read.programmes.bySlug('first');
    if (programme === undefined) throw new Error('There is no programme');
    const report = waysInReport(programme.document, await world.core.read.enquiries.counted(programme.id));
    const leaflet = report.sources.find(({ code }) => code === 'leaflet');
    expect(leaflet).toMatchObject({ mentees: null, mentors: null, menteesMatched: null });
    expect(report.agencies.map(({ code, sent }) => [code, sent])).toContainEqual(['quiet-agency', 0]);
    expect(report.balance).toContainEqual({
      site: 'south',
      name: 'South',
      mentors: 0,
      mentees: 0,
      tooManyMentors: false,
    });
  });
});
