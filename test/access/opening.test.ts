import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { By } from '../../core/index.ts';
import { openingAsked } from '../../core/openings/opening-screens.ts';
import type { Role } from '../../core/people/person.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

const REASON = 'Mia told her mentor something that sounds like danger to a child.';
const SECRET = 'what nobody but Mia has read';

let world: PaperWorld;
let mia: Writer;
let lead: Writer;
let moira: Writer;

const desk: By = { is: 'coordinator', name: 'command line' };

async function role(who: Writer, name: Role['role']): Promise<void> {
  const args = { personId: who.id, programmeId: world.programmeId, role: name };
  await world.core.perform({ command: 'give-role', args, by: desk });
}

async function does(command: string, args: object, by: By = desk): Promise<string> {
  const done = await world.core.perform({ command, args, by });
  await world.core.settle();
  return done.did === 'refused' ? done.refusal.refused : done.did;
}

async function byOf(who: Writer): Promise<By> {
  const [person, account] = [
    await world.store.read.people.person(who.id),
    await world.store.read.people.account(who.accountId),
  ];
  if (person === undefined || account === undefined) throw new Error('Nobody is there');
  return { is: 'person', person, account };
}

/** Asks at the desk. Gives the id of it. */
async function asks(more: object = {}): Promise<string> {
  const args = { personId: mia.id, readerId: lead.id, what: 'both', reason: REASON, ...more };
  expect(await does('ask-to-open', args)).toBe('done');
  const [row] = await world.rows('SELECT id FROM opening ORDER BY "askedAt" DESC LIMIT 1');
  return String(row?.['id']);
}

const audited = async () =>
  (await world.rows(`SELECT action FROM audit WHERE action LIKE 'opening.%' ORDER BY id`)).map(
    (row) => row['action'],
  );

beforeEach(async () => {
  world = await openPaperWorld();
  [mia, lead, moira] = [await world.person('Mia'), await world.person('Sasha'), await world.person('Moira')];
  await role(mia, 'mentee');
  await role(lead, 'safeguarding-lead');
  await role(moira, 'coordinator');
  await does('save-reflection', { text: SECRET }, await byOf(mia));
});
afterEach(() => world.close());

describe('opening what somebody wrote and did not share', () => {
  it('takes a reason, a second person, and an hour; the person is told, and all of it is written down', async () => {
    const openingId = await asks();
    expect(await does('read-opening', { openingId })).toBe('opening.not-open');
    expect(await world.core.openedWords(openingId)).toBeUndefined();
    expect(world.said(mia)).not.toContain('Sasha');

    await world.press(moira, 'See it');
    expect(world.last(moira)).toContain('Sasha asks to read what Mia wrote');
    expect(world.last(moira)).toContain(REASON);
    await world.press(moira, 'Yes, open it');
    // Still nothing, before it is written down who reads.
    expect(await world.core.openedWords(openingId)).toBeUndefined();
    expect(await does('read-opening', { openingId })).toBe('done');
    expect(await world.core.openedWords(openingId)).toMatchObject([{ kind: 'reflection', text: SECRET }]);

    await world.press(mia, 'See it');
    expect(world.last(mia)).toMatch(/Sasha was allowed to read what you wrote/);
    expect(world.last(mia)).not.toContain(REASON);

    await world.later({ minutes: 61 });
    expect(await world.core.openedWords(openingId)).toBeUndefined();
    expect(await does('read-opening', { openingId })).toBe('opening.not-open');
    expect(await audited()).toEqual(
      expect.arrayContaining(['opening.asked', 'opening.opened', 'opening.read']),
    );
    expect(JSON.stringify(await world.rows('SELECT * FROM audit, journal'))).not.toMatch(
      /danger|nobody but Mia/,
    );
  });

  it('is confirmed by nobody who asked, will read, is it about, or has nothing to do with it', async () => {
    const openingId = await asks();
    // Two keys, or the command line, may be in one hand.
    expect(await does('confirm-opening', { openingId })).toBe('access.not-yours');
    const key: By = { is: 'coordinator', name: 't', tokenId: crypto.randomUUID(), scopes: ['shared'] };
    expect(await does('confirm-opening', { openingId }, key)).toBe('access.not-yours');
    expect(await does('confirm-opening', { openingId }, await byOf(lead))).toBe('opening.same-person');
    expect(await does('confirm-opening', { openingId }, await byOf(mia))).toBe('access.not-yours');
    const mentor = await world.person('Ruth');
    await role(mentor, 'mentor');
    expect(await does('confirm-opening', { openingId }, await byOf(mentor))).toBe('access.not-yours');
    await role(mia, 'coordinator');
    expect(await does('confirm-opening', { openingId }, await byOf(mia))).toBe('opening.not-yours');
    expect(await world.core.openedWords(openingId)).toBeUndefined();
  });

  it('is asked only for a lead or deputy of the person’s programme, and never for the person themself', async () => {
    const asked = (more: object) =>
      does('ask-to-open', { personId: mia.id, readerId: lead.id, what: 'both', reason: REASON, ...more });
    expect(await asked({ readerId: moira.id })).toBe('opening.not-theirs');
    expect(await asked({ personId: lead.id })).toBe('opening.not-theirs');
    const token = (scope: 'read' | 'write' | 'shared'): By => ({
      ...{ is: 'coordinator', name: 't', tokenId: crypto.randomUUID(), scopes: [scope] },
    });
    const args = { personId: mia.id, readerId: lead.id, what: 'both', reason: REASON };
    expect(await does('ask-to-open', args, token('write'))).toBe('access.not-yours');
    expect(await does('ask-to-open', args, token('shared'))).toBe('done');
    await expect(asked({ reason: 'because' })).rejects.toThrow();
  });

  it('is read by nobody for whoever does not answer for safeguarding any more', async () => {
    const openingId = await asks({ notice: true });
    await world.later({ hours: 24, minutes: 30 });
    expect(await world.rows('SELECT state FROM opening')).toEqual([{ state: 'open' }]);
    await world.rows(`UPDATE role SET "endedAt" = now() WHERE "personId" = '${lead.id}'`);
    expect(await does('read-opening', { openingId })).toBe('opening.not-theirs');
    expect(await world.core.openedWords(openingId)).toBeUndefined();
  });

  it('opens after a day of notice, told to the person first; anybody who watches can stop it', async () => {
    const openingId = await asks({ notice: true });
    await world.press(mia, 'See it');
    expect(world.last(mia)).toContain('Sasha has asked to read what you wrote');
    await world.later({ hours: 23 });
    expect(await does('read-opening', { openingId })).toBe('opening.not-open');
    await world.later({ minutes: 61 });
    expect(await does('read-opening', { openingId })).toBe('done');

    const again = await asks({ notice: true });
    expect(await does('stop-opening', { openingId: again }, await byOf(moira))).toBe('done');
    await world.later({ hours: 25 });
    expect(await does('read-opening', { openingId: again })).toBe('opening.not-open');
  });

  it('is told later where telling was not safe', async () => {
    const before = world.messages(mia).length;
    const openingId = await asks({ safeToTell: false });
    await does('confirm-opening', { openingId }, await byOf(moira));
    expect(world.messages(mia)).toHaveLength(before);
    const copy = await does('export-my-data', {}, await byOf(mia));
    expect(copy).toBe('done');
    const files = world.messages(mia).map((shown) => Buffer.from(shown.file?.bytes ?? []).toString('utf8'));
    expect(files.join('\n')).toContain(SECRET);
    expect(files.join('\n')).not.toMatch(/opening\.|Sasha\b/);
    expect(await does('tell-of-opening', { openingId })).toBe('done');
    await world.press(mia, 'See it');
    expect(world.last(mia)).toContain('Sasha was allowed to read');
  });

  it('is nothing any more once the person is erased', async () => {
    const openingId = await asks();
    await does('confirm-opening', { openingId }, await byOf(moira));
    await does('erase-person', { personId: mia.id });
    expect(await does('read-opening', { openingId })).toBe('opening.not-open');
    expect(await world.core.openedWords(openingId)).toBeUndefined();
    expect(await world.rows('SELECT "reasonSealed" AS reason FROM opening')).toEqual([{ reason: '' }]);
  });

  it('shows its reason nowhere in Slack, and can be answered there all the same', async () => {
    const openingId = await asks();
    const [person, account, roles] = await Promise.all([
      world.store.read.people.person(moira.id),
      world.store.read.people.account(moira.accountId),
      world.store.read.people.rolesOf(moira.id),
    ]);
    if (person === undefined || account === undefined) throw new Error('Nobody is there');
    const seen = async (platform: string): Promise<string> => {
      const to = { person, roles, programme: undefined, now: world.clock.now() };
      const at = { ...to, account: { ...account, platform } };
      const said = await openingAsked.run(world.store.read, { openingId, opened: true }, at);
      return JSON.stringify(said);
    };
    expect(await seen('discord')).toContain(REASON);
    expect(await seen('slack')).not.toContain(REASON);
    expect(await seen('slack')).toMatch(/confirm-opening.*stop-opening/);
  });
});
