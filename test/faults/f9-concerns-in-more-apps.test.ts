import { afterEach, describe, expect, it } from 'vitest';
import { type AppUnderTest, startAppUnderTest } from './app-under-test.ts';
import { chanceOf } from './chance.ts';
import { concernsOn } from './concern-story.ts';
import { type OwnServer, ownServer } from './own-server.ts';
import { figure, LONGEST_MS, seed, sized } from './size.ts';
import { openStage, type Stage } from './stage.ts';
import {
  type AppOnStage,
  appOnStage,
  enrolled,
  everything,
  isHeard,
  sees,
  tellsUpTo,
} from './telling-in-app.ts';

let server: OwnServer;
let stage: Stage;
let there: AppOnStage;

afterEach(async () => {
  await stage.close();
  await there.stop();
  await server.end();
});

/** What goes wrong between the last press and the page of the lead. */
const TROUBLES = ['database away', 'killed'] as const;

describe.each(['discord', 'slack'] as const)('F9: somebody tells in %s while things break', (name) => {
  it(
    'what was sent comes through once, to the lead in the same app, and without a word of it',
    async () => {
      server = await ownServer();
      stage = await openStage({ url: server.url });
      there = await appOnStage(name);
      await stage.rows('UPDATE programme SET "openedAt" = now()');
      const aisha = await enrolled(stage, there, 'Aisha', 'mentee');
      const safi = await enrolled(stage, there, 'Safi', 'safeguarding-lead');
      await enrolled(stage, there, 'Dee', 'safeguarding-deputy');
      const { TELEGRAM_BOT_TOKEN: _token, TELEGRAM_API_ROOT: _root, ...settings } = stage.settings;
      const start = (): AppUnderTest => startAppUnderTest({ ...settings, ...there.settings }, [name]);
      let app = start();
      await app.connected;
      const chance = chanceOf(seed);
      const rounds = sized(2, 40);
      const words: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const told = `Words of concern ${round} ${chance.whole(1_000_000, 9_999_999)}`;
        words.push(told);
        await isHeard(aisha);
        await stage.allDone();
        await tellsUpTo(aisha, told);
        await stage.allDone();
        const since = aisha.mark();
        if (TROUBLES[round % 2] === 'killed') {
          app.armFor('ask-about-concern.committed');
          aisha.press(/^Send it to/);
          expect((await app.ended).signal).toBe('SIGKILL');
          await stage.endLeases();
          app = start();
          await app.connected;
        } else {
          await server.crash();
          aisha.press(/^Send it to/);
          await new Promise((resolve) => setTimeout(resolve, chance.whole(50, 1500)));
          await server.start();
        }
        await sees(aisha, /Sent on/, since, 60_000);
        await stage.allDone();
      }
      const stands = await concernsOn(stage);
      const once = { state: 'open', sent: 1, asked: 1, delivered: 1 };
      const pages = everything(safi).split('Somebody told something').length - 1;
      const shown = words.filter((each) => everything(safi).includes(each)).length;
      figure('F9', `${name}: concerns told while things broke`, rounds);
      figure('F9', `${name}: of them lost or kept twice`, Math.abs(rounds - stands.length), '0');
      figure('F9', `${name}: pages that the lead has of them`, pages, String(rounds));
      figure('F9', `${name}: pages with a word of what was told`, shown, '0');
      expect(stands).toEqual(Array.from({ length: rounds }, () => expect.objectContaining(once)));
      expect(pages).toBe(rounds);
      expect(shown).toBe(0);
      if (name !== 'slack') return;
      // In Slack the words are not to be had either, whatever is pressed.
      expect(everything(safi)).not.toMatch(/^Read it$/m);
      expect(everything(safi)).toMatch(/never shown in Slack/);
    },
    2 * LONGEST_MS,
  );
});
