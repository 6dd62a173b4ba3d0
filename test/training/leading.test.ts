import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Writer } from '../support/paper-world.ts';
import { openTrainingWorld, outcome, type TrainingWorld } from './training-world.ts';

let stage: TrainingWorld;
let ruth: Writer;

beforeEach(async () => {
  await stage?.world.close();
  stage = await openTrainingWorld();
  ruth = await stage.somebody('Ruth', 'volunteer');
});
afterEach(() => expect(stage.world.faults).toEqual([]));
afterAll(() => stage.world.close());

describe('leading a group (GRP-05, TRN-04, D38)', () => {
  it('asks for the modules that the programme names, and counts them by itself once they are there', async () => {
    const groups = { code: 'groups', name: 'Group work', requiredOf: ['group-lead'], refreshMonths: 12 };
    await stage.has({ training: { modules: [groups] } });
    const whose = { personId: ruth.id, programmeId: stage.programmeId };
    expect(outcome(await stage.desk('mark-trained', whose))).toBe('person.not-trained');
    const again = { ...whose, role: 'mentor', trained: true };
    expect(outcome(await stage.desk('give-role', again))).toBe('person.not-trained');
    await stage.didModule(ruth, 'groups', '2025-12-01');
    const trained = async () =>
      (await stage.world.rows(`SELECT "trainedBy" FROM role WHERE "personId" = '${ruth.id}'`))[0]?.[
        'trainedBy'
      ];
    expect(await trained()).toBe('clock');
    await stage.world.later({ hours: 24 * 9 });
    expect(await trained()).toBeNull();
  });

  it('counts nobody by itself whom a gate holds back, as no coordinator could say it of them', async () => {
    const groups = { code: 'groups', name: 'Group work', requiredOf: ['group-lead'] };
    const gate = {
      ...{
        code: 'been-here',
        name: 'Has been here before',
        for: 'group-lead',
        says: 'You have to have been here.',
      },
      when: { fact: 'was-mentee', operator: 'equal', value: true },
    };
    await stage.has({ training: { modules: [groups] }, gates: [gate] });
    await stage.didModule(ruth, 'groups');
    expect(await stage.world.rows(`SELECT "trainedBy" FROM role WHERE "personId" = '${ruth.id}'`)).toEqual([
      { trainedBy: null },
    ]);
    const whose = { personId: ruth.id, programmeId: stage.programmeId };
    expect(outcome(await stage.desk('mark-trained', whose))).toBe('person.not-trained');
  });
});
