import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labels, said } from '../people/newcomers.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { all, count, later, type Two, twoOn, writes } from './two-on-stage.ts';

let stage: Stage;
let two: Two;

const WORDS = 'How was the carers group, and the new tablets?';

beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z');
  two = await twoOn(stage, {}, true);
  await writes(two.aisha, WORDS);
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

describe('a message to somebody whose previews are private (ENR-07)', () => {
  it('shows neither its words nor its writer until it is opened, nor who reads along', async () => {
    const { ruth } = two;
    expect(ruth.last().shown.paragraphs).toEqual(['There is something new for you here.']);
    expect(labels(ruth)).toEqual(['See it', 'Home', 'Help']);
    expect(all(ruth)).not.toMatch(/carers group|Aisha|coordinator/);
  });

  it('is opened in one press: before the first, who reads it and how long it is kept, and once', async () => {
    const { aisha, ruth } = two;
    await ruth.presses('See it');
    expect(said(ruth)).toMatch(
      /Aisha would like to write(.|\n)*sealed for 30 days(.|\n)*Aisha writes:\n.*carers/,
    );
    expect(labels(ruth)).toEqual(['Reply', 'Report', 'Pause messages', 'Home', 'Help']);
    await writes(aisha, 'And one thing more');
    expect(all(ruth)).not.toMatch(/one thing more/);
    await ruth.presses('See it');
    expect(ruth.last().shown.paragraphs).toEqual(['Aisha writes:', 'And one thing more']);
    expect(count(ruth, 'sealed for 30 days')).toBe(1);
  });

  it('can be opened also when a pause has begun since it came, and says so when it is not kept any more', async () => {
    const { aisha, ruth } = two;
    await aisha.says('our messages');
    await aisha.presses('Pause messages');
    await ruth.presses('See it');
    expect(said(ruth)).toMatch(/carers group/);
    const see = ruth.tokenOf('See it');
    await later(stage, '2026-12-24T10:00:00Z');
    await ruth.pressesToken(see);
    expect(said(ruth)).toMatch(/not kept any more/);
  });
});
