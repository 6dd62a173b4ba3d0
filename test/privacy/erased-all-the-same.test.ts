import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type OwnServer, ownServer } from '../faults/own-server.ts';
import { isFull, LONGEST_MS } from '../faults/size.ts';
import { openStage, type PairOfTwo, type Stage, until } from '../faults/stage.ts';

let stage: Stage;
let server: OwnServer | undefined;
afterEach(async () => {
  await stage.close();
  await server?.end();
  server = undefined;
});

/** Every step between the press and the last word. */
const POINTS = [
  'delete-me.decided',
  'erasure.written',
  'erasure.listed',
  'delete-me.committed',
  'due.claimed',
  'cancel-my-meetings.decided',
  'cancel-my-meetings.committed',
  'outgoing.claimed',
  'outgoing.sent',
  'outgoing.marked',
] as const;

const SOME: readonly string[] = ['erasure.listed', 'cancel-my-meetings.decided'];

const NAME = 'Zephyrine Quillfeather';

async function readyToDelete(two: PairOfTwo): Promise<void> {
  const { mentee } = two;
  mentee.send('delete me');
  await mentee.waitFor((message) => message.buttons.flat().some(({ label }) => label === 'Go on to delete'));
  mentee.press('Go on to delete');
  await mentee.waitFor((message) =>
    message.buttons.flat().some(({ label }) => label === 'Yes, delete everything'),
  );
}

async function booked(two: PairOfTwo): Promise<void> {
  const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const args = { pairId: two.pairId, wall: `${day}T15:00`, mode: 'phone' };
  const by = { is: 'coordinator', name: 'test' } as const;
  const done = await stage.core.perform({ command: 'book-for-pair', args, by });
  if (done.did !== 'done') throw new Error(JSON.stringify(done));
  await stage.rows('UPDATE person SET name = $2 WHERE id = $1', [two.menteeId, NAME]);
}

/** All that has to be so when somebody is gone. */
async function gone(two: PairOfTwo): Promise<Record<string, unknown>> {
  const [found] = await stage.rows(
    `SELECT (SELECT state FROM person WHERE id = $1) AS person, (SELECT "wrappedKey" FROM person WHERE id = $1) AS key,
      (SELECT count(*)::int FROM account WHERE "personId" = $1) AS accounts,
      (SELECT state FROM pair WHERE id = $2) AS pair,
      (SELECT count(*)::int FROM meeting WHERE "pairId" = $2 AND state = 'confirmed') AS meetings,
      (SELECT count(*)::int FROM occupancy WHERE "personId" = $1) AS times,
      (SELECT count(*)::int FROM outgoing WHERE forget) AS last_words,
      (SELECT count(*)::int FROM person WHERE state = 'arriving') AS newcomers,
      (SELECT count(*)::int FROM journal WHERE event = 'meeting.cancelled' AND ids->>'pairId' = $2::text) AS cancelled`,
    [two.menteeId, two.pairId],
  );
  return found ?? {};
}

const WHOLLY = {
  person: 'erased',
  key: '',
  accounts: 0,
  pair: 'ended',
  meetings: 0,
  times: 0,
  last_words: 0,
  newcomers: 0,
  cancelled: 1,
};

function listed(): string {
  const file = join(stage.settings['DATA_DIR'] ?? '', 'erased.list');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

describe('an erasure that is cut short', () => {
  it.each(isFull ? POINTS : POINTS.filter((point) => SOME.includes(point)))(
    'by kill -9 at "%s" is whole after the next start',
    async (point) => {
      stage = await openStage();
      const two = await stage.pairUp();
      let app = stage.startApp();
      await app.connected;
      await booked(two);
      await stage.allDone();
      await readyToDelete(two);
      await stage.allDone();
      app.armFor(point);
      // The app hears of it before the press does.
      await new Promise((resolve) => setTimeout(resolve, 50));
      two.mentee.press('Yes, delete everything');
      const ended = await app.ended;
      expect(ended.signal).toBe('SIGKILL');
      let said = app.said();
      await stage.endLeases();
      app = stage.startApp();
      await app.connected;
      await stage.allDone();
      expect(await gone(two)).toEqual(WHOLLY);
      expect(listed()).toContain(two.menteeId);
      expect(two.mentee.see().some(({ text }) => /Everything about you is deleted here/.test(text))).toBe(
        true,
      );
      said += app.said();
      expect(said).not.toContain('Quillfeather');
      expect(said).not.toContain(String(two.mentee.id));
    },
    LONGEST_MS,
  );

  it(
    'by a database that goes away in the middle is whole when it is back, with no restart',
    async () => {
      server = await ownServer();
      stage = await openStage({ url: server.url });
      const two = await stage.pairUp();
      const app = stage.startApp();
      await app.connected;
      await booked(two);
      await stage.allDone();
      await readyToDelete(two);
      await stage.allDone();
      await server.crash();
      two.mentee.press('Yes, delete everything');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(listed()).toBe('');
      await server.start();
      await until(
        async () => (await gone(two).catch(() => ({ person: '' })))['person'] === 'erased',
        20_000,
        'it is done',
      );
      await stage.allDone();
      expect(await gone(two)).toEqual(WHOLLY);
      expect(app.process.exitCode).toBeNull();
    },
    LONGEST_MS,
  );
});
