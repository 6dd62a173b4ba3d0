import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change } from '../../core/kernel/change.ts';
import { all, later } from '../pair-messages/two-on-stage.ts';
import { labels, said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { type Team, teamOn } from './team-on-stage.ts';

let stage: Stage;
let team: Team;

const reminders = async () =>
  (
    await stage.rows(`SELECT "personId" FROM outgoing WHERE screen = 'meeting' AND state = 'sent'
    AND args->>'news' IN ('reminder', 'energy', 'costly', 'how-it-went')`)
  ).length;

/** Agreed for Wednesday at ten, before anybody is worried. */
beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z');
  team = await teamOn(stage);
  const { aisha, ruth, safi } = team;
  await ruth.says('book');
  await ruth.says('Wednesday 10am');
  for (const label of ['By phone', '30 minutes', 'Skip']) await ruth.presses(label);
  await aisha.presses('Yes, that suits me');
  await aisha.says('tell someone');
  await aisha.presses('Go on');
  await aisha.presses('My mentor, Ruth');
  await aisha.presses('Send it to Safi, safeguarding lead');
  await safi.presses('Pause messages and meetings');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

describe('while those who answer have paused a pair', () => {
  it('both read the same of it, of meetings too, and of no reason', async () => {
    const { aisha, ruth } = team;
    for (const [phone, other] of [
      [aisha, 'Ruth'],
      [ruth, 'Aisha'],
    ] as const) {
      expect(said(phone)).toMatch(new RegExp(`between you and ${other} are having a pause`));
      expect(said(phone)).toMatch(/meetings have a pause too: please do not meet/i);
      await phone.says('my meetings');
      expect(said(phone)).toMatch(new RegExp(`You and ${other} are having a pause`));
    }
    expect(all(ruth)).not.toMatch(/worried|concern|safeguarding|Safi/i);
  });

  it('says nothing before the meeting, or after it', async () => {
    await later(stage, '2026-11-27T12:00:00Z');
    expect(await reminders()).toBe(0);
    expect(await stage.rows(`SELECT id FROM journal WHERE event = 'meeting.reminded'`)).toEqual([]);
  });

  it('books nothing, moves nothing and says yes to nothing, whoever asks', async () => {
    const { aisha, ruth, pair } = team;
    await ruth.says('book');
    expect(said(ruth)).not.toMatch(/When/);
    const [meeting] = await stage.rows('SELECT id, sequence FROM meeting');
    const jo = { is: 'coordinator', name: 'Jo' } as const;
    const args = { pairId: pair.id, wall: '2026-11-26T10:00', mode: 'phone', minutes: 20 };
    const booked = await stage.core.perform({ command: 'book-for-pair', args, by: jo });
    expect(booked).toMatchObject({ refusal: { refused: 'pair.not-active' } });
    const to = { meetingId: meeting?.['id'], startsAt: '2026-11-26T11:00:00Z' };
    const moved = await stage.core.perform({ command: 'move-meeting', args: to, by: jo });
    expect(moved).toMatchObject({ refusal: { refused: 'pair.not-active' } });
    const [account] = await stage.store.read.people.accountsOf(team.mentee.id);
    if (account === undefined) throw new Error('no account');
    const by = { is: 'person', person: team.mentee, account } as const;
    for (const [command, more] of [
      ['say-ready', {}],
      ['ease-meeting', { how: 'shorter' }],
    ] as const) {
      const own = { meetingId: meeting?.['id'], sequence: meeting?.['sequence'], ...more };
      const done = await stage.core.perform({ command, args: own, by });
      expect(done).toMatchObject({ refusal: { refused: 'pair.not-active' } });
    }
    expect(await stage.rows(`SELECT id FROM meeting WHERE state <> 'confirmed'`)).toEqual([]);
    await aisha.says('my meetings');
    await aisha.presses(labels(aisha).find((label) => /Wed/.test(label)) ?? '');
    expect(labels(aisha)).toEqual(["I can't make it", 'Home', 'Help']);
  });

  it('a word about the meeting that was on its way is not sent', async () => {
    const [meeting] = await stage.rows('SELECT id, sequence FROM meeting');
    const args = {
      meetingId: String(meeting?.['id']),
      news: 'reminder',
      sequence: Number(meeting?.['sequence']),
    };
    const way = change({ outgoing: [{ to: team.mentee.id, screen: 'meeting', args, mode: 'new' }] });
    await stage.store.commit(way, { by: 'test' }, stage.at());
    await stage.core.settle();
    expect(all(team.aisha)).not.toMatch(/A short reminder/);
  });
});

describe('when those who answer end the pause', () => {
  it('it all goes on: both are told, reminders come, and they can book', async () => {
    const { aisha, ruth, safi } = team;
    await later(stage, '2026-11-23T18:00:00Z');
    await safi.presses('End the pause between the two');
    for (const phone of [aisha, ruth]) expect(said(phone)).not.toMatch(/having a pause/);
    await later(stage, '2026-11-25T11:30:00Z');
    expect(await reminders()).toBeGreaterThanOrEqual(4);
    await ruth.says('book');
    expect(said(ruth)).toMatch(/When|Which|free/);
  });

  it('cards that stand in the chat have followed it both times', async () => {
    const { ruth, safi } = team;
    const card = () => ruth.messages().find(({ shown }) => /agreed/.test(shown.paragraphs.join()))?.shown;
    expect(card()?.paragraphs.join()).toMatch(/You and Aisha are having a pause/);
    await safi.presses('End the pause between the two');
    expect(card()?.paragraphs.join()).not.toMatch(/having a pause/);
  });
});

describe('a pause of meetings that one of the two asks for', () => {
  const pausedIs = async () => (await stage.rows('SELECT state FROM pair'))[0]?.['state'];

  it('and one that those who answer asked for end each by themselves', async () => {
    const { aisha, ruth, safi } = team;
    for (const phone of [aisha, ruth]) {
      await phone.says('messages');
      await phone.presses('Pause messages and meetings');
      expect(said(phone)).toMatch(/meetings have a pause too/);
    }
    await safi.presses('End the pause between the two');
    expect(await pausedIs()).toBe('paused');
    await aisha.says('messages');
    await aisha.presses('End the pause');
    expect(await pausedIs()).toBe('paused');
    await ruth.says('messages');
    await ruth.presses('End the pause');
    expect(await pausedIs()).toBe('active');
    await ruth.says('messages');
    await ruth.presses('Pause messages');
    expect(await pausedIs()).toBe('active');
    expect(said(ruth)).toMatch(/meetings stay as they are/);
    await later(stage, '2026-11-25T11:30:00Z');
    expect(await reminders()).toBeGreaterThan(0);
  });
});
