import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { joins, labels, passesOn, personOf, programmeOn, said } from './newcomers.ts';

let stage: Stage;
let mia: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z');
  await programmeOn(stage);
  mia = await joins(stage, 'Mia');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const drafts = async () => (await stage.store.read.kept.counts((await personOf(stage, mia)).id)).drafts;
const reflections = async () =>
  (await stage.store.read.kept.counts((await personOf(stage, mia)).id)).reflections;

const STORY = 'Today we went to the sea and it was cold and good.';

describe('something that answers no question', () => {
  it('is not lost: it waits, sealed, until it is kept as a reflection', async () => {
    await mia.says(STORY);
    expect(said(mia)).toMatch(/somewhere safe/);
    expect(await drafts()).toBe(1);
    const [draft] = await stage.store.read.drafts.of(
      (await stage.store.read.people.accountsOf((await personOf(stage, mia)).id))[0]?.id ?? '',
    );
    expect(draft?.answersSealed).not.toContain('sea');
    await mia.presses('Keep it as a reflection');
    expect(await reflections()).toBe(1);
    expect(await drafts()).toBe(0);
    await mia.says('my reflections');
    expect(
      mia
        .messages()
        .some(
          ({ shown }) =>
            shown.paragraphs.join(' ').includes('sea') ||
            shown.buttons.flat().some((each) => each.label.includes('Today')),
        ),
    ).toBe(true);
  });

  it('is added to what waits already, never written over it', async () => {
    await mia.says(STORY);
    await mia.says('And then we had chips on the harbour wall.');
    expect(labels(mia)).not.toContain('Throw it away');
    expect(await drafts()).toBe(1);
    await mia.says('reflect');
    expect(said(mia)).toMatch(/sea[\s\S]*chips/);
  });

  it('can be thrown away in a tap', async () => {
    await mia.says(STORY);
    await mia.presses('Throw it away');
    expect(await drafts()).toBe(0);
    expect(said(mia)).toMatch(/It is gone/);
  });

  it('is only answered when it is a word or two', async () => {
    await mia.says('purple monkey');
    expect(said(mia)).toMatch(/did not understand/);
    expect(labels(mia)).toContain('Help');
    expect(await drafts()).toBe(0);
  });

  it('gets a kind word when it is not text', async () => {
    await passesOn(stage, mia, { is: 'not-text', what: 'voice' });
    expect(said(mia)).toMatch(/only keep text/);
    expect(labels(mia)).toContain('Help');
  });
});
