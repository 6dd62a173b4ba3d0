import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealedAnswers } from '../../core/enquiries/sealed-enquiry.ts';
import { newTask } from '../../core/tasks/task.ts';
import { momentAt } from '../support/moved-clock.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

let world: PaperWorld;
let ada: Writer;
let ruth: Writer;
let moira: Writer;
const by = { is: 'coordinator', name: 'test' } as const;

async function role(who: Writer, name: string): Promise<void> {
  await world.core.perform({
    command: 'give-role',
    args: { personId: who.id, programmeId: world.programmeId, role: name },
    by,
  });
}

async function writes(who: Writer, words: string): Promise<string> {
  const [person, account] = [
    await world.store.read.people.person(who.id),
    await world.store.read.people.account(who.accountId),
  ];
  if (person === undefined || account === undefined) throw new Error('Nobody is there');
  const own = { is: 'person', person, account } as const;
  const done = await world.core.perform({ command: 'save-reflection', args: { text: words }, by: own });
  if (done.did !== 'done') throw new Error(done.did);
  const [entry] = await world.store.read.reflections.ofPerson(who.id, { skip: 0, most: 1 });
  return entry?.id ?? '';
}

beforeAll(async () => {
  world = await openPaperWorld();
  [ada, ruth, moira] = [await world.person('Ada'), await world.person('Ruth'), await world.person('Moira')];
  for (const [who, name] of [
    [ada, 'mentee'],
    [ruth, 'mentor'],
    [moira, 'coordinator'],
  ] as const)
    await role(who, name);
  const pair = await world.pair(ruth, ada);
  const book = { pairId: pair.id, wall: '2026-11-23T15:00', mode: 'phone' };
  await world.core.perform({ command: 'book-for-pair', args: book, by });
  const base = { version: 1, programmeId: world.programmeId, pairId: null, meetingId: null, doneAt: null };
  const row = {
    ...base,
    id: crypto.randomUUID(),
    kind: 'wants-a-call' as const,
    personId: ada.id,
    doneBy: null,
  };
  await world.commit({ saves: [{ table: 'task', row: { ...row, createdAt: world.clock.now() } }] });
  await world.core.settle();
});
afterAll(() => world.close());

/** Without the number in front, which counts what else stands there. */
const unnumbered = (line: string): string => line.replace(/^\d+\. /, '');

describe('what the coordinator sees of me (BND-07, D15)', () => {
  it('says of the board what stands there about me, word by word, and nothing else of it', async () => {
    await world.write(ada, 'what do you know about me');
    await world.press(ada, 'What a coordinator sees of me');
    const mine = world.messages(ada).at(-1)?.paragraphs ?? [];
    const said = mine.filter((line) => /^\d+\. /.test(line)).map(unnumbered);
    await world.write(moira, 'board');
    const board = world.messages(moira).at(-1)?.paragraphs ?? [];
    const aboutMe = board.filter((line) => /^\d+\. /.test(line) && line.includes('Ada')).map(unnumbered);
    expect(aboutMe.length).toBeGreaterThan(1);
    expect(said).toEqual(aboutMe);
    expect(mine.join('\n')).toContain('Your name: Ada. Where you stand: taking part.');
    expect(mine.join('\n')).toContain('you and Ruth are');
    expect(mine.join('\n')).toContain('When your one meeting is or was');
    expect(mine.join('\n')).toContain('You have shared nothing');
  });

  it('keeps from each what the other one asked for, and from a mentee what a mentor answered (MAT-07, MAT-12)', async () => {
    const [pair] = await world.store.read.pairs.list();
    const sees = async (who: Writer): Promise<string> => {
      await world.write(who, 'what do you know about me');
      await world.press(who, 'What a coordinator sees of me');
      return world.last(who);
    };
    const { programmeId } = world;
    const about = { programmeId, personId: ada.id, pairId: pair?.id ?? null };
    const at = momentAt(world.clock);
    const asked = newTask('wants-to-end', about, at);
    const no = newTask('mentor-not-free', { programmeId, personId: ada.id, otherPersonId: moira.id }, at);
    const both = newTask('clash', { programmeId, pairId: pair?.id ?? null }, at);
    const ended = newTask('different-match', about, at);
    const rows = [asked, no, both, ended];
    await world.commit({ saves: rows.map((row) => ({ table: 'task' as const, row })) });
    expect(await sees(ruth)).toMatch(/at the same time/);
    expect(world.last(ruth)).not.toMatch(/kind end/);
    expect(await sees(ada)).toMatch(/kind end/);
    expect(world.last(ada)).not.toMatch(/Moira|not free/);
    // Either of the two may have asked: it says only what is so.
    expect(world.last(ada)).toMatch(/match of Ada has ended/);
    await world.rows(
      `DELETE FROM task WHERE id = ANY(ARRAY['${asked.id}', '${no.id}', '${both.id}', '${ended.id}']::uuid[])`,
    );
  });

  it('shows the words that are shared with coordinators, as long as they are, and no others', async () => {
    await writes(ada, 'for nobody else');
    const id = await writes(ada, 'for Moira to read');
    const sees = async (): Promise<string> => {
      await world.write(ada, 'what do you know about me');
      await world.press(ada, 'What a coordinator sees of me');
      return world.last(ada);
    };
    expect(await sees()).not.toMatch(/for nobody else|for Moira/);
    await world.rows(`UPDATE reflection SET "sharedWithCoordinator" = true WHERE id = '${id}'`);
    expect(await sees()).toContain('for Moira to read');
    expect(world.last(ada)).not.toContain('for nobody else');
    const read = await world.store.read.reflections.sharedWithCoordinator({ personId: ada.id, most: 9 });
    expect(read.map(({ text }) => text)).toEqual(['for Moira to read']);
  });

  it('names what was answered on the way in, and what is on record of training', async () => {
    const sees = async (): Promise<string> => {
      await world.write(ruth, 'what do you know about me');
      await world.press(ruth, 'What a coordinator sees of me');
      return world.last(ruth);
    };
    expect(await sees()).not.toMatch(/way in|training/);
    const nothing = { site: null, source: null, referralId: null, wordsSealed: null, outlineAgreedAt: null };
    const news = { firstSupported: null, waitingSince: null, newsDays: null, newsAt: null, decidedAt: null };
    const id = crypto.randomUUID();
    const person = await world.store.read.people.person(ruth.id);
    if (person === undefined) throw new Error('Nobody is there');
    const answers = { 'own-support': 'I cannot sleep' };
    const key = world.store.read.keys.of(person);
    const row = {
      ...nothing,
      ...news,
      id,
      version: 1,
      programmeId: world.programmeId,
      personId: ruth.id,
      as: 'mentor' as const,
      state: 'talking' as const,
      route: 'self' as const,
      answersSealed: sealedAnswers(id, answers, key, momentAt(world.clock).random(12)),
      createdAt: world.clock.now(),
    };
    await world.commit({ saves: [{ table: 'enquiry', row }] });
    const who = { personId: ruth.id, programmeId: world.programmeId };
    const course = { ...who, kind: 'course', what: 'First aid', doneOn: '2026-11-01' };
    const recorded = await world.core.perform({ command: 'record-training', args: course, by });
    expect(recorded.did).toBe('done');
    expect(await sees()).toMatch(/answered when you offered to support somebody/);
    expect(world.last(ruth)).toMatch(/on record of your training: 1/);
    await world.rows(`UPDATE enquiry SET "answersSealed" = NULL, state = 'withdrawn'`);
    expect(await sees()).not.toMatch(/answered when/);
  });
});
