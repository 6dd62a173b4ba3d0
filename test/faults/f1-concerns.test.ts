import { afterEach, describe, expect, it } from 'vitest';
import { concernsOn, sends, tellingOn, tellsUpTo } from './concern-story.ts';
import { figure, isFull, LONGEST_MS } from './size.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;

afterEach(() => stage.close());

/** Every step that the program passes from the last press until the lead has it. */
const POINTS = [
  'send-concern.decided',
  'send-concern.committed',
  'due.claimed',
  'ask-about-concern.decided',
  'ask-about-concern.committed',
  'outgoing.claimed',
  'outgoing.buttons',
  'outgoing.sent-unrecorded',
  'outgoing.sent',
  'outgoing.marked',
  'note-concern-page.decided',
  'note-concern-page.committed',
];
const IN_SHORT = ['send-concern.committed', 'ask-about-concern.committed', 'outgoing.sent-unrecorded'];

describe('F1: ended by kill -9 at every step of telling somebody', () => {
  it(
    'loses no concern: each is kept once and reaches the lead',
    async () => {
      stage = await openStage();
      const telling = await tellingOn(stage);
      let app = stage.startApp();
      await app.connected;
      await stage.allDone();
      const points = isFull ? POINTS : IN_SHORT;
      let kills = 0;
      let slowest = 0;
      for (const [index, point] of points.entries()) {
        await tellsUpTo(telling, `Words of concern ${index}`);
        await stage.allDone();
        app.armFor(point);
        const sent = sends(telling);
        const ended = await app.ended;
        expect(ended.signal, point).toBe('SIGKILL');
        kills += 1;
        await stage.endLeases();
        const began = performance.now();
        app = stage.startApp();
        await app.connected;
        await sent;
        await stage.allDone();
        slowest = Math.max(slowest, performance.now() - began);
      }
      const told = await concernsOn(stage);
      const once = { state: 'open', sent: 1, asked: 1, delivered: 1 };
      const lost = points.length - told.length;
      const off = told.filter((each) => each['asked'] !== 1 || each['delivered'] !== 1).length;
      figure('F1', 'steps of telling somebody at which it was killed', `${kills} of ${POINTS.length}`);
      figure('F1', 'acknowledged concerns lost or kept twice', Math.abs(lost), '0');
      figure('F1', 'concerns not asked about once, or not delivered', off, '0');
      figure('F1', 'slowest from restart to the lead having it (ms)', Math.round(slowest));
      expect(told).toEqual(points.map(() => expect.objectContaining(once)));
      const pages = telling.lead.see().filter(({ text }) => /Somebody told something/.test(text));
      expect(pages.length).toBeGreaterThanOrEqual(points.length);
      const words = await stage.rows(`SELECT count(*)::int AS n FROM concern WHERE "textSealed" IS NOT NULL`);
      expect(words).toEqual([{ n: points.length }]);
      await app.kill('SIGTERM');
    },
    LONGEST_MS,
  );
});
