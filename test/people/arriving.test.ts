import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { situationPlace } from '../../core/people/situation.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { joins, labels, opensBot, passesOn, personOf, programmeOn, said } from './newcomers.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z');
  await programmeOn(stage);
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const openTasks = async () => (await stage.store.read.tasks.open()).map(({ kind }) => kind);

describe('somebody opens the bot for the first time (REC-01, REC-06, PAC-08, BND-06)', () => {
  it('is told what this is, who helps, what is kept, who can read it and where confidentiality ends', async () => {
    const mia = stage.phone('Mia');
    await opensBot(stage, mia);
    expect(said(mia)).toContain('Beside You');
    expect(said(mia)).toMatch(/people who help/);
    expect(said(mia)).toMatch(/never pretend to be a person/);
    expect(said(mia)).toMatch(/company behind this chat app can read/);
    expect(said(mia)).toMatch(/seriously harmed/);
    expect(labels(mia)).toEqual(['Continue', 'Easy Read', 'Who sees what?', 'Help']);
    await mia.presses('Who sees what?');
    expect(said(mia)).toMatch(/child or an adult is at risk/);
    expect(said(mia)).toMatch(/terrorism/);
    expect(said(mia)).toMatch(/court/);
  });

  it('has help first when help was what they asked for, and the welcome beneath it', async () => {
    const mia = stage.phone('Mia');
    await mia.says('help');
    const [first, second] = mia.messages();
    expect(first?.shown.paragraphs.join('\n')).toMatch(/999/);
    expect(second?.shown.paragraphs.join('\n')).toContain('Beside You');
  });

  it('has nothing begun by a message that was only changed, unless its words are words of crisis', async () => {
    const mia = stage.phone('Mia');
    await passesOn(stage, mia, { is: 'edited', text: 'good morning' });
    expect(mia.messages()).toEqual([]);
    expect(await stage.store.read.people.list({ most: 10 })).toEqual([]);
    await passesOn(stage, mia, { is: 'edited', text: 'I want to kill myself' });
    expect(mia.messages()[0]?.shown.paragraphs.join()).toMatch(/999/);
  });

  it('may switch to Easy Read in the very first message, which changes where it stands', async () => {
    const mia = stage.phone('Mia');
    await opensBot(stage, mia);
    await mia.presses('Easy Read');
    expect(mia.messages()).toHaveLength(1);
    expect(said(mia)).toMatch(/I am a computer program/);
    expect((await personOf(stage, mia)).language).toBe('en-easy');
    await mia.presses('Continue');
    await mia.presses('Plain English');
    expect(said(mia)).toMatch(/are you 18 or over/);
  });

  it('is asked for their age before anything else can be written', async () => {
    const mia = stage.phone('Mia');
    await opensBot(stage, mia);
    await mia.presses('Continue');
    expect(said(mia)).toMatch(/18 or over/);
    await mia.says('My name is Mia and this is my story, all of it');
    expect(said(mia)).toMatch(/18 or over/);
    expect((await personOf(stage, mia)).name).toBeNull();
    expect(await stage.store.read.drafts.of((await account(mia.userId)).id)).toMatchObject([
      { form: 'welcome', answersSealed: null },
    ]);
  });

  it('goes through the questions in order, and is in', async () => {
    const mia = stage.phone('Mia');
    await opensBot(stage, mia);
    const asked: string[] = [];
    const then = async (step: Promise<unknown>) => {
      await step;
      asked.push(said(mia));
    };
    await then(mia.presses('Continue'));
    await then(mia.says('Yes!'));
    await then(mia.says('ok'));
    await then(mia.says('😀'));
    expect(asked.at(-1)).toMatch(/at least one letter/);
    await then(mia.says('Mia 😀'));
    await then(mia.says('perth'));
    expect(labels(mia).filter((each) => each.startsWith('Perth'))).toHaveLength(2);
    await then(mia.presses(labels(mia).find((each) => each.includes('5:00 pm')) ?? 'Perth in Australia'));
    await then(mia.presses('Plain English'));
    await then(mia.says('10pm to 7am'));
    const wanted = [
      /18 or over/,
      /all right if I keep/,
      /What name/,
      /letter/,
      /Where are you/,
      /one of these/,
    ];
    for (const [index, one] of [
      ...wanted,
      /How should I write/,
      /When should I be quiet/,
      /What brings you here/,
    ].entries()) {
      expect(asked[index]).toMatch(one);
    }
    await mia.presses('I look after or support somebody');
    expect(said(mia)).toMatch(/You are in/);
    expect(said(mia)).toMatch(/do not have a mentor/);
    const person = await personOf(stage, mia);
    expect(person).toMatchObject({ state: 'active', name: 'Mia 😀', adult: true, agreedVersion: 1 });
    expect(person).toMatchObject({
      quietFrom: '22:00',
      quietTo: '07:00',
      language: 'en',
      zone: 'Australia/Perth',
    });
    expect(person.agreedAt?.toString()).toBe(stage.clock.now().toString());
    expect(await openTasks()).toEqual(['new-person']);
    expect(await stage.store.read.people.rolesOf(person.id)).toEqual([]);
    expect(await stage.store.read.drafts.of((await account(mia.userId)).id)).toEqual([]);
  });

  it('keeps the situation sealed, and never needs one (REC-07, ELG-05)', async () => {
    const mia = stage.phone('Mia');
    await opensBot(stage, mia);
    for (const press of ['Continue', 'Yes', 'Yes, I agree']) await mia.presses(press);
    for (const word of ['Mia', 'London']) await mia.says(word);
    for (const press of ['Plain English', 'No quiet hours']) await mia.presses(press);
    await mia.says('My brother came home from hospital');
    const person = await personOf(stage, mia);
    expect(person.quietFrom).toBe(person.quietTo);
    expect(person.situationSealed).not.toMatch(/brother/);
    const open = stage.store.read.keys
      .of(person)
      .open(person.situationSealed ?? '', situationPlace(person.id));
    expect(open).toBe('My brother came home from hospital');
    expect((await personOf(stage, await joins(stage, 'Ben'))).situationSealed).toBeNull();
  });

  it('who says "not now" leaves nothing more behind, and may begin after all', async () => {
    const mia = stage.phone('Mia');
    await opensBot(stage, mia);
    for (const press of ['Continue', 'Yes', 'Not now']) await mia.presses(press);
    expect(said(mia)).toMatch(/01234 567890/);
    expect(await personOf(stage, mia)).toMatchObject({
      state: 'arriving',
      name: null,
      adult: null,
      agreedAt: null,
    });
    expect(await stage.store.read.drafts.of((await account(mia.userId)).id)).toEqual([]);
    expect(await openTasks()).toEqual([]);
    await mia.presses('Begin after all');
    expect(said(mia)).toMatch(/18 or over/);
  });

  it('can cancel, see who to talk to and what is kept before agreeing to anything', async () => {
    const mia = stage.phone('Mia');
    await opensBot(stage, mia);
    await mia.presses('Continue');
    await mia.presses('Cancel');
    expect(labels(mia)).toContain('Continue');
    await mia.says('who can I talk to?');
    expect(said(mia)).toMatch(/Jo/);
    await mia.says('what do you know about me');
    expect(said(mia)).toMatch(/nothing of yourself until you agree/);
    await mia.says('book');
    expect(said(mia)).toContain('Beside You');
  });

  it('answers a second "Continue" of somebody who is in without asking all of it again', async () => {
    const mia = stage.phone('Mia');
    await opensBot(stage, mia);
    const again = mia.tokenOf('Continue');
    for (const press of ['Continue', 'Yes', 'Yes, I agree']) await mia.presses(press);
    for (const word of ['Mia', 'London']) await mia.says(word);
    for (const press of ['Plain English', '9 pm to 8 am', 'Skip']) await mia.presses(press);
    const before = await personOf(stage, mia);
    await mia.pressesToken(again);
    await mia.presses('No');
    expect(await personOf(stage, mia)).toEqual(before);
    expect(said(mia)).toMatch(/Hello Mia/);
    const args = { name: 'Other', zone: 'Asia/Tokyo', language: 'en', quiet: '21:00-08:00' };
    const by = { is: 'person', person: before, account: await account('Mia') } as const;
    const done = await stage.core.perform({ command: 'join', args, by });
    expect(done).toMatchObject({ did: 'refused', refusal: { refused: 'person.joined-already' } });
    expect(await personOf(stage, mia)).toEqual(before);
  });
});

describe('where somebody came from (REC-02)', () => {
  it.each([
    ['poster-7', 'poster-7'],
    ['POSTER-7', 'poster-7'],
    ['poster-8', 'unknown'],
    ['%27%20OR%201=1--', 'unknown'],
    ['x'.repeat(600), 'unknown'],
    ['__proto__', 'unknown'],
    ['\u0007\u202e', 'unknown'],
    [undefined, null],
    ['', null],
    ['help-AAAA0000', null],
  ])('%s is counted as %s', async (payload, source) => {
    const mia = stage.phone('Mia');
    await opensBot(stage, mia, payload);
    expect((await personOf(stage, mia)).source).toBe(source);
    expect(mia.reads('Beside You')).toBeDefined();
  });

  it('is counted once: a poster opened later changes nothing', async () => {
    const mia = await joins(stage, 'Mia');
    await opensBot(stage, mia, 'poster-7');
    expect((await personOf(stage, mia)).source).toBeNull();
    expect(said(mia)).toMatch(/Hello Mia/);
  });
});

describe('the same update ten times over', () => {
  it('makes one person', async () => {
    const key = randomUUID();
    const account = { platform: stage.channel.platform, tenant: '', userId: 'Mia' };
    const once = { key, account, chat: { id: 'Mia', private: true }, intent: { is: 'start' as const } };
    const other = { ...once, key: randomUUID() };
    await Promise.all([
      ...Array.from({ length: 9 }, () => stage.core.receive(once)),
      stage.core.receive(other),
    ]);
    expect(await stage.store.read.people.list({ most: 100 })).toHaveLength(1);
    await passesOn(stage, stage.phone('Mia'), { is: 'start' });
  });
});

async function account(userId: string) {
  const person = await personOf(stage, stage.phone(userId));
  const [first] = await stage.store.read.people.accountsOf(person.id);
  if (first === undefined) throw new Error('no account');
  return first;
}
