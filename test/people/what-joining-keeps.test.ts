import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newEnquiry } from '../../core/enquiries/new-enquiry.ts';
import { save } from '../meetings/a-pair.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { makesLinkCode } from './linking-apps.ts';
import { joins, personOf, programmeOn } from './newcomers.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('2026-11-23T09:00:00Z', ['telegram', 'discord']);
});
afterAll(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

async function joinsThem(keepId: string, otherId: string): Promise<string> {
  const by = { is: 'coordinator', name: 'test' } as const;
  const done = await stage.core.perform({ command: 'join-records', args: { keepId, otherId }, by });
  await stage.core.settle();
  return done.did === 'refused' ? done.refusal.refused : done.did;
}

describe('two records made one', () => {
  it('loses no way into a programme and no training, which are of whoever has them (ENR-02)', async () => {
    const programme = await programmeOn(stage);
    const mia = await joins(stage, 'Mia');
    const there = await joins(stage, 'Mimi', stage.phone('mia-there', 'discord'));
    await there.says(`link ${await makesLinkCode(mia)}`);
    const [one, two] = [(await personOf(stage, mia)).id, (await personOf(stage, there)).id];
    const at = stage.at();
    const came = newEnquiry({ id: two }, programme, 'mentor', { source: null, route: 'self' }, at);
    const enquiry = { ...came, state: 'talking' as const };
    await save(stage, [{ table: 'enquiry', row: enquiry }]);
    expect(await joinsThem(one, two)).toBe('records.other-way');
    await save(stage, [{ table: 'enquiry', row: { ...enquiry, state: 'withdrawn', version: 2 } }]);
    const about = { personId: two, programmeId: programme.id, kind: 'course', what: 'First aid' } as const;
    const more = { issuer: null, doneAt: at.now, endsAt: null, by: 'test', removedAt: null };
    const record = { id: at.newId(), version: 1, ...about, ...more };
    await save(stage, [{ table: 'training_record', row: record }]);
    expect(await joinsThem(one, two)).toBe('records.other-way');
    await save(stage, [{ table: 'training_record', row: { ...record, removedAt: at.now, version: 2 } }]);
    expect(await joinsThem(one, two)).toBe('done');
    for (const table of ['enquiry', 'training_record', 'person'])
      expect(
        await stage.rows(`SELECT id FROM ${table} WHERE ${table === 'person' ? 'id' : '"personId"'} = $1`, [
          two,
        ]),
        table,
      ).toEqual([]);
  });
});
