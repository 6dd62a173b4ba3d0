import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownCopy } from '../../core/privacy/own-copy.ts';
import { type PaperPair, paperPair } from '../meetings/paper-pair.ts';
import type { Writer } from '../support/paper-world.ts';

const open = { settings: { discreet: false } };
const DAY = 24;
const FIRST = '2026-11-24T14:00';

let on: PaperPair;

async function begin(given: Parameters<typeof paperPair>[1] = { mentor: open, mentee: open }): Promise<void> {
  on = await paperPair('2026-11-23T09:00:00Z', given);
  await on.world.core.perform({ command: 'start-sweeps', args: {}, by: { is: 'clock' } });
}
beforeEach(() => begin());
afterEach(async () => {
  expect(on.world.faults).toEqual([]);
  await on.world.close();
});

const asked = (who: Writer): number => (on.world.said(who).match(/How is it for you to meet/g) ?? []).length;
const tasks = () => on.world.rows(`SELECT kind, "pairId" FROM task WHERE "doneAt" IS NULL`);
const times = async (who: Writer): Promise<number> =>
  (await on.world.rows(`SELECT FROM nudge WHERE rule = 'fit-check' AND "personId" = '${who.id}'`)).length;
const said = (who: Writer, answer: string) => on.world.press(who, answer);

describe('how it is to meet with somebody new (MAT-11)', () => {
  it('is asked of both, each in private and once, the morning after they first met', async () => {
    const { world, mentor, mentee } = on;
    await on.book(FIRST);
    await world.later({ hours: 30 });
    expect([asked(mentor), asked(mentee)]).toEqual([0, 0]);
    await world.later({ hours: DAY });
    expect([asked(mentor), asked(mentee)]).toEqual([1, 1]);
    expect(world.last(mentee)).toMatch(/Only you see your answer[\s\S]*Ana never hears what you say/);
    await on.book('2026-11-27T14:00');
    await on.book('2026-12-04T14:00');
    await world.later({ hours: 21 * DAY });
    expect([asked(mentor), asked(mentee)]).toEqual([1, 1]);
  });

  it('is one press, sealed with their own key, and nothing of it reaches anybody else', async () => {
    const { world, mentor, mentee } = on;
    await on.book(FIRST);
    await world.later({ hours: 2 * DAY });
    const before = world.messages(mentor).length;
    await said(mentee, 'Not sure yet');
    expect(world.last(mentee)).toMatch(/takes a few times/);
    const rows = JSON.stringify([
      ...(await world.rows('SELECT * FROM fit_check')),
      ...(await world.rows('SELECT * FROM journal')),
      ...(await world.rows('SELECT * FROM outgoing')),
      ...(await world.rows('SELECT * FROM due')),
    ]);
    expect(rows).not.toMatch(/unsure/);
    expect(world.messages(mentor)).toHaveLength(before);
    expect(await tasks()).toEqual([]);
    // Nobody presses it for them.
    const [fit] = await world.rows(`SELECT id FROM fit_check WHERE "personId" = '${mentee.id}'`);
    const person = await world.core.read.people.person(mentor.id);
    const [account] = await world.core.read.people.accountsOf(mentor.id);
    if (person === undefined || account === undefined) throw new Error('Nobody is there');
    for (const command of ['answer-fit', 'ask-fit-again', 'tell-of-fit'])
      expect(
        await world.core.perform({
          command,
          args: { fitId: fit?.['id'], answer: 'well' },
          by: { is: 'person', person, account },
        }),
      ).toMatchObject({ did: 'refused' });
  });

  it('tells a coordinator only when its owner says so, and only that the two may want a hand', async () => {
    const { world, mentor, mentee, pairId } = on;
    await on.book(FIRST);
    await world.later({ hours: 2 * DAY });
    await said(mentee, 'Not the right person');
    expect(await tasks()).toEqual([]);
    await said(mentee, 'Yes, tell them');
    await said(mentee, 'Yes, tell them');
    expect(await tasks()).toEqual([{ kind: 'may-want-a-hand', pairId }]);
    const listed = await world.core.read.desk.tasks({ most: 9 });
    expect(listed.filter(({ kind }) => kind === 'may-want-a-hand')).toMatchObject([
      { personId: null, person: null, pairId },
    ]);
    const sees = async (who: Writer): Promise<string> => {
      const role = { personId: who.id, programmeId: world.programmeId, role: 'mentee' };
      await world.core.perform({ command: 'give-role', args: role, by: { is: 'coordinator', name: 'test' } });
      await world.core.settle();
      await world.write(who, 'what do you know about me');
      await world.press(who, 'What a coordinator sees of me');
      return world.last(who);
    };
    expect(await sees(mentor)).not.toMatch(/want a hand/);
    expect(await sees(mentee)).toMatch(/want a hand/);
  });

  it('leads to a different match in the next press, with no blame (MAT-12)', async () => {
    const { world, mentor, mentee } = on;
    await on.book(FIRST);
    await world.later({ hours: 2 * DAY });
    await said(mentor, 'Not the right person');
    expect(world.last(mentor)).toMatch(/happens to many/);
    await said(mentor, 'Somebody else instead of Mia');
    expect(await world.rows('SELECT state FROM pair')).toEqual([{ state: 'ended' }]);
    // What the other one has before them answers nothing any more.
    await said(mentee, 'It fits well');
    expect(world.last(mentee)).toMatch(/no longer|not current|any more/i);
  });

  it('comes once more after the next meeting for whoever would like to see, and not for the other', async () => {
    const { world, mentor, mentee } = on;
    await on.book(FIRST);
    await world.later({ hours: 2 * DAY });
    await said(mentor, 'It fits well');
    await said(mentee, 'Not sure yet');
    await said(mentee, 'Ask me after we meet again');
    await world.later({ hours: 10 * DAY });
    expect(await times(mentee)).toBe(1);
    await on.book('2026-12-08T14:00');
    await world.later({ hours: 7 * DAY });
    expect([await times(mentor), await times(mentee)]).toEqual([1, 2]);
    expect(asked(mentee)).toBe(1);
    await world.later({ hours: 14 * DAY });
    expect(await times(mentee)).toBe(2);
  });

  it('comes once more where it could not be sent, and no oftener', async () => {
    const { world, mentor, mentee } = on;
    await world.rows(`CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW."expiresAt" := NEW."dueAt" - interval '1 hour'; RETURN NEW; END $$`);
    await world.rows(`CREATE TRIGGER lose BEFORE INSERT ON outgoing FOR EACH ROW
      WHEN (NEW.screen = 'fit-check') EXECUTE FUNCTION lose()`);
    await on.book(FIRST);
    await world.later({ hours: 2 * DAY });
    expect([asked(mentor), asked(mentee)]).toEqual([0, 0]);
    expect(await times(mentor)).toBe(1);
    // The mentor's app stays away the second time, too.
    await world.rows(`DROP TRIGGER lose ON outgoing`);
    await world.rows(`CREATE TRIGGER lose BEFORE INSERT ON outgoing FOR EACH ROW
      WHEN (NEW.screen = 'fit-check' AND NEW."personId" = '${mentor.id}') EXECUTE FUNCTION lose()`);
    await world.later({ hours: 8 * DAY });
    expect([asked(mentor), asked(mentee)]).toEqual([0, 1]);
    await world.later({ hours: 30 * DAY });
    expect([await times(mentor), await times(mentee)]).toEqual([2, 2]);
    expect([asked(mentor), asked(mentee)]).toEqual([0, 1]);
  });

  it('counts no meeting of which one of them said that it did not happen', async () => {
    const { world, mentor, mentee } = on;
    const id = await on.book(FIRST);
    await world.rows(`UPDATE meeting SET "menteeAnswer" = 'did-not-happen' WHERE id = '${id}'`);
    await world.later({ hours: 5 * DAY });
    expect([asked(mentor), asked(mentee)]).toEqual([0, 0]);
  });

  it('waits for the end of a break, for two days after a hard one, and for a week that has had enough', async () => {
    const { world, mentor, mentee, pairId } = on;
    await on.book(FIRST);
    await on.change(mentee, { paused: true });
    const nudge = (id: string, ago: number) =>
      `('${id}', 1, '${mentor.id}', 'x', '{}', timestamptz '2026-11-25T08:00:00Z' - interval '${ago} days')`;
    await world.rows(`INSERT INTO nudge (id, version, "personId", rule, facts, "createdAt") VALUES
      ${nudge(crypto.randomUUID(), 5)}, ${nudge(crypto.randomUUID(), 6)}`);
    await world.later({ hours: 2 * DAY });
    expect([asked(mentor), asked(mentee)]).toEqual([0, 0]);
    await on.change(mentee, { paused: false });
    await world.rows(`INSERT INTO journal (at, event, by, ids)
      VALUES ('2026-11-25T10:00:00Z', 'meeting.eased', 'x', '${JSON.stringify({ pairId })}')`);
    await world.later({ hours: DAY });
    expect([asked(mentor), asked(mentee)]).toEqual([0, 0]);
    await world.later({ hours: 7 * DAY });
    expect([asked(mentor), asked(mentee)]).toEqual([1, 1]);
  });

  it('is never asked of whoever stopped, or chose that the bot does not write first', async () => {
    const { world, mentor, mentee } = on;
    await on.book(FIRST);
    await on.change(mentee, { settings: { nudges: 'off', nudgesChosenAt: '2026-11-20T09:00:00Z' } });
    await world.write(mentor, 'stop');
    await world.later({ hours: 6 * DAY });
    expect([asked(mentor), asked(mentee)]).toEqual([0, 0]);
  });

  it('is not asked of two who have long met, and after as many meetings as the programme says', async () => {
    const { world, mentee } = on;
    const programme = await world.core.read.programmes.programme(world.programmeId);
    if (programme === undefined) throw new Error('no programme');
    const matching = { ...programme.document.matching, fitAfter: 2 };
    const document = { ...programme.document, matching };
    const row = { ...programme, version: programme.version + 1, document };
    await world.commit({ saves: [{ table: 'programme', row }] });
    await on.book(FIRST);
    await world.later({ hours: 3 * DAY });
    expect(asked(mentee)).toBe(0);
    for (const day of ['26', '27', '28', '29', '30'])
      await world.rows(`INSERT INTO meeting SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(),
        'startsAt', '2026-11-${day}T06:00:00Z'))).* FROM meeting m LIMIT 1`);
    await world.rows(`UPDATE meeting SET "startsAt" = "startsAt" - interval '1 month'`);
    await world.later({ hours: 10 * DAY });
    expect(asked(mentee)).toBe(0);
    await world.rows(`DELETE FROM meeting WHERE id IN (SELECT id FROM meeting ORDER BY id LIMIT 4)`);
    await world.later({ hours: 2 * DAY });
    expect(asked(mentee)).toBe(1);
  });

  it('is in their own copy as they said it, and goes with them', async () => {
    const { world, mentee } = on;
    await on.book(FIRST);
    await world.later({ hours: 2 * DAY });
    await said(mentee, 'Not sure yet');
    const data = await world.core.read.privacy.everythingOf(mentee.id);
    expect(ownCopy(data, mentee.id, world.core.read.keys)['fit_check']).toMatchObject([{ answer: 'unsure' }]);
    const erased = { command: 'erase-person', args: { personId: mentee.id } };
    await world.core.perform({ ...erased, by: { is: 'coordinator', name: 'test' } });
    await world.core.settle();
    const left = await world.rows('SELECT "personId" FROM fit_check');
    expect(left).toEqual([{ personId: on.mentor.id }]);
  });

  it('says nothing on a locked screen until it is opened', async () => {
    await on.world.close();
    await begin({ mentee: { settings: { discreet: true } } });
    const { world, mentee } = on;
    await on.book(FIRST);
    await world.later({ hours: 2 * DAY });
    expect(world.said(mentee)).not.toMatch(/How is it for you/);
    await world.press(mentee, 'See it');
    expect(world.last(mentee)).toMatch(/You and Ana have met now/);
  });
});
