import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reaching } from '../../core/kernel/reaching.ts';
import type { Reflection } from '../../core/reflections/reflection.ts';
import { sealReflection } from '../../core/reflections/reflection-text.ts';
import { openTwoSites, type TwoSites } from './two-sites-world.ts';

const AT_DESK = { is: 'coordinator', name: 'test' } as const;

let place: TwoSites;

beforeAll(async () => {
  place = await openTwoSites();
}, 90_000);
afterAll(async () => {
  expect(place.world.faults).toEqual([]);
  await place.world.close();
});

describe('what is of two people, by somebody of two sites', () => {
  /** A mentor of Glasgow who now supports somebody of Stirling too, and the pair there. */
  async function ofBoth() {
    const { glasgow, stirling, world } = place;
    const [both, seeker] = [glasgow.ruth, stirling.ids['seekerId'] ?? ''];
    const found = (await world.core.read.pairs.pairsOf(both.id)).find(({ menteeId }) => menteeId === seeker);
    return { both, pair: found ?? (await world.pair(both, { id: seeker, accountId: '', chat: '' })) };
  }

  it('is read at the site of the two: a shared reflection, whoever of them wrote it', async () => {
    const { glasgow, stirling, world } = place;
    const { both, pair } = await ofBoth();
    const { person } = await place.someone(both);
    const now = world.clock.now();
    const row = (id: string, pairId: string | null): Reflection => ({
      id,
      version: 1,
      programmeId: world.programmeId,
      personId: both.id,
      meetingId: null,
      pairId,
      textSealed: sealReflection('A word', id, world.core.read.keys.of(person), new Uint8Array(12)),
      sharedWithPartner: false,
      sharedWithCoordinator: true,
      createdAt: now,
      changedAt: now,
    });
    const [ofPair, ofNone] = [row(randomUUID(), pair.id), row(randomUUID(), null)];
    await world.commit({
      saves: [ofPair, ofNone].map((each) => ({ table: 'reflection', row: each }) as const),
    });
    const read = world.core.read;
    const may = async (who: typeof both, id: string) =>
      (await reaching(read, await read.people.rolesOf(who.id), { reflectionId: id })).length > 0;
    expect([await may(glasgow.jo, ofPair.id), await may(stirling.jo, ofPair.id)]).toEqual([false, true]);
    expect([await may(glasgow.jo, ofNone.id), await may(stirling.jo, ofNone.id)]).toEqual([true, true]);
  });

  it('is in the audit of one site only if it names nothing of the other', async () => {
    const { glasgow, stirling, lead, world } = place;
    const { both, pair } = await ofBoth();
    await world.core.desk.note(lead.holder, {
      action: 'test.of-both-pairs',
      ids: { personId: both.id, pairId: pair.id },
    });
    const entries = async (holder: typeof lead.holder) =>
      (await world.core.desk.audit(holder, 300)).filter(({ action }) => action === 'test.of-both-pairs')
        .length;
    expect([
      await entries(lead.holder),
      await entries(stirling.holder),
      await entries(glasgow.holder),
    ]).toEqual([1, 1, 0]);
  });

  it('is overseen where they support people, not where they were something else', async () => {
    const { glasgow, stirling, world } = place;
    const { programmeId } = world;
    const personId = stirling.ruth.id;
    const once = { personId, programmeId, role: 'mentee' };
    for (const [command, args] of [
      ['give-role', { ...once, site: glasgow.site }],
      ['end-role', once],
    ] as const)
      expect((await world.core.perform({ command, args, by: AT_DESK })).did).toBe('done');
    expect((await world.core.desk.person(glasgow.holder, personId))?.name).toBe('Ruth of Stirling');
    const read = async ({ holder }: typeof glasgow) =>
      (await world.core.desk.perform(holder, 'read-supervision', { mentorId: personId })).did;
    expect([await read(glasgow), await read(stirling)]).toEqual(['refused', 'done']);
    const seen = await world.core.read.supervision.supervised(glasgow.holder.reach, glasgow.jo.id);
    expect(seen.map(({ name }) => name)).not.toContain('Ruth of Stirling');
    const overseers = await world.core.read.supervision.overseers(programmeId, personId);
    expect(overseers.map(({ name }) => name)).not.toContain('Jo of Glasgow');
  });
});
