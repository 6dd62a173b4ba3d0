import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Programme } from '../../core/programmes/programme.ts';
import { save } from '../meetings/a-pair.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { givesRole, joins, labels, personOf, programmeOn, said } from './newcomers.ts';

let stage: Stage;
let programme: Programme;
let mia: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z');
  programme = await programmeOn(stage);
  mia = await joins(stage, 'Mia');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

describe('my settings (PAC-03, ENR-02, ENR-07, ACC-01)', () => {
  it('stand there as they are, and each changes in a tap where it stands', async () => {
    await mia.says('home');
    await mia.presses('Settings');
    const before = mia.messages().length;
    for (const label of ['Private previews off', 'Energy check off', 'Easy Read']) await mia.presses(label);
    expect(mia.messages()).toHaveLength(before);
    expect(said(mia)).toMatch(/Energy question: off/);
    expect(await personOf(stage, mia)).toMatchObject({
      language: 'en-easy',
      settings: { discreet: false, energyCheck: false },
    });
  });

  it('offer reminders as presets', async () => {
    await mia.says('settings');
    await mia.presses('Reminders');
    await mia.presses('Reminders: a week, a day and two hours before');
    expect((await personOf(stage, mia)).settings.reminders).toEqual([10_080, 1440, 120]);
    await mia.says('settings');
    expect(said(mia)).toMatch(/a week, a day and two hours/);
    await mia.presses('Reminders');
    await mia.presses('Reminders: none');
    expect((await personOf(stage, mia)).settings.reminders).toEqual([]);
  });

  it('take another name by the same rules, and another place', async () => {
    await mia.says('settings');
    await mia.presses('Name');
    await mia.says('@everyone');
    expect(said(mia)).toMatch(/@ sign/);
    await mia.says('x'.repeat(5000));
    expect(said(mia)).toMatch(/longer than I can keep/);
    await mia.says('Mimi');
    expect(said(mia)).toMatch(/Mimi/);
    await mia.presses('Place and time');
    await mia.says('Nowhereville-on-Sea');
    expect(said(mia)).toMatch(/do not know that place/);
    await mia.says('Pacific/Auckland');
    expect(await personOf(stage, mia)).toMatchObject({ name: 'Mimi', zone: 'Pacific/Auckland' });
    expect(said(mia)).toMatch(/Auckland, where it is 10:00 pm/);
    await mia.presses('Quiet hours');
    await mia.says('11pm to 6am');
    expect(await personOf(stage, mia)).toMatchObject({ quietFrom: '23:00', quietTo: '06:00' });
  });
});

describe('what is my role? (ELG-06, ELG-07, SUP-08)', () => {
  it('says so when there is none yet', async () => {
    await mia.says('what is my role?');
    expect(said(mia)).toMatch(/do not have a role here yet/);
    expect(said(mia)).toContain('Jo');
    expect(labels(mia)).toContain('Help');
  });

  it('keeps two roles apart, each with what one does and where it ends', async () => {
    const person = await personOf(stage, mia);
    await givesRole(stage, person, programme, 'mentee');
    await givesRole(stage, person, programme, 'mentor');
    await mia.says('what is my role');
    const paragraphs = mia.last().shown.paragraphs;
    const mentee = paragraphs.findIndex((each) => each.startsWith('You are a mentee'));
    const mentor = paragraphs.findIndex((each) => each.startsWith('You are a mentor'));
    expect(Math.abs(mentee - mentor)).toBe(3);
    expect(said(mia)).toMatch(/not a nurse/);
  });
});

describe('what do you know about me? (PAC-03)', () => {
  it('says everything, who else sees it, and whom to ask for it to be deleted', async () => {
    await mia.says('what do you know about me');
    for (const wanted of [
      /Mia/,
      /London/,
      /9:00 pm to 8:00 am/,
      /coordinator sees/i,
      /chat app keeps its own/,
      /deleted/,
      /Jo/,
    ]) {
      expect(said(mia)).toMatch(wanted);
    }
  });

  it('tells with whom somebody is a pair, by name, on both sides', async () => {
    const ben = await joins(stage, 'Ben');
    const [mentee, mentor] = [await personOf(stage, mia), await personOf(stage, ben)];
    await pairUp(mentor.id, mentee.id);
    await mia.says('know');
    expect(said(mia)).toMatch(/That you and Ben are a pair/);
    await mia.says('home');
    expect(said(mia)).toMatch(/Your mentor: Ben/);
    await ben.says('home');
    expect(said(ben)).toMatch(/Your mentee: Mia/);
    expect(labels(ben)).toContain('My meetings');
  });
});

describe('home', () => {
  it('tells somebody without a pair honestly what happens next', async () => {
    await mia.says('home');
    expect(said(mia)).toMatch(/do not have a mentor or a mentee here yet/);
    expect(said(mia)).toContain('01234 567890');
  });

  it('has help, people and the way on with each screen that it leads to', async () => {
    await mia.says('home');
    for (const label of ['What is my role?', 'Settings', 'Who can I talk to?']) {
      await mia.says('home');
      await mia.presses(label);
      expect(labels(mia)).toContain('Help');
    }
  });
});

async function pairUp(mentorId: string, menteeId: string): Promise<void> {
  const row = { id: randomUUID(), version: 1, programmeId: programme.id, mentorId, menteeId };
  const more = {
    state: 'active' as const,
    rhythmDays: null,
    lastHeldAt: null,
    createdAt: stage.clock.now(),
    endedAt: null,
  };
  await save(stage, [{ table: 'pair', row: { ...row, ...more } }]);
}
