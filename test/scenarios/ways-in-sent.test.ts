import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inviteCodeHash } from '../../core/index.ts';
import type { AppName } from '../support/apps/app.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';
import { aWayIn } from './a-way-in.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ apps: ['telegram', 'discord', 'slack'] });
  await world.coordinate('load-programme', { slug: 'first', document: aWayIn() });
  await world.coordinate('load-programme', { slug: 'second', document: another() });
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

/** Another programme of the same place, with a poster of its own. */
function another(): Record<string, unknown> {
  const { ages: _ages, ...rest } = aWayIn();
  return { ...rest, name: 'Second', sources: [{ code: 'window', name: 'Window' }], sites: [] };
}

const APPS: readonly AppName[] = ['telegram', 'discord', 'slack'];
let codes = 0;

/** An agency sends somebody. Returns the code that they are given. */
async function sends(source = 'surgery', tellsAgency = true): Promise<{ code: string; id: string }> {
  codes += 1;
  const code = `4H7K2M${String(codes).padStart(2, '0')}`;
  const args = { programme: 'first', source, agreed: true, tellsAgency, codeHash: inviteCodeHash(code) };
  await world.coordinate('make-referral', args);
  const [row] = await world.rows('SELECT id FROM referral WHERE "codeHash" = $1', [inviteCodeHash(code)]);
  return { code, id: String(row?.['id']) };
}

async function stateOf(id: string): Promise<unknown> {
  return (await world.rows('SELECT state FROM referral WHERE id = $1', [id]))[0]?.['state'];
}

async function ways(hand: AppHand): Promise<Record<string, unknown>[]> {
  return await world.rows(
    'SELECT "as", state, route, source, "referralId" FROM enquiry WHERE "personId" = $1 ORDER BY "createdAt"',
    [await hand.personId()],
  );
}

const phone = (name: string, app: AppName = 'telegram'): AppHand => handOn(world, world.phone(name, app));

/** The first thing somebody does: their link in Telegram, their code in words elsewhere; then the welcome. */
async function comesWith(hand: AppHand, name: string, code: string): Promise<void> {
  if (hand.phone.app === 'telegram') await hand.starts(`invite-${code}`);
  else await hand.writes(`invite ${code.slice(0, 4)}-${code.slice(4)}`);
  await hand.does({ press: 'Continue' }, { press: 'Yes' }, { press: 'Yes, I agree' }, name);
  await hand.does({ press: /^London/ }, { press: 'Plain English' }, { press: /9.*8/ });
  await hand.presses(/rather not say/i);
}

async function answers(hand: AppHand): Promise<void> {
  await hand.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
  await hand.does({ press: 'In the north' }, { press: 'Yes' }, { press: 'Walks' }, { press: 'That is all' });
  await hand.does({ press: 'Skip' }, { press: 'I would rather not say' }, { press: 'Skip' });
}

describe.each(APPS)('somebody is sent by an agency and comes with %s', (app) => {
  it('begins the chat herself; the agency hears how far she came, and no more (REC-03, REC-22)', async () => {
    const { code, id } = await sends();
    expect(await stateOf(id)).toBe('sent');
    const rosa = phone('Rosa', app);
    await comesWith(rosa, 'Rosa', code);
    expect(await stateOf(id)).toBe('opened');
    await answers(rosa);
    expect(await ways(rosa)).toEqual([
      { as: 'mentee', state: 'talking', route: 'agency', source: 'surgery', referralId: id },
    ]);
    expect(await stateOf(id)).toBe('in-touch');
    const kept = JSON.stringify(await world.rows('SELECT * FROM referral WHERE id = $1', [id]));
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(await rosa.personId());
  });

  it('hears the same state whatever was decided (REC-03)', async () => {
    const { code, id } = await sends('own-service');
    const ada = phone('Ada', app);
    await comesWith(ada, 'Ada', code);
    await ada.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
    await ada.does({ press: 'Somewhere else' }, { press: 'No' }, { press: /^None/ });
    await ada.does({ press: 'Skip' }, { press: 'No' }, { press: 'Skip' });
    expect(await ways(ada)).toMatchObject([{ state: 'elsewhere', route: 'host', source: 'own-service' }]);
    expect(await stateOf(id)).toBe('in-touch');
  });

  it('is counted under a word that was printed where links carry none (REC-12)', async () => {
    const kim = phone('Kim', app);
    await kim.writes('code leaflet');
    const [row] = await world.rows('SELECT source FROM person WHERE id = $1', [await kim.personId()]);
    expect(row).toEqual({ source: 'leaflet' });
  });
});

describe('a code that was used, is over, or is for somebody else', () => {
  it('works once: whoever comes second is welcome all the same', async () => {
    const { code, id } = await sends();
    const first = phone('First');
    await comesWith(first, 'First', code);
    const second = phone('Second', 'slack');
    await comesWith(second, 'Second', code);
    expect(second.labels()).toContain('I would like support');
    expect(await ways(second)).toEqual([]);
    expect(await ways(first)).toMatchObject([{ referralId: id }]);
    await first.starts(`invite-${code}`);
    expect(first.reads()).toMatch(/home|Hello/i);
    expect(first.news().join('\n')).toMatch(/used that code already/);
  });

  it('is used by one of two who open it at the same moment', async () => {
    const { code, id } = await sends();
    const [one, other] = [phone('One'), phone('Other', 'discord')];
    await Promise.all([
      one.phone.start(`invite-${code}`),
      other.phone.write(`invite ${code.slice(0, 4)}-${code.slice(4)}`),
    ]);
    await world.settle();
    const rows = await world.rows('SELECT "personId" FROM enquiry WHERE "referralId" = $1', [id]);
    expect(rows).toHaveLength(1);
    expect(await stateOf(id)).toBe('opened');
  });

  it('opens nothing once it was ended, or after sixty days', async () => {
    const { code, id } = await sends();
    await world.coordinate('end-referral', { referralId: id });
    const kim = phone('Kim');
    await comesWith(kim, 'Kim', code);
    expect(await ways(kim)).toEqual([]);
    const late = await sends();
    await world.rows(`UPDATE referral SET "endsAt" = '2026-11-01T00:00:00Z' WHERE id = $1`, [late.id]);
    await kim.starts(`invite-${late.code}`);
    expect(kim.news().join('\n')).toMatch(/not good any more/);
    expect(await stateOf(late.id)).toBe('sent');
  });

  it('is not lost for somebody who came by herself before: how she came stays (REC-02, REC-22)', async () => {
    const rosa = phone('Rosa');
    await arrives(rosa, 'Rosa', 'leaflet');
    await answers(rosa);
    const { code, id } = await sends();
    await rosa.starts(`invite-${code}`);
    expect(await ways(rosa)).toMatchObject([
      { state: 'talking', route: 'self', source: 'leaflet', referralId: id },
    ]);
    expect(await stateOf(id)).toBe('in-touch');
    const more = await sends();
    await rosa.starts(`invite-${more.code}`);
    expect(rosa.news().join('\n')).toMatch(/came with another code/);
    expect(await stateOf(more.id)).toBe('sent');
  });

  it('stays good when a coordinator looks where it leads', async () => {
    const cora = phone('Cora');
    await arrives(cora, 'Cora');
    const programmeId = (await world.core.read.programmes.bySlug('first'))?.id ?? '';
    const personId = await cora.personId();
    await world.coordinate('give-role', { personId, programmeId, role: 'coordinator' });
    const { code, id } = await sends();
    await cora.starts(`invite-${code}`);
    expect(await stateOf(id)).toBe('sent');
  });

  it('is made for an agency or a service of the house that was set up first (REC-04)', async () => {
    const args = { programme: 'first', agreed: true, codeHash: inviteCodeHash('4H7K2MXX') };
    expect(await world.refusedTo('make-referral', { ...args, source: 'leaflet' })).toBe('referral.source');
    expect(await world.refusedTo('make-referral', { ...args, source: 'nobody' })).toBe('referral.source');
    await expect(
      world.refusedTo('make-referral', { ...args, source: 'surgery', agreed: false }),
    ).rejects.toThrow();
  });
});

describe('several programmes in one place', () => {
  it('welcomes somebody to the one whose poster brought them, and lets her into another too (REC-02, ELG-11, REC-19)', async () => {
    const rosa = phone('Rosa');
    await arrives(rosa, 'Rosa', 'window');
    await rosa.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
    expect(rosa.reads()).toMatch(/Where do you live/);
    await rosa.writes('home');
    await rosa.starts('leaflet');
    await answers(rosa);
    const all = await world.rows(
      'SELECT p.slug, e.source, e.state FROM enquiry e JOIN programme p ON p.id = e."programmeId" WHERE e."personId" = $1',
      [await rosa.personId()],
    );
    expect(all).toEqual([{ slug: 'first', source: 'leaflet', state: 'talking' }]);
  });
});
