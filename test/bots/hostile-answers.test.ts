import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Board, Named } from '../../core/board/board.ts';
import { boardMessage } from '../../core/board/board-message.ts';
import { wordMessage } from '../../core/delivery/word-message.ts';
import type { Address, Sent, Shown } from '../../core/index.ts';
import { Task } from '../../core/tasks/task.ts';
import { loadTexts } from '../../core/texts/say.ts';
import { figure } from '../faults/size.ts';
import { discordApp } from '../support/apps/discord-app.ts';
import { slackApp } from '../support/apps/slack-app.ts';
import { telegramApp } from '../support/apps/telegram-app.ts';
import { until } from '../support/discord-world.ts';
import { momentAt, movedClock } from '../support/moved-clock.ts';
import { openDiscordStage } from './discord-stage.ts';
import { hostileSample } from './hostile-sample.ts';

const words = hostileSample(100);
const TIME_MS = 60_000 + words.length * 200;
const clock = movedClock('2026-11-23T09:00:00Z');
const at = momentAt(clock);
const parts = { clock, moment: () => at };
const texts = loadTexts();

/** In one answer; an address at which Slack takes answers is good for five. */
const TOGETHER = 6;

let stop: () => Promise<void>;
afterEach(() => stop());

function inGroups<T>(list: readonly T[], most: number): T[][] {
  const groups: T[][] = [];
  for (let from = 0; from < list.length; from += most) groups.push(list.slice(from, from + most));
  return groups;
}

function answerWith(some: readonly string[]): Shown {
  return {
    paragraphs: ['Somebody writes:', ...some],
    buttons: [...some.map((label, n) => [{ label, token: `b-${n}` }]), [{ label: 'Help', token: 'b-help' }]],
  };
}

const wentOut = (sent: Sent): void => expect(sent).toMatchObject({ is: 'sent' });

describe('an answer that only whoever asked sees', () => {
  it('makes nothing of what people write in Slack, neither new nor changed', {
    timeout: TIME_MS,
  }, async () => {
    const app = await slackApp(parts);
    stop = () => app.stop();
    const { channel } = app.connect(() => undefined);
    const room = app.standIn.channel({ name: 'general' });
    const newestUrl = (): string =>
      String(
        app.standIn.journal.entries.findLast((entry) => entry.kind === 'envelope')?.payload?.['response_url'],
      );
    let looked = 0;
    for (const [round, some] of inGroups(words, TOGETHER * 3).entries()) {
      const person = app.standIn.user({ name: `R${round}` });
      const here = person.inChannel(room);
      await here.command('/mentoring', 'x');
      const responseUrl = newestUrl();
      const to = (reply: Address['reply'] = { responseUrl }): Address => ({
        ...{ platform: 'slack', tenant: app.standIn.teamId, chatId: person.id },
        ...(reply === undefined ? {} : { reply }),
      });
      for (const [n, few] of inGroups(some, TOGETHER).entries())
        wentOut(await channel.send(to(), answerWith(few), `${round} ${n}`));
      wentOut(
        await channel.send(
          to(),
          { paragraphs: ['Calm'], buttons: [[{ label: 'Help', token: 'b' }]] },
          'calm',
        ),
      );
      here.press('Help');
      const pressed = { responseUrl: newestUrl(), on: 'calm' };
      wentOut(await channel.edit(to(pressed), { ephemeral: 'calm' }, answerWith(some.slice(0, TOGETHER))));
      for (const seen of here.see().filter(({ isEphemeral }) => isEphemeral)) {
        const { text, mentions, formats, links } = seen;
        expect([text, mentions, formats, links]).toEqual([text, [], [], []]);
        looked += 1;
      }
      expect(person.see()).toEqual([]);
    }
    expect(looked).toBeGreaterThanOrEqual(Math.ceil(words.length / TOGETHER));
    figure(
      'hostile',
      'Slack: strings in answers that one person sees; what came of them',
      `${words.length}; 0`,
      `${words.length}; 0`,
    );
  });

  it('makes nothing of what people write in Discord', { timeout: TIME_MS }, async () => {
    const stage = await openDiscordStage();
    stop = () => stage.stop();
    const room = stage.discord.guild({ name: 'Cafe' }).channel();
    const aisha = stage.discord.user({ id: '700', name: 'Aisha' });
    let looked = 0;
    for (const [round, some] of inGroups(words, TOGETHER * 8).entries()) {
      const here = aisha.inChannel(room.id);
      here.slash('book', { when: 'Friday' });
      await until(() => stage.heard.length === round + 1);
      const reply = stage.heard[round]?.reply?.handle;
      if (reply === undefined) throw new Error('There is no way to answer');
      const to: Address = { platform: 'discord', tenant: '', chatId: '700', reply };
      for (const [n, few] of inGroups(some, TOGETHER).entries())
        wentOut(await stage.bot.channel.send(to, answerWith(few), `${round} ${n}`));
    }
    for (const { from, content, marks, pings, onlyFor } of aisha.inChannel(room.id).see()) {
      if (!from.isBot) continue;
      const { plain: _plain, everyone, ...lists } = marks;
      expect([content, everyone, Object.values(lists).flat()]).toEqual([content, false, []]);
      expect(pings).toEqual({ users: [], roles: [], everyone: false });
      expect(onlyFor).toBe('700');
      looked += 1;
    }
    expect(looked).toBeGreaterThanOrEqual(Math.ceil(words.length / TOGETHER));
    expect(aisha.see()).toEqual([]);
    figure(
      'hostile',
      'Discord: strings in answers that one person sees; what came of them',
      `${words.length}; 0`,
      `${words.length}; 0`,
    );
  });
});

/** A board on which everybody, and a group, is called by these words. */
function boardOf(names: readonly string[]): Shown {
  const person = (n: number): Named => ({
    id: randomUUID(),
    name: names[n % names.length] ?? '',
    reachable: true,
  });
  const now = clock.now();
  const task = (kind: Task['kind'], n: number): Board['tasks'][number] => ({
    ...{ id: randomUUID(), kind, programmeId: randomUUID(), createdAt: now, unreachableSince: null },
    ...{ person: person(n), two: [person(n + 1), person(n + 2)], takenBy: person(n + 3) },
    group: { id: randomUUID(), name: names[n % names.length] ?? '', leadId: randomUUID() },
    ...{ other: person(n + 4), matchId: randomUUID(), what: names[0] ?? '' },
  });
  const [mentor, mentee] = [person(0), person(1)];
  const board: Board = {
    tasks: Task.shape.kind.options.map(task),
    meetings: [{ id: randomUUID(), state: 'proposed', startsAt: now, proposedBy: mentor.id, mentor, mentee }],
    quiet: [{ id: randomUUID(), rhythmDays: 14, since: now, mentor, mentee }],
    waiting: [{ person: person(2), since: now, wants: 'mentor', programmeId: null }],
    balance: [],
    arriving: 0,
    noSite: 0,
  };
  const me = { id: randomUUID(), zone: 'Europe/London' };
  const pages = Math.ceil((board.tasks.length + 3) / 5);
  const shown = Array.from({ length: pages }, (_, page) => {
    const message = boardMessage({ board, dayEnds: now }, { me, now, pressedOn: 'board', page });
    const reading = {
      texts,
      language: 'en',
      presserId: me.id,
      forId: null,
      programme: undefined,
      silent: false,
    } as const;
    return wordMessage(message, reading, { ...at, random: (bytes) => randomBytes(bytes) }).shown;
  });
  return {
    paragraphs: shown.flatMap(({ paragraphs }) => paragraphs),
    buttons: shown.flatMap(({ buttons }) => buttons),
  };
}

/** How it is built, whatever stands in it. */
function built({ paragraphs, buttons }: Shown): unknown {
  return [paragraphs.length, buttons.map((row) => row.length)];
}

describe('the board', () => {
  const calm = built(boardOf(['Ada', 'Bea', 'Cat', 'Dot']));
  /** A page at a time, as the apps have it. */
  const boards = inGroups(words, 12).map((names) => ({ names, shown: boardOf(names) }));
  const tell = (app: string): void =>
    figure(
      'hostile',
      `${app}: names on the board; what came of them`,
      `${words.length}; 0`,
      `${words.length}; 0`,
    );

  it('is built the same, whatever people and groups are called', () => {
    for (const { names, shown } of boards) expect([names, built(shown)]).toEqual([names, calm]);
  });

  it('makes nothing of names in Telegram', { timeout: TIME_MS }, async () => {
    const app = await telegramApp(parts, 'polling');
    stop = () => app.stop();
    const { channel } = app.connect(() => undefined);
    for (const [round, { shown }] of boards.entries()) {
      const user = app.standIn.user({ id: 9000 + round, firstName: 'Cora' });
      user.start();
      const to = { platform: 'telegram', tenant: '', chatId: String(user.id) };
      wentOut(await channel.send(to, { ...shown, buttons: shown.buttons.slice(0, 40) }, `${round}`));
      for (const { from, text, entities } of user.see()) {
        const others = from.isBot ? entities.filter(({ type }) => type !== 'code') : [];
        expect([text, others]).toEqual([text, []]);
      }
    }
    tell('Telegram');
  });

  it('makes nothing of names in Discord', { timeout: TIME_MS }, async () => {
    const app = await discordApp(parts);
    stop = () => app.stop();
    const { channel } = app.connect(() => undefined);
    for (const [round, { shown }] of boards.entries()) {
      const user = app.standIn.user({ id: String(9_000_000_000_000_000n + BigInt(round)), name: 'Cora' });
      user.install();
      const to = { platform: 'discord', tenant: '', chatId: user.id };
      wentOut(await channel.send(to, { ...shown, buttons: shown.buttons.slice(0, 12) }, `${round}`));
      for (const { from, content, marks, pings } of user.see()) {
        if (!from.isBot) continue;
        const { plain: _plain, everyone, ...lists } = marks;
        expect([content, everyone, Object.values(lists).flat()]).toEqual([content, false, []]);
        expect(pings).toEqual({ users: [], roles: [], everyone: false });
      }
    }
    tell('Discord');
  });

  it('makes nothing of names in Slack, on the front page either', { timeout: TIME_MS }, async () => {
    const app = await slackApp(parts);
    stop = () => app.stop();
    const { channel } = app.connect(() => undefined);
    for (const [round, { shown }] of boards.entries()) {
      const user = app.standIn.user({ name: `R${round}` });
      const to = { platform: 'slack', tenant: '', chatId: user.id };
      wentOut(await channel.send(to, shown, `${round}`));
      expect(await channel.front?.(to, shown)).toMatchObject({ is: 'sent' });
      const home = user.home();
      expect([home?.mentions, home?.formats, home?.links]).toEqual([[], [], []]);
      for (const { text, mentions, formats, links } of user.see())
        expect([text, mentions, formats, links]).toEqual([text, [], [], []]);
    }
    tell('Slack');
  });
});
