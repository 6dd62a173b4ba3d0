import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';
import { concernsOn, sends, type Telling, tellingOn, tellsUpTo } from './concern-story.ts';
import { type OwnServer, ownServer } from './own-server.ts';
import { figure, LONGEST_MS, seed, sized } from './size.ts';
import { openStage, type Stage } from './stage.ts';

let server: OwnServer;
let stage: Stage;
let telling: Telling;

beforeEach(async () => {
  server = await ownServer();
  stage = await openStage({ url: server.url });
  await stage.rows('UPDATE programme SET "openedAt" = now()');
  telling = await tellingOn(stage);
});

afterEach(async () => {
  await stage.close();
  await server.end();
});

describe('F9: the database is away when somebody tells', () => {
  it(
    'what was written meanwhile comes through when it is back, once',
    async () => {
      const app = stage.startApp();
      await app.connected;
      await stage.allDone();
      const chance = chanceOf(seed);
      const crashes = sized(1, 40);
      let slowest = 0;
      for (let crash = 0; crash < crashes; crash += 1) {
        await tellsUpTo(telling, `Words of concern ${crash}`, 60_000);
        await stage.allDone();
        await server.crash();
        // Whoever needs help meanwhile has the numbers before anything is back.
        const since = telling.deputy.mark();
        telling.deputy.send('help');
        const began = performance.now();
        await telling.deputy.waitFor(
          ({ text }) => /116 123/.test(text) && /pass anything on just now/.test(text),
          { since, timeoutMs: 20_000 },
        );
        slowest = Math.max(slowest, performance.now() - began);
        const sent = sends(telling, 60_000);
        await new Promise((resolve) => setTimeout(resolve, chance.whole(50, 1500)));
        await server.start();
        await sent;
        await stage.allDone();
      }
      const told = await concernsOn(stage);
      const once = { state: 'open', sent: 1, asked: 1, delivered: 1 };
      figure('F9', 'concerns sent while the database was away', crashes);
      figure('F9', 'slowest help while it was away (ms)', Math.round(slowest));
      figure('F9', 'of them lost or kept twice', Math.abs(crashes - told.length), '0');
      expect(told).toEqual(Array.from({ length: crashes }, () => expect.objectContaining(once)));
      expect(app.process.exitCode).toBeNull();
    },
    LONGEST_MS,
  );
});
