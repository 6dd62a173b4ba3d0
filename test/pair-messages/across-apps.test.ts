import { afterEach, beforeEach, expect, it } from 'vitest';
import { links } from '../people/linking-apps.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { all, count, type Two, twoOn, writes } from './two-on-stage.ts';

let stage: Stage;
let two: Two;
let ruthElsewhere: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T10:00:00Z', ['telegram', 'discord', 'slack']);
  two = await twoOn(stage);
  ruthElsewhere = stage.phone('ruth-4711', 'discord');
  await links(two.ruth, ruthElsewhere);
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

it('a message goes to the app its reader chose, and a reply comes from there', async () => {
  const { aisha, ruth } = two;
  await ruth.says('my apps');
  await ruth.presses('Write to me in Discord');
  await writes(aisha, 'See you there');
  expect(ruthElsewhere.last().shown.paragraphs).toEqual(['Aisha writes:', 'See you there']);
  expect(count(ruth, 'See you there')).toBe(0);
  await ruthElsewhere.presses('Reply');
  await ruthElsewhere.says('Yes, see you');
  expect(aisha.last().shown.paragraphs).toEqual(['Ruth writes:', 'Yes, see you']);
});

it('nobody reads in which app the other is, nor their handle or number there (BND-04)', async () => {
  const { aisha } = two;
  await writes(aisha, 'Where are you?');
  await ruthElsewhere.says('message my mentor');
  await ruthElsewhere.says('Over here');
  await aisha.says('our messages');
  await aisha.says('home');
  await aisha.says('know');
  const seen = all(aisha) + JSON.stringify(aisha.messages().flatMap(({ shown }) => shown.buttons));
  expect(seen).toMatch(/Over here/);
  expect(seen).not.toMatch(/ruth-4711|telegram|discord|slack/i);
});

it('waits for somebody who can be reached nowhere, and comes in the app they link next', async () => {
  const { aisha, ruth, mentor } = two;
  for (const account of await stage.store.read.people.accountsOf(mentor.id))
    await stage.core.perform({
      command: 'account-left',
      args: { accountId: account.id },
      by: { is: 'clock' },
    });
  await writes(aisha, 'Are you well?');
  expect(aisha.reads('I cannot pass it on just now')).toBeDefined();
  await ruth.says('home');
  expect(ruth.reads('Are you well?')).toBeDefined();
});
