import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../support/stage.ts';

const A_DAY = 24 * 60;
let stage: Stage;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z');
  await stage.core.prepare();
});

afterEach(() => stage.close());

/** Somebody who uses the bot, as far as this is about. */
async function somebody(userId: string, more = ''): Promise<void> {
  await stage.phone(userId).says('hello');
  await stage.rows(`UPDATE person SET state = 'active' ${more} WHERE id =
    (SELECT "personId" FROM account WHERE "userId" = '${userId}')`);
  await stage.phone(userId).says('home');
}

async function awayFor(hours: number): Promise<void> {
  await stage.core.hear('telegram', A_DAY);
  stage.clock.forward({ hours });
  await stage.core.hear('telegram', A_DAY);
  await stage.core.settle();
}

const wasToldOf = (userId: string): boolean =>
  stage.phone(userId).reads('may not have reached me') !== undefined;

describe('when an app could not be heard', () => {
  it('for longer than it keeps what people do, they are told that something may be missing', async () => {
    await somebody('1');
    await awayFor(25);
    expect(wasToldOf('1')).toBe(true);
  });

  it('for less than that, nobody is told: nothing is lost', async () => {
    await somebody('1');
    await awayFor(23);
    expect(wasToldOf('1')).toBe(false);
  });

  it('those who sleep are told when they wake', async () => {
    await somebody('1', `, "quietFrom" = '08:00', "quietTo" = '12:00'`);
    await awayFor(25);
    expect(wasToldOf('1')).toBe(false);
    stage.clock.forward({ hours: 2 });
    await stage.core.settle();
    expect(wasToldOf('1')).toBe(true);
  });

  it('those who rest, asked for silence or have not been here for long are left alone', async () => {
    await somebody('1', ', paused = true');
    await somebody('2', `, "stoppedAt" = now()`);
    await stage.rows(`UPDATE person SET state = 'stopped' WHERE "stoppedAt" IS NOT NULL`);
    await somebody('3');
    await stage.rows(`UPDATE outgoing SET "createdAt" = "createdAt" - interval '20 days'`);
    await awayFor(25);
    expect(['1', '2', '3'].filter(wasToldOf)).toEqual([]);
  });

  it('they are told once', async () => {
    await somebody('1');
    await awayFor(25);
    const told = () =>
      stage
        .phone('1')
        .messages()
        .filter(({ shown }) => shown.paragraphs.join().includes('may not have reached me')).length;
    expect(told()).toBe(1);
    await awayFor(1);
    expect(told()).toBe(1);
  });
});
