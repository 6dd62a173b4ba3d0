import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { aPerson, byOf } from '../meetings/in-full.ts';
import { openStage } from '../support/stage.ts';

it('a supporter does beside a person only what the table of who may what says they may (ACC-02)', async () => {
  const stage = await openStage('2026-11-23T09:00:00Z');
  try {
    const beside = byOf(aPerson('Mia'), aPerson('Ann'));
    const did = async (command: string, args: object) => {
      const performed = await stage.core.perform({ command, args, by: beside, inbox: randomUUID() });
      return performed.did === 'refused' ? performed.refusal.refused : performed.did;
    };
    const before = await stage.rows('SELECT 1 FROM journal');
    expect(await did('set-name', { name: 'Somebody else' })).toBe('supporter.may-not');
    expect(await did('save-reflection', { text: 'not mine' })).toBe('supporter.may-not');
    expect(await stage.rows('SELECT 1 FROM journal')).toEqual(before);
    // About meetings they may: this one is nobody's, which is another "no".
    expect(await did('accept-meeting', { meetingId: randomUUID(), sequence: 1 })).toBe('meeting.not-yours');
  } finally {
    await stage.close();
  }
});
