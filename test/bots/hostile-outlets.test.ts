import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../bots/rehearsal/discord/read-text.ts';
import type { CalendarEntry, Channel, Sent, Shown, ShownButton } from '../../core/index.ts';
import { calendarFile } from '../../core/time/ics.ts';
import { discordApp } from '../support/apps/discord-app.ts';
import { slackApp } from '../support/apps/slack-app.ts';
import { telegramApp } from '../support/apps/telegram-app.ts';
import { momentAt, movedClock } from '../support/moved-clock.ts';
import { hostileWords } from './hostile-words.ts';
import { hostileInSlack } from './slack-seen.ts';

/** Each goes over the wire several times: few in a quick run, 10,000 where somebody asks for them. */
const HOW_MANY = Number(process.env['HOSTILE_STRINGS'] ?? 100);
const AT_A_TIME = 100;
const TIME_MS = 60_000 + HOW_MANY * 200;
const SEED = 20261123;

const clock = movedClock('2026-11-23T09:00:00Z');
const parts = { clock, moment: () => momentAt(clock) };
const words = fc.sample(fc.oneof(hostileWords, hostileInSlack), { numRuns: HOW_MANY, seed: SEED });

/** More of them than one message can have marks. */
const MANY = 'evil.example '.repeat(120);

const button = (label: string, token: string): ShownButton => ({ label, token });
/** The words wherever words of people can stand: alone, beside ours, on a button and in a list. */
function messagesWith(hostile: string): readonly Shown[] {
  const choices = Array.from({ length: 12 }, (_, n): ShownButton[] => [
    { ...button(`${hostile} ${n}`, `c-${n}`), choice: true },
  ]);
  return [
    {
      paragraphs: ['Somebody writes:', hostile],
      buttons: [[button(hostile, 'b-1')], [button('Help', 'b-2')]],
    },
    { paragraphs: [hostile, hostile, MANY], buttons: [...choices, [button('Help', 'b-2')]] },
  ];
}

const calm: Shown = { paragraphs: ['Hello.'], buttons: [[button('Help', 'b-2')]] };

/** Comes back when the client asks for a moment, as delivery does. */
async function patiently(send: () => Promise<Sent>): Promise<Sent> {
  for (;;) {
    const sent = await send();
    if (sent.is !== 'wait') return sent;
    await pause(sent.seconds * 1000);
  }
}

/** Sends each message, and another that is then changed into it. */
async function sentAndEdited(channel: Channel, to: string, hostile: string): Promise<void> {
  const address = { platform: channel.platform, tenant: '', chatId: to };
  for (const [n, shown] of messagesWith(hostile).entries()) {
    const sent = await patiently(() => channel.send(address, shown, `${to} ${n} ${hostile}`));
    expect([hostile, sent]).toEqual([hostile, { is: 'sent', ref: expect.anything() }]);
    const earlier = await patiently(() => channel.send(address, calm, `${to} ${n} ${hostile} calm`));
    if (earlier.is !== 'sent') throw new Error(JSON.stringify(earlier));
    const edited = await patiently(() => channel.edit(address, earlier.ref, shown));
    expect([hostile, edited.is]).toEqual([hostile, expect.stringMatching(/^(?:sent|gone-message)$/)]);
  }
}

/** Goes through all the words with a new chat for each hundred, so that what is seen stays short. */
async function forEach(check: (some: readonly string[], round: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < words.length; at += AT_A_TIME) await check(words.slice(at, at + AT_A_TIME), at);
}

describe('Telegram', () => {
  let app: Awaited<ReturnType<typeof telegramApp>>;
  beforeAll(async () => {
    app = await telegramApp(parts, 'polling');
  });
  afterAll(async () => await app.stop());

  it('makes nothing of what people write, wherever it stands', { timeout: TIME_MS }, async () => {
    const { channel } = app.connect(() => undefined);
    await forEach(async (some, round) => {
      const user = app.standIn.user({ id: 9000 + round, firstName: 'R' });
      user.start();
      for (const hostile of some) {
        await sentAndEdited(channel, String(user.id), hostile);
      }
      for (const { from, text, entities, buttons } of user.see()) {
        if (!from.isBot) continue;
        // Ours: shown as it was typed.
        const others = entities.filter(({ type }) => type !== 'code');
        expect([text, others]).toEqual([text, []]);
        expect(buttons.flat().filter(({ url }) => url !== undefined)).toEqual([]);
      }
    });
  });
});

describe('Discord', () => {
  let app: Awaited<ReturnType<typeof discordApp>>;
  beforeAll(async () => {
    app = await discordApp(parts);
  });
  afterAll(async () => await app.stop());

  it('makes nothing of what people write, wherever it stands, in the calendar too', {
    timeout: TIME_MS,
  }, async () => {
    const { channel } = app.connect(() => undefined);
    const guild = app.standIn.guild({ name: 'Cafe' });
    await forEach(async (some, round) => {
      const user = app.standIn.user({ id: String(9_000_000_000_000_000n + BigInt(round)), name: 'R' });
      user.install();
      for (const [n, hostile] of some.entries()) {
        await sentAndEdited(channel, user.id, hostile);
        const entry: CalendarEntry = {
          ...{ title: hostile, about: hostile, where: hostile, calledOff: false },
          ...{ from: clock.now().add({ hours: 24 }), until: clock.now().add({ hours: 25 }) },
        };
        const place = { platform: 'discord', tenant: guild.id, chatId: guild.channel({ name: 'tea' }).id };
        if (n % 10 === 0)
          expect(await channel.event?.(place, entry, undefined)).toMatchObject({ is: 'sent' });
      }
      for (const { from, content, marks, pings, buttons } of user.see()) {
        if (!from.isBot) continue;
        const { plain: _plain, everyone, ...lists } = marks;
        expect([content, everyone, Object.values(lists).flat()]).toEqual([content, false, []]);
        expect(pings).toEqual({ users: [], roles: [], everyone: false });
        expect(buttons.flat().filter(({ url }) => url !== undefined)).toEqual([]);
      }
    });
    expect(app.standIn.journal.warnings()).toEqual([]);
    expect(guild.events.length).toBeGreaterThan(0);
    const about = guild.events.map((event) => readText(String(event['description'])));
    for (const { plain, everyone, ...lists } of about)
      expect([plain, everyone, Object.values(lists).flat()]).toEqual([plain, false, []]);
  });
});

describe('Slack', () => {
  let app: Awaited<ReturnType<typeof slackApp>>;
  beforeAll(async () => {
    app = await slackApp(parts);
  });
  afterAll(async () => await app.stop());

  it('makes nothing of what people write, wherever it stands, on the front page too', {
    timeout: TIME_MS,
  }, async () => {
    const { channel } = app.connect(() => undefined);
    await forEach(async (some, round) => {
      const user = app.standIn.user({ name: `R${round}` });
      for (const hostile of some) {
        await sentAndEdited(channel, user.id, hostile);
        const address = { platform: 'slack', tenant: '', chatId: user.id };
        for (const shown of messagesWith(hostile)) {
          expect(await channel.front?.(address, shown)).toMatchObject({ is: 'sent' });
          const home = user.home();
          expect([home?.mentions, home?.links, home?.formats]).toEqual([[], [], []]);
        }
      }
      for (const { from, text, mentions, links, formats } of user.see())
        if (from.isBot) expect([text, mentions, links, formats]).toEqual([text, [], [], []]);
    });
  });
});

it('no words of people add a line of their own to a calendar file', () => {
  for (const hostile of words) {
    const start = clock.now();
    const event = {
      ...{ uid: 'one', sequence: 0, start, end: start.add({ hours: 1 }), stamp: start },
      ...{ title: hostile, description: hostile, location: hostile, status: 'CONFIRMED' as const },
    };
    const file = calendarFile({ method: 'PUBLISH', events: [event], prodId: 'test' });
    const unfolded = file.replaceAll('\r\n ', '').split('\r\n');
    expect(unfolded.map((line) => /^[A-Z]+/.exec(line)?.[0])).toEqual([
      ...[
        'BEGIN',
        'VERSION',
        'PRODID',
        'CALSCALE',
        'METHOD',
        'BEGIN',
        'UID',
        'SEQUENCE',
        'DTSTAMP',
        'DTSTART',
      ],
      ...['DTEND', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'STATUS', 'CLASS', 'END', 'END', undefined],
    ]);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n\v\f\u0085\u2028\u2029]/);
  }
});
