import { afterEach, describe, expect, it } from 'vitest';
import { answerNewTerms } from '../../core/pairs/new-terms.ts';
import { finders } from '../matching/finders.ts';
import { paperPair } from '../meetings/paper-pair.ts';
import type { PaperWorld, Writer } from '../support/paper-world.ts';
import { openTrainingWorld, TRAINING } from '../training/training-world.ts';

const DAY = 24;
const by = { is: 'coordinator', name: 'test' } as const;

let world: PaperWorld;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

/** Loads the document with this in it, as a coordinator does. */
async function loads(more: object): Promise<void> {
  const programme = await world.core.read.programmes.programme(world.programmeId);
  const document = { ...programme?.document, ...more };
  const done = await world.core.perform({ command: 'load-programme', args: { slug: 'test', document }, by });
  expect(done.did).toBe('done');
  await world.core.settle();
}

async function happened(event: string): Promise<string[]> {
  const rows = await world.rows(`SELECT at FROM journal WHERE event = '${event}' ORDER BY at`);
  return rows.map(({ at }) => (at instanceof Date ? at.toISOString().slice(0, 10) : String(at)));
}

describe('a newer document of what ends (TRN-03)', () => {
  const refreshed = (refreshMonths: number, remindDays: readonly number[]) => ({
    training: {
      modules: TRAINING.modules.map((module) =>
        module.code === 'listening' ? { ...module, refreshMonths } : module,
      ),
      remindDays,
    },
  });

  it('is followed by the reminders that are planned already, and nobody hears twice', async () => {
    const stage = await openTrainingWorld();
    world = stage.world;
    await stage.has({ training: TRAINING });
    const ruth = await stage.somebody('Ruth', 'mentor');
    await stage.didModule(ruth, 'listening', '2026-11-01');
    await world.later({ hours: DAY });
    expect(await world.rows(`SELECT FROM due WHERE command = 'remind-of-refresh'`)).toEqual([]);
    // It ends on the first of February now, and they are told thirty days before.
    await loads(refreshed(3, [30]));
    await world.later({ hours: 10 * DAY });
    // Twenty days before, after all: nothing of the thirty is left.
    await loads(refreshed(3, [20]));
    await world.later({ hours: 35 * DAY });
    expect(await happened('training.reminded')).toEqual([]);
    await world.later({ hours: 8 * DAY });
    expect(await happened('training.reminded')).toEqual(['2027-01-12']);
    // Eighteen: they have just heard.
    await loads(refreshed(3, [18]));
    await world.later({ hours: 10 * DAY });
    expect(await happened('training.reminded')).toHaveLength(1);
    await world.later({ hours: 15 * DAY });
    expect(await happened('training.ended')).toEqual(['2027-02-01']);
    // And nothing of it again when the document changes once more.
    await loads({ ...refreshed(3, [18]), name: 'Another name' });
    await world.later({ hours: DAY });
    expect(await happened('training.ended')).toHaveLength(1);
  });

  it('ends at once what ended by it long ago, and calls off what does not end any more', async () => {
    const stage = await openTrainingWorld();
    world = stage.world;
    await stage.has({ training: TRAINING });
    const ruth = await stage.somebody('Ruth', 'mentor');
    await stage.didModule(ruth, 'listening', '2026-02-01');
    await loads(refreshed(6, [30]));
    expect(await happened('training.ended')).toHaveLength(1);
    await loads({ training: { ...refreshed(6, [30]).training, remindDays: [25] } });
    expect(await happened('training.ended')).toHaveLength(1);
    await stage.didModule(ruth, 'listening', '2026-11-20');
    // Put down while it ended in half a year, that end stays as it was put down.
    await loads({ training: TRAINING });
    expect(await world.rows(`SELECT FROM due WHERE command = 'note-training-ended'`)).toHaveLength(1);
  });
});

describe('a newer document of waiting (MAT-10, UNM-01, UNM-06)', () => {
  const { person, waits, perform } = finders(() => world);
  const open = async (): Promise<void> => {
    world = (await openTrainingWorld()).world;
  };
  const waiting = { factors: [], newsDays: 14, waitDays: 28 };

  it('is followed by when a coordinator is told, once', async () => {
    await open();
    await loads({ matching: waiting });
    await waits('mentee', await person('Aisha'));
    await world.later({ hours: 5 * DAY });
    await loads({ matching: { ...waiting, waitDays: 40 } });
    await world.later({ hours: 30 * DAY });
    expect(await happened('wait.long')).toEqual([]);
    await loads({ matching: { ...waiting, waitDays: 36 } });
    await world.later({ hours: 2 * DAY });
    expect(await happened('wait.long')).toHaveLength(1);
    await world.rows(`UPDATE task SET "doneAt" = "createdAt", "doneBy" = 'x'`);
    await loads({ matching: { ...waiting, waitDays: 50 } });
    await world.later({ hours: 30 * DAY });
    expect(await happened('wait.long')).toHaveLength(1);
  });

  it('is followed by the rhythm of news, but for whoever chose their own', async () => {
    await open();
    await loads({ matching: waiting });
    const [aisha, ada] = [await person('Aisha'), await person('Ada')];
    await waits('mentee', aisha);
    await waits('mentee', ada);
    await world.rows(`UPDATE enquiry SET "newsDays" = 28 WHERE "personId" = '${ada.id}'`);
    await world.rows(`UPDATE due SET "dueAt" = "dueAt" + interval '14 days' WHERE command = 'send-wait-news'
      AND args->>'enquiryId' = (SELECT id::text FROM enquiry WHERE "personId" = '${ada.id}')`);
    await world.later({ hours: 5 * DAY });
    await loads({ matching: { ...waiting, newsDays: 10 } });
    await world.later({ hours: 6 * DAY });
    expect(await happened('wait.told')).toHaveLength(1);
    // Not again at the fourteenth day, when it would have come before.
    await world.later({ hours: 8 * DAY });
    expect(await happened('wait.told')).toHaveLength(1);
    await world.later({ hours: 2 * DAY });
    expect(await happened('wait.told')).toHaveLength(2);
    expect(await perform('start-sweeps', {})).toBe('done');
  });
});

describe('a newer document of how long a request stands (MAT-07)', () => {
  const { person, waits, sees } = finders(() => world);
  const asked = async (): Promise<{ ruth: Writer; aisha: Writer }> => {
    const [ruth, aisha] = [await person('Ruth'), await person('Aisha')];
    await waits('mentor', ruth);
    await waits('mentee', aisha);
    await sees(aisha);
    await world.press(aisha, 'Ask Ruth');
    return { ruth, aisha };
  };

  it('ends none that is open any earlier: whoever was asked has as long as there was', async () => {
    world = (await openTrainingWorld()).world;
    await loads({ matching: { factors: [], answerDays: 5 } });
    const { ruth } = await asked();
    await loads({ matching: { factors: [], answerDays: 2 } });
    await world.later({ hours: 4 * DAY });
    expect(await happened('match.expired')).toEqual([]);
    await sees(ruth);
    await world.press(ruth, 'Yes, I would like to');
    expect(await happened('match.accepted')).toHaveLength(1);
  });

  it('nor any later than was said, and holds for who is asked from then on', async () => {
    world = (await openTrainingWorld()).world;
    await loads({ matching: { factors: [], answerDays: 5 } });
    const { aisha } = await asked();
    await loads({ matching: { factors: [], answerDays: 10 } });
    await world.later({ hours: 5 * DAY + 1 });
    expect(await happened('match.expired')).toHaveLength(1);
    await sees(aisha);
    await world.press(aisha, 'See who may suit me');
    await world.press(aisha, 'Show me the first ones again');
    await world.press(aisha, 'Ask Ruth');
    await world.later({ hours: 9 * DAY });
    expect(await happened('match.expired')).toHaveLength(1);
    await world.later({ hours: 2 * DAY });
    expect(await happened('match.expired')).toHaveLength(2);
  });
});

describe('other terms that both of a pair agreed to', () => {
  it('are followed by what is planned about their meetings, and only then', async () => {
    const on = await paperPair();
    world = on.world;
    const { programmeId } = world;
    await loads({ meetings: { minutes: 30, costlyAskMinutes: 4320 } });
    const number = (await world.core.read.programmes.programme(programmeId))?.version;
    await world.rows(`UPDATE pair SET "agreedNumber" = ${number}, version = version + 1`);
    const id = await on.book('2026-12-07T14:00');
    await world.rows(`UPDATE meeting SET costly = true WHERE id = '${id}'`);
    await world.core.perform({ command: 'plan-anew', args: { meetingId: id }, by: { is: 'clock' } });
    const planned = async () =>
      (await on.due('remind')).filter(({ args }) => args['kind'] === 'costly').map(({ at }) => at);
    const before = await planned();
    expect(before).toHaveLength(1);
    await loads({ meetings: { minutes: 30, costlyAskMinutes: 8640 } });
    expect(await planned()).toEqual(before);
    for (const who of [on.mentor, on.mentee]) {
      const { read } = world.core;
      const [person, account] = [await read.people.person(who.id), await read.people.account(who.accountId)];
      if (person === undefined || account === undefined) throw new Error('Nobody is there');
      const args = { pairId: on.pairId, number: Number(number) + 1, yes: true };
      const done = await world.core.perform({
        command: answerNewTerms.name,
        args,
        by: { is: 'person', person, account },
      });
      expect(done.did).toBe('done');
      await world.core.settle();
    }
    const after = await planned();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });
});
