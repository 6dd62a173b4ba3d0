import { afterEach, describe, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';
import { figure, isFull, LONGEST_MS, seed, sized } from './size.ts';
import { openStage, type Stage } from './stage.ts';
import { dayAhead, EFFECTS, effectsOf, play, storySteps } from './story.ts';

let stage: Stage;

afterEach(() => stage.close());

const steps = storySteps(dayAhead(9), dayAhead(12));

describe('F19: asked to end by SIGTERM while it works', () => {
  it(
    'ends soon and well, loses nothing and says nothing twice',
    async () => {
      stage = await openStage();
      const two = await stage.pairUp();
      const chance = chanceOf(seed);
      let app = stage.startApp();
      await app.connected;
      await stage.allDone();
      const times = sized(2, 100);
      const texts = textsSent(stage);
      let [ends, slowest, stories] = [0, 0, 0];
      const codes = new Set<string>();
      while (ends < times) {
        stories += 1;
        for (const step of steps) {
          const playing = play(two, step);
          if (ends < times && chance.next() < 0.6) {
            await app.connected;
            await new Promise((resolve) => setTimeout(resolve, chance.whole(0, 50)));
            const ended = await app.kill('SIGTERM');
            codes.add(String(ended.signal ?? ended.code));
            slowest = Math.max(slowest, ended.ms);
            ends += 1;
            app = stage.startApp();
          }
          await playing;
        }
        await stage.allDone();
      }
      const effects = await effectsOf(stage, two);
      const twice = await repeatedRows(stage);
      figure('F19', 'times asked to end', ends);
      figure('F19', 'slowest end (ms)', Math.round(slowest), '<= 10000');
      figure('F19', 'exit codes', [...codes].join(', '), '0');
      figure(
        'F19',
        'effects lost or double',
        EFFECTS.reduce((sum, each) => sum + Math.abs((effects[each] ?? 0) - stories), 0),
        '0',
      );
      figure('F19', 'messages sent', textsSent(stage) - texts);
      figure('F19', 'messages that were tried twice', twice, '0');
      expect([...codes]).toEqual(['0']);
      expect(slowest).toBeLessThan(10_000);
      expect(effects).toEqual(Object.fromEntries(EFFECTS.map((event) => [event, stories])));
      expect(twice).toBe(0);
      await app.kill('SIGTERM');
    },
    LONGEST_MS,
  );

  // The call takes its eight seconds, so this is tried at full size only.
  it.runIf(isFull)(
    'ends in time and well although Telegram does not answer',
    async () => {
      stage = await openStage();
      const two = await stage.pairUp();
      const app = stage.startApp();
      await app.connected;
      await stage.allDone();
      stage.telegram.faults.next({ kind: 'hang', method: 'sendMessage', chat: two.mentee.id });
      two.mentee.send('home');
      await expect.poll(() => stage.telegram.faults.waiting, { timeout: 5000 }).toBe(0);
      const ended = await app.kill('SIGTERM');
      figure('F19', 'end while a call hangs (ms)', Math.round(ended.ms), '<= 10000');
      expect(ended.ms).toBeLessThan(10_000);
      expect(ended.code).toBe(0);
    },
    LONGEST_MS,
  );
});

function textsSent(on: Stage): number {
  return on.telegram.journal.requests('sendMessage').filter((each) => each.reply?.ok === true).length;
}

/** Messages that were taken up more than once, although nobody was killed. */
async function repeatedRows(on: Stage): Promise<number> {
  return await on.count(`SELECT count(*) FROM outgoing WHERE attempts > 1`);
}
