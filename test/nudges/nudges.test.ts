import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nudgeRules } from '../../core/nudges/nudge-rules.ts';
import { nudgeText, reasonTexts } from '../../core/nudges/nudge-texts.ts';
import { DEFAULT_SETTINGS, type Person } from '../../core/people/person.ts';
import { leavesOf } from '../../core/rules/rule.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

let world: PaperWorld;
let amina: Writer;
let tom: Writer;

const on: Partial<Person> = { settings: { ...DEFAULT_SETTINGS, nudges: 'on', discreet: false } };

beforeEach(async () => {
  world = await openPaperWorld('2026-11-01T12:00:00Z');
  amina = await world.person('Amina', on);
  tom = await world.person('Tom');
  await world.pair(tom, amina);
  await world.core.perform({ command: 'start-sweeps', args: {}, by: { is: 'clock' } });
});

afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const nudges = async () => await world.rows('SELECT "personId", "createdAt" FROM nudge ORDER BY "createdAt"');

describe('a pair that is quieter than it agreed', () => {
  it('brings a nudge to the one who chose to hear from the bot, and none to the other', async () => {
    await world.later({ hours: 14 * 24 });
    expect(world.said(amina)).toBe('');
    await world.later({ hours: 2 * 24 });
    expect(world.said(amina)).toContain('find a time with Tom');
    expect(world.said(tom)).toBe('');
    expect(await nudges()).toHaveLength(1);
  });

  it('waits for the end of quiet hours', async () => {
    const person = await world.core.read.people.person(amina.id);
    if (person === undefined) throw new Error('nobody');
    await world.commit({
      saves: [{ table: 'person', row: { ...person, version: 2, quietFrom: '08:00', quietTo: '17:30' } }],
    });
    await world.later({ hours: 17 * 24 });
    expect((await nudges()).map((row) => row['createdAt'])).toEqual([new Date('2026-11-17T17:30:00Z')]);
  });

  it('comes again only after the days the person chose, and more rarely when it is left be', async () => {
    await world.later({ hours: 80 * 24 });
    const days = (await nudges()).map((row) =>
      String(JSON.parse(JSON.stringify(row['createdAt']))).slice(0, 10),
    );
    expect(days).toEqual([
      '2026-11-17',
      '2026-11-24',
      '2026-12-01',
      '2026-12-15',
      '2026-12-29',
      '2027-01-12',
    ]);
  });

  it('brings none once they have met or booked', async () => {
    const [pair] = await world.core.read.pairs.list();
    if (pair === undefined) throw new Error('no pair');
    await world.later({ hours: 13 * 24 });
    await world.commit({
      saves: [{ table: 'pair', row: { ...pair, version: 2, lastHeldAt: world.clock.now() } }],
    });
    await world.later({ hours: 14 * 24 });
    expect(world.said(amina)).toBe('');
    await world.later({ hours: 2 * 24 });
    expect(world.said(amina)).toContain('find a time');
  });

  it('is found among more pairs than are looked at in one go', async () => {
    for (let count = 0; count < 205; count += 1)
      await world.pair(await world.person(null), await world.person(null, on));
    await world.later({ hours: 16 * 24 });
    expect(await nudges()).toHaveLength(206);
  }, 60_000);

  it('is swept once a day however often the sweeps are started', async () => {
    for (let count = 0; count < 3; count += 1) {
      await world.core.perform({
        command: 'start-sweeps',
        args: {},
        by: { is: 'coordinator', name: 'test' },
      });
    }
    expect(await world.rows("SELECT 1 FROM due WHERE command = 'sweep-nudges'")).toHaveLength(1);
    await world.later({ hours: 5 * 24 });
    expect(await world.rows("SELECT 1 FROM due WHERE command = 'sweep-nudges'")).toHaveLength(1);
  });
});

describe('on a nudge', () => {
  beforeEach(async () => {
    await world.later({ hours: 16 * 24 });
  });

  const settings = async () => (await world.core.read.people.person(amina.id))?.settings;

  it('stands why it came, in the person’s words, with no count of anything but what was agreed', async () => {
    await world.press(amina, 'Why did I get this?');
    expect(world.last(amina)).toContain('You said that I may write to you first');
    expect(world.last(amina)).toContain('You and Tom agreed to meet about every 14 days');
    expect(world.last(amina)).toContain('no next meeting');
    expect(world.last(amina).match(/\d+/g)).toEqual(['14']);
  });

  it('"less often" doubles the days between two of them, up to 90', async () => {
    await world.press(amina, 'Less often');
    expect((await settings())?.nudgeEveryDays).toBe(14);
    // What was chosen stands where the nudge was, with more to choose from.
    expect(world.last(amina)).toContain('at the most once in 14 days');
    for (const days of [28, 56, 90, 90]) {
      const person = await world.core.read.people.person(amina.id);
      const account = await world.core.read.people.account(amina.accountId);
      if (person === undefined || account === undefined) throw new Error('Nobody is there');
      const by = { is: 'person', person, account } as const;
      await world.core.perform({ command: 'nudge-less-often', args: {}, by });
      expect((await settings())?.nudgeEveryDays).toBe(days);
    }
  });

  it('"stop" ends them in one tap, and what was due is called off', async () => {
    const args = {
      personId: amina.id,
      pairId: (await world.core.read.pairs.list())[0]?.id ?? '',
      rule: 'quieter-than-agreed',
      date: '2026-12-01',
    };
    await world.commit({
      due: [
        {
          key: 'x',
          command: 'send-nudge',
          args,
          at: world.clock.now().add({ hours: 24 }),
          subject: `nudges:${amina.id}`,
        },
      ],
    });
    await world.press(amina, 'Stop these messages');
    expect(world.last(amina)).toContain('I never write to you first');
    expect(await world.rows("SELECT 1 FROM due WHERE command = 'send-nudge'")).toHaveLength(0);
    await world.later({ hours: 30 * 24 });
    expect(await nudges()).toHaveLength(1);
  });

  it('"not for two weeks" is kept to, and then they come again', async () => {
    await world.press(amina, 'Not for two weeks');
    expect(world.last(amina)).toContain('Until Tuesday 1 December');
    await world.later({ hours: 14 * 24 - 1 });
    expect(await nudges()).toHaveLength(1);
    await world.later({ hours: 48 });
    expect(await nudges()).toHaveLength(2);
  });

  it('two that are decided on side by side come to one', async () => {
    await world.later({ hours: 6 * 24 });
    const args = {
      personId: amina.id,
      pairId: (await world.core.read.pairs.list())[0]?.id ?? '',
      rule: 'quieter-than-agreed',
      date: '2026-12-01',
    };
    const now = world.clock.now();
    const send = () => world.core.perform({ command: 'send-nudge', args, by: { is: 'clock' } });
    const before = (await nudges()).length;
    world.clock.set(now.add({ hours: 24 }).toString());
    await Promise.all(Array.from({ length: 24 }, send));
    expect(await nudges()).toHaveLength(before + 1);
  });
});

describe('the choice of nudges', () => {
  it('is off for somebody new, and made in one tap', async () => {
    await world.write(tom, 'nudges');
    expect(world.last(tom)).toContain('I never write to you first');
    await world.press(tom, 'Yes, you may write first');
    await world.press(tom, 'Once a month');
    expect((await world.core.read.people.person(tom.id))?.settings).toMatchObject({
      nudges: 'on',
      nudgeEveryDays: 30,
    });
    expect(world.last(tom)).toContain('once in 30 days');
  });

  it('is not a supporter’s', async () => {
    const { people } = world.core.read;
    const [person, account, supporter] = [
      await people.person(amina.id),
      await people.account(tom.accountId),
      await people.person(tom.id),
    ];
    if (person === undefined || account === undefined || supporter === undefined) throw new Error('nobody');
    const by = { is: 'person', person, account, supporter } as const;
    for (const command of ['set-nudges', 'nudge-less-often', 'mute-nudges']) {
      const done = await world.core.perform({ command, args: { nudges: 'off' }, by });
      expect(done.did === 'refused' && done.refusal.refused).toBe('supporter.may-not');
    }
  });
});

describe('every rule by which the bot writes first', () => {
  it('has words of its own, and words for each of its reasons', () => {
    for (const { rule } of nudgeRules) {
      for (const discreet of [true, false])
        expect([rule.name, nudgeText(rule.name, 'Tom', discreet)]).not.toEqual([rule.name, undefined]);
      const facts = new Set(leavesOf(rule.conditions).map(({ fact }) => fact));
      facts.delete('pairState');
      for (const fact of facts) expect([fact, reasonTexts[fact]]).not.toEqual([fact, undefined]);
    }
  });
});
