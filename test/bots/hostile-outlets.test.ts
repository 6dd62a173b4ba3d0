import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../bots/rehearsal/discord/read-text.ts';
import type { Channel, Json, Sent, Shown, ShownButton } from '../../core/index.ts';
import { figure } from '../faults/size.ts';
import { discordApp } from '../support/apps/discord-app.ts';
import { slackApp } from '../support/apps/slack-app.ts';
import { telegramApp } from '../support/apps/telegram-app.ts';
import { momentAt, movedClock } from '../support/moved-clock.ts';
import { hostileSample } from './hostile-sample.ts';

/** Each goes over the wire several times. */
const words = hostileSample(100);
/** In one message; in one that is changed, which has to stay one; and in one chat, so that what is seen stays short. */
const TOGETHER = { sent: 12, edited: 3, chat: 96 } as const;
const TIME_MS = 60_000 + words.length * 200;
const LINK = 'https://meet.example.org/room';
const HOST = 'meet.example.org';

const clock = movedClock('2026-11-23T09:00:00Z');
const parts = { clock, moment: () => momentAt(clock) };

/** More of them than one message can have marks. */
const MANY = 'evil.example '.repeat(120);

const button = (label: string, token: string): ShownButton => ({ label, token });
/** The words wherever words of people can stand: alone, beside ours, beside a link of ours, on buttons and in a list. */
function messagesWith(words: readonly string[], round: number): readonly Shown[] {
  const choices = Array.from({ length: TOGETHER.sent }, (_, n): ShownButton[] => [
    { ...button(`${words[n % words.length]} ${n}`, `c-${n}`), choice: true },
  ]);
  return [
    {
      paragraphs: ['Somebody writes:', ...words, LINK],
      links: { [words.length + 1]: HOST },
      buttons: [...words.map((hostile, n) => [button(hostile, `b-${n}`)]), [button('Help', 'b-help')]],
    },
    {
      paragraphs: [...words, ...(round === 0 ? [MANY] : [])],
      buttons: [...choices, [button('Help', 'b-help')]],
    },
  ];
}

const NO_CALENDAR = { is: 'refused', why: 'no-calendar' } as const;
const calm: Shown = { paragraphs: ['Hello.'], buttons: [[button('Help', 'b-2')]] };

/** Comes back when the client asks for a moment, as delivery does. */
async function patiently(send: () => Promise<Sent>): Promise<Sent> {
  for (;;) {
    const sent = await send();
    if (sent.is !== 'wait') return sent;
    await pause(sent.seconds * 1000);
  }
}

/** Sends the words, and messages that are then changed into them. */
async function sentAndEdited(channel: Channel, to: string, words: readonly string[]): Promise<void> {
  const address = { platform: channel.platform, tenant: '', chatId: to };
  for (const [n, shown] of messagesWith(words, told.sent).entries()) {
    const sent = await patiently(() => channel.send(address, shown, `${to} ${n} ${words.join()}`));
    expect([words, sent]).toEqual([words, expect.objectContaining({ is: 'sent', ref: expect.anything() })]);
  }
  told.sent += words.length;
  for (const [n, few] of inGroups(words, TOGETHER.edited).entries()) {
    // Each a message of its own, also where the same was tried in this chat before.
    const once = `${to} ${n} ${words.join()} calm`;
    const earlier = await patiently(() => channel.send(address, calm, once));
    if (earlier.is !== 'sent') throw new Error(JSON.stringify(earlier));
    const changed = { paragraphs: few, buttons: few.map((label, at) => [button(label, `b-${at}`)]) };
    const edited = await patiently(() => channel.edit(address, earlier.ref, changed));
    expect([few, edited.is]).toEqual([few, expect.stringMatching(/^(?:sent|gone-message)$/)]);
    if (edited.is === 'sent') told.edited += few.length;
  }
}

function inGroups<T>(list: readonly T[], most: number): T[][] {
  const groups: T[][] = [];
  for (let from = 0; from < list.length; from += most) groups.push(list.slice(from, from + most));
  return groups;
}

/** Goes through all the words, with a new chat now and then. */
async function forEach(check: (batches: readonly string[][], round: number) => Promise<void>): Promise<void> {
  Object.assign(told, { sent: 0, edited: 0 });
  for (const [round, some] of inGroups(words, TOGETHER.chat).entries())
    await check(inGroups(some, TOGETHER.sent), round);
}

/** How many have been sent, and brought into a message that was there. */
const told = { sent: 0, edited: 0 };

function tell(app: string, outlets: string): void {
  figure(
    'hostile',
    `${app}: strings that were sent; brought into a message that was there`,
    `${told.sent}; ${told.edited}`,
  );
  figure('hostile', `${app}: mentions, links and formats that came of them in ${outlets}`, 0, '0');
}

describe('Telegram', () => {
  let app: Awaited<ReturnType<typeof telegramApp>>;
  beforeAll(async () => {
    app = await telegramApp(parts, 'polling');
  });
  afterAll(async () => await app.stop());

  it('makes nothing of what people write, wherever it stands', { timeout: TIME_MS }, async () => {
    const { channel } = app.connect(() => undefined);
    await forEach(async (batches, round) => {
      const user = app.standIn.user({ id: 9000 + round, firstName: 'R' });
      user.start();
      for (const batch of batches) await sentAndEdited(channel, String(user.id), batch);
      const ours: unknown[] = [];
      for (const { from, text, entities, buttons } of user.see()) {
        if (!from.isBot) continue;
        // Ours: shown as it was typed, and one link.
        const others = entities.filter(({ type }) => type !== 'code');
        ours.push(...others.map(({ offset, length, url }) => [text.slice(offset, offset + length), url]));
        expect(buttons.flat().filter(({ url }) => url !== undefined)).toEqual([]);
      }
      expect(ours).toEqual(batches.map(() => [HOST, LINK]));
    });
    tell('Telegram', 'texts, changed texts, buttons and lists');
  });
});

describe('Discord', () => {
  let app: Awaited<ReturnType<typeof discordApp>>;
  beforeAll(async () => {
    app = await discordApp(parts);
  });
  afterAll(async () => await app.stop());

  it('makes nothing of what people write, wherever it stands', { timeout: TIME_MS }, async () => {
    const { channel } = app.connect(() => undefined);
    await forEach(async (batches, round) => {
      const user = app.standIn.user({ id: String(9_000_000_000_000_000n + BigInt(round)), name: 'R' });
      user.install();
      for (const batch of batches) await sentAndEdited(channel, user.id, batch);
      const ours: string[] = [];
      for (const { from, content, marks, pings, buttons } of user.see()) {
        if (!from.isBot) continue;
        const { plain: _plain, everyone, links, ...lists } = marks;
        ours.push(...links);
        expect([content, everyone, Object.values(lists).flat()]).toEqual([content, false, []]);
        expect(pings).toEqual({ users: [], roles: [], everyone: false });
        expect(buttons.flat().filter(({ url }) => url !== undefined)).toEqual([]);
      }
      expect(ours).toEqual(batches.map(() => LINK));
    });
    expect(app.standIn.journal.warnings()).toEqual([]);
    tell('Discord', 'texts, changed texts, buttons and lists');
  });

  it('makes nothing of it in the calendar of a server', { timeout: TIME_MS }, async () => {
    const { channel } = app.connect(() => undefined);
    const guild = app.standIn.guild({ name: 'Cafe' });
    const place = { platform: 'discord', tenant: guild.id, chatId: guild.channel({ name: 'tea' }).id };
    const times = { from: clock.now().add({ hours: 24 }), until: clock.now().add({ hours: 25 }) };
    let ref: Json | undefined;
    for (const hostile of words) {
      const entry = {
        title: hostile,
        about: hostile,
        where: hostile,
        rest: hostile,
        calledOff: false,
        ...times,
      };
      const put = await patiently(async () => (await channel.event?.(place, entry, ref)) ?? NO_CALENDAR);
      if (put.is !== 'sent') throw new Error(JSON.stringify([hostile, put]));
      ref = put.ref;
      const [event, ...more] = guild.events;
      expect(more).toEqual([]);
      const { plain, everyone, ...lists } = readText(String(event?.['description']));
      expect([plain, everyone, Object.values(lists).flat()]).toEqual([plain, false, []]);
      // Its name and its place know no formats, but an address in them opens.
      const where = Reflect.get(Object(event?.['entity_metadata']), 'location');
      for (const line of [event?.['name'], where])
        expect([line, readText(String(line)).links]).toEqual([line, []]);
    }
    figure(
      'hostile',
      'Discord: strings in the calendar of a server; what came of them',
      `${words.length}; 0`,
    );
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
    await forEach(async (batches, round) => {
      const user = app.standIn.user({ name: `R${round}` });
      const ours: unknown[] = [];
      for (const batch of batches) {
        await sentAndEdited(channel, user.id, batch);
        const address = { platform: 'slack', tenant: '', chatId: user.id };
        const shown = messagesWith(batch, round)[0] ?? calm;
        expect(await channel.front?.(address, shown)).toMatchObject({ is: 'sent' });
        const home = user.home();
        expect([home?.mentions, home?.formats]).toEqual([[], []]);
        ours.push(home?.links);
      }
      expect(ours).toEqual(batches.map(() => [{ url: LINK, label: HOST, isAutomatic: false }]));
      const seen = user.see().filter(({ from }) => from.isBot);
      for (const { text, mentions, formats } of seen)
        expect([text, mentions, formats]).toEqual([text, [], []]);
      expect(seen.flatMap(({ links }) => links)).toEqual(ours.flat());
    });
    tell('Slack', 'texts, changed texts, buttons, lists and the front page');
  });
});
