import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import type { Phone } from '../support/apps/app.ts';
import { discordPhone } from '../support/apps/discord-app.ts';
import { openSheet } from '../support/apps/open-sheet.ts';
import { slackPhone } from '../support/apps/slack-app.ts';
import type { Stage } from './stage.ts';

const coordinator = { is: 'coordinator', name: 'test' } as const;

/** Discord or Slack on this machine, for a program that runs as a process of its own. */
export type AppOnStage = {
  /** By which the program finds it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly tenant: string;
  phone(name: string): Phone;
  stop(): Promise<void>;
};

export async function appOnStage(name: 'discord' | 'slack'): Promise<AppOnStage> {
  return name === 'discord' ? await discord() : await slack();
}

async function discord(): Promise<AppOnStage> {
  const standIn = await startDiscordStandIn({ limits: 'off' });
  const { token, applicationId, publicKey, url } = standIn;
  let people = 7_000_000_000_000_000n;
  return {
    settings: {
      DISCORD_TOKEN: token,
      DISCORD_APPLICATION_ID: applicationId,
      DISCORD_PUBLIC_KEY: publicKey,
      DISCORD_API_ROOT: url,
    },
    tenant: '',
    phone(who) {
      people += 1n;
      const user = standIn.user({ id: String(people), name: who });
      user.install();
      return discordPhone(standIn, user, new Set());
    },
    stop: () => standIn.stop(),
  };
}

async function slack(): Promise<AppOnStage> {
  const standIn = await startSlackStandIn({ limits: 'off' });
  const { botToken, appToken, signingSecret, url, teamId } = standIn;
  return {
    settings: {
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_ROOT: `${url}/api`,
    },
    tenant: teamId,
    phone: (who) => slackPhone(standIn, standIn.user({ name: who })),
    stop: () => standIn.stop(),
  };
}

/** Somebody enrolled with a phone in this app. */
export async function enrolled(stage: Stage, app: AppOnStage, name: string, role: string): Promise<Phone> {
  const programmeId = (await stage.core.read.programmes.first())?.id ?? '';
  const args = { name, programmeId, role: 'mentee', agreed: true, adult: true };
  await stage.core.perform({ command: 'enrol-person', args, by: coordinator });
  const [row] = await stage.rows('SELECT id FROM person WHERE name = $1', [name]);
  const personId = String(row?.['id']);
  const phone = app.phone(name);
  await stage.rows(
    `INSERT INTO account (id, version, platform, tenant, "userId", "chatId", "personId", "programmeId", reachable, "createdAt")
     VALUES ($1, 1, $2, $3, $4, $4, $5, $6, true, now())`,
    [randomUUID(), phone.app, app.tenant, phone.userId, personId, programmeId],
  );
  if (role !== 'mentee')
    await stage.core.perform({
      command: 'give-role',
      args: { personId, programmeId, role },
      by: coordinator,
    });
  return phone;
}

/** Waits for something that the bot says or shows from there on. */
export async function sees(phone: Phone, words: RegExp, since: number, timeout = 30_000): Promise<void> {
  const news = (): string =>
    phone
      .see()
      .filter(({ revision }) => revision > since)
      .map(({ text, labels }) => [text, ...labels].join('\n'))
      .join('\n');
  await expect.poll(news, { timeout, interval: 20 }).toMatch(words);
}

/** Settles once the program hears them: what is written before its line to the app is open is told to nobody. */
export async function isHeard(phone: Phone): Promise<void> {
  const since = phone.mark();
  const answered = (): boolean => phone.see().some(({ revision }) => revision > since);
  for (let tries = 0; tries < 30 && !answered(); tries += 1) {
    phone.write('home');
    await expect
      .poll(answered, { timeout: 2000, interval: 20 })
      .toBe(true)
      .catch(() => undefined);
  }
  if (!answered()) throw new Error(`Nobody hears ${phone.name} in ${phone.app}`);
}

/** Tells it up to the last press, which is the one that sends. */
export async function tellsUpTo(phone: Phone, words: string): Promise<void> {
  let since = phone.mark();
  phone.write('i need help now');
  await sees(phone, /^Go on$/m, since);
  since = phone.mark();
  phone.press('Go on');
  // Both apps lay the question over the chat.
  await expect.poll(() => phone.sheet() !== undefined, { timeout: 30_000, interval: 20 }).toBe(true);
  await openSheet(phone, undefined)?.write(words);
  await sees(phone, /^Send it to/m, since);
}

/** All that the bot ever showed somebody. */
export function everything(phone: Phone): string {
  return phone
    .see()
    .map(({ text, labels }) => [text, ...labels].join('\n'))
    .join('\n');
}
