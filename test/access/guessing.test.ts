import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { tokenFrom } from '../../core/access/tokens.ts';
import { newShortCode } from '../../core/people/short-code.ts';
import { openApiWorld } from '../admin/api-world.ts';
import { openDeskWorld } from '../desk/desk-world.ts';
import { figure, sized } from '../faults/size.ts';
import { makesLinkCode } from '../people/linking-apps.ts';
import { joins, programmeOn, said } from '../people/newcomers.ts';
import { openStage } from '../support/stage.ts';

/** Eight letters of 32. */
const CODES = 2 ** 40;
const DAY_MINUTES = 24 * 60;
/** So many codes open at every minute of the year: far more than any programme has. */
const OPEN_AT_ONCE = 100;

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

const wrongCode = (): string => newShortCode({ random: (bytes) => randomBytes(bytes) });

/** Odds of at least one right guess, told for a day and a year. */
function odds(what: string, guessesADay: number, rightOnes: number, all: number, mostAYear: number): void {
  const within = (days: number): number => -Math.expm1(guessesADay * days * Math.log1p(-rightOnes / all));
  const [day, year] = [within(1), within(365)];
  const told = `${day.toExponential(1)} a day, ${year.toExponential(1)} a year`;
  figure('GUESS', `odds that one ${what} is guessed`, told, `at most ${mostAYear} a year`);
  console.log(`odds that one ${what} is guessed: ${told}`);
  expect(year).toBeLessThanOrEqual(mostAYear);
}

describe('guessed at as fast as the door lets anybody', () => {
  it('codes that link another app: so few that a right one is found in thousands of years', async () => {
    const stage = await openStage('2026-11-23T09:00:00Z');
    close = stage.close;
    await programmeOn(stage);
    const mia = await joins(stage, 'Mia');
    const hours = sized(1, 24);
    let taken = 0;
    for (let hour = 0; hour < hours; hour += 1) {
      // As many accounts as somebody likes, each until it is told to wait, until all are.
      let refusedInARow = 0;
      for (let account = 0; refusedInARow < 3; account += 1) {
        const phone = stage.phone(`guesser-${hour}-${account}`);
        for (let tries = 0; tries < 6; tries += 1) {
          await phone.says(`link ${wrongCode()}`);
          if (!/not right/.test(said(phone))) break;
          taken += 1;
          refusedInARow = -1;
        }
        refusedInARow += 1;
      }
      const late = stage.phone(`late-${hour}`);
      await late.says(`link ${await makesLinkCode(mia)}`);
      expect(said(late)).not.toMatch(/belongs to Mia/);
      stage.clock.set(stage.clock.now().add({ minutes: 61 }).toString());
    }
    expect(taken).toBe(hours * 300);
    figure('GUESS', 'link codes guessed until nobody was let in', taken, `at most ${hours * 300}`);
    odds(
      `link code of ${OPEN_AT_ONCE} open at every minute`,
      (taken / hours) * 24,
      OPEN_AT_ONCE,
      CODES,
      1e-3,
    );
  }, 600_000);

  it('codes of the desk: even for somebody who gets a coordinator to type theirs all day', async () => {
    const world = await openDeskWorld();
    close = world.close;
    const jo = await world.staff('Jo', 'coordinator');
    const rounds = sized(1, 20);
    let taken = 0;
    let lastAnswer = '';
    for (let round = 0; round < rounds; round += 1) {
      for (let asked = 0; asked < 7; asked += 1) {
        const thief = world.browser();
        const answer = await world.answerTo(jo, await thief.get('/sign-in'));
        // No new one: they asked too often.
        if (answer === lastAnswer) break;
        lastAnswer = answer;
        const before = await tries(world);
        for (let guess = 0; guess < 8; guess += 1) await thief.post('/sign-in', { code: wrongCode() });
        taken += (await tries(world)) - before;
        // After five wrong ones the right one opens nothing either.
        const late = await thief.post('/sign-in', { code: answer });
        expect(late.to).not.toMatch(/today|retention/);
        expect(await world.rows('SELECT id FROM desk_session')).toEqual([]);
      }
      await world.later({ minutes: 11 });
    }
    expect(taken).toBe(rounds * 25);
    figure('GUESS', 'answers of the desk guessed until nobody was let in', taken, `at most ${rounds * 25}`);
    const aDay = (taken / rounds) * (DAY_MINUTES / 10);
    odds('answer of the desk, asked for without end,', aDay, 1, CODES, 1e-5);
  }, 600_000);

  it('strangers at the desk: only so many tries of all together', async () => {
    const world = await openDeskWorld();
    close = world.close;
    let taken = 0;
    for (let guess = 0; guess < 200; guess += 1) {
      const { status } = await world.browser().post('/sign-in', { code: wrongCode() });
      if (status !== 429) taken += 1;
    }
    expect(taken).toBeLessThanOrEqual(61);
    // A stranger's own code has to be one that somebody asked with, before any answer counts.
    const aDay = 5 * 60 * DAY_MINUTES + 60;
    odds(
      `way in at the desk by a stranger while ${OPEN_AT_ONCE} are asked for`,
      aDay,
      OPEN_AT_ONCE,
      CODES * CODES,
      1e-12,
    );
  }, 120_000);

  it('keys to the API: at a thousand times the pace that was reached here', async () => {
    const world = await openApiWorld();
    close = world.close;
    const guesses = sized(300, 10_000);
    const began = performance.now();
    for (let guess = 0; guess < guesses; guess += 1) {
      const { status } = await world.ask('GET', '/v1/people', { token: tokenFrom(randomBytes(32)) });
      if (status !== 401) throw new Error(`A guess was answered ${status}`);
    }
    const aSecond = (guesses / (performance.now() - began)) * 1000;
    figure('GUESS', 'keys to the API guessed a second, all refused', Math.round(aSecond));
    odds('key to the API of a thousand', aSecond * 1000 * 86_400, 1000, 2 ** 256, 1e-50);
  }, 120_000);
});

async function tries(world: { rows(sql: string): Promise<Record<string, unknown>[]> }): Promise<number> {
  const [row] = await world.rows('SELECT coalesce(sum(tries), 0)::int AS n FROM desk_sign_in');
  return Number(row?.['n']);
}
