import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownCopy } from '../../core/privacy/own-copy.ts';
import { readDocument } from '../../core/programmes/read-document.ts';
import type { Writer } from '../support/paper-world.ts';
import { openTrainingWorld, outcome, TRAINING, type TrainingWorld } from './training-world.ts';

const DAY = 24;
const only = (...codes: string[]) => ({
  training: { ...TRAINING, modules: TRAINING.modules.filter(({ code }) => codes.includes(code)) },
});

let stage: TrainingWorld;
let ruth: Writer;

beforeEach(async () => {
  stage = await openTrainingWorld();
  await loads(only('listening', 'safety'));
  ruth = await stage.somebody('Ruth', 'mentor');
  await stage.didModule(ruth, 'listening', '2026-11-01');
  await stage.didModule(ruth, 'safety', '2026-02-01');
});
afterEach(async () => {
  expect(stage.world.faults).toEqual([]);
  await stage.world.close();
});

async function loads(more: object): Promise<void> {
  const { core, programmeId } = stage.world;
  const programme = await core.read.programmes.programme(programmeId);
  const document = { ...programme?.document, ...more };
  expect(outcome(await stage.desk('load-programme', { slug: 'test', document }))).toBe('done');
}

async function sees(): Promise<string> {
  await stage.world.write(ruth, 'my training');
  return stage.world.last(ruth);
}

const file = (): string =>
  new TextDecoder().decode(
    stage.world
      .messages(ruth)
      .flatMap((shown) => shown.file ?? [])
      .at(-1)?.bytes,
  );

describe('a module that is taken out of a programme (TRN-01, TRN-14)', () => {
  beforeEach(() => loads(only('listening')));

  it('stays on the record of whoever did it, by its name, as no longer part', async () => {
    expect(await sees()).toMatch(
      /Done: Listening\.[\s\S]*You also did Health and safety, which is no longer part/,
    );
    await stage.world.press(ruth, 'My record as a file');
    expect(file()).toMatch(
      /Modules\n\n.*Listening\n[\s\S]*Modules that are no longer part of it\n\n.*2026-02-01 {2}Health and safety\n/,
    );
    const data = await stage.world.core.read.privacy.everythingOf(ruth.id);
    const kept = ownCopy(data, ruth.id, stage.world.core.read.keys)['training_record'];
    expect(kept?.map(({ what }) => what)).toEqual(expect.arrayContaining(['listening', 'safety']));
  });

  it('counts for nothing, and nobody is reminded of its end', async () => {
    const aisha = await stage.somebody('Aisha', 'mentee');
    await stage.world.later({ hours: 80 * DAY });
    expect(
      await stage.world.rows(
        `SELECT FROM journal WHERE event LIKE 'training.remind%' OR event = 'training.ended'`,
      ),
    ).toEqual([]);
    expect(stage.world.said(ruth)).not.toMatch(/safety/i);
    expect(await stage.meets(ruth, aisha)).toBe('done');
  });

  it('counts again once the programme has it again, with its end', async () => {
    await stage.world.later({ hours: 30 * DAY });
    await loads(only('listening', 'safety'));
    expect(await sees()).toMatch(/Done: Listening and Health and safety/);
    expect(stage.world.last(ruth)).not.toMatch(/no longer part/);
    await stage.world.later({ hours: 45 * DAY });
    const ended = await stage.world.rows(`SELECT FROM journal WHERE event = 'training.ended'`);
    expect(ended).toHaveLength(1);
  });

  it('is refused where a document still names it, and where somebody puts it down', async () => {
    const { programmeId } = stage;
    const args = { personId: ruth.id, programmeId, kind: 'module', what: 'safety', doneOn: '2026-11-02' };
    expect(outcome(await stage.desk('record-training', args))).toBe('training.no-module');
    const planned = { programmeId, modules: ['safety'], startsAt: '2026-11-26T14:00:00Z', minutes: 60 };
    expect(outcome(await stage.desk('plan-training', { ...planned, where: 'Here', capacity: 2 }))).toBe(
      'training.no-module',
    );
    const contact = { name: 'Sam', phone: '01 234', hours: 'always' };
    const when = { fact: 'module.safety', operator: 'equal', value: true };
    const gate = { code: 'safe', name: 'Safe', for: 'mentor', when, says: 'Later.' };
    const training = { ...only('listening').training, sentAgain: ['safety'] };
    const read = readDocument({ v: 1, name: 'Test', contact, training, gates: [gate] });
    const paths = 'faults' in read ? read.faults.map(({ path }) => path) : [];
    expect(paths).toEqual(expect.arrayContaining(['gates[0].when', 'training.sentAgain[0]']));
  });
});
