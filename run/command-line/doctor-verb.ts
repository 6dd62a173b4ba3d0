import type { Temporal } from 'temporal-polyfill';
import type { Config } from '../../config.ts';
import { examineDiscord } from '../doctor/discord.ts';
import { type Finding, note } from '../doctor/finding.ts';
import { examineAddress, examineDatabase, examineSettings } from '../doctor/place.ts';
import { examineSlack } from '../doctor/slack.ts';
import { examineTelegram } from '../doctor/telegram.ts';
import type { Verb } from './verb.ts';

const MARKS = { right: 'right', wrong: 'WRONG', note: 'note' } as const;

export const doctorVerb: Verb = {
  name: 'doctor',
  takes: '',
  does: 'Says for every chat app what is right, what is wrong and what to do; also for the settings, the database, its key and the help card.',
  options: {},
  words: [0, 0],
  async alone({ config, moment }) {
    const today = moment().now.toZonedDateTimeISO('Europe/London').toPlainDate();
    const findings = await examined(config, today);
    const isWell = findings.every((each) => each.is !== 'wrong');
    return {
      said: [...linesOf(findings), '', isWell ? 'Nothing is wrong.' : 'What is marked WRONG needs you.'],
      data: findings,
      ...(isWell ? {} : { failed: true }),
    };
  },
};

async function examined(config: Config, today: Temporal.PlainDate): Promise<Finding[]> {
  const { telegram, discord, slack, publicUrl } = config;
  const apps = [
    telegram === undefined ? absent(config, 'Telegram', 'TELEGRAM_BOT_TOKEN') : examineTelegram(telegram),
    discord === undefined ? absent(config, 'Discord', 'DISCORD_TOKEN') : examineDiscord(discord, publicUrl),
    slack === undefined ? absent(config, 'Slack', 'SLACK_BOT_TOKEN') : examineSlack(slack, publicUrl),
  ];
  const found = await Promise.all([...apps, examineAddress(config), examineDatabase(config, today)]);
  return [...examineSettings(config), ...found.flat()];
}

/** Nothing at all is set up, or what is there does not fit and was named above. */
async function absent({ problems }: Config, app: string, variable: string): Promise<Finding[]> {
  const isWrong = problems.some((each) => each.variable.startsWith(`${app.toUpperCase()}_`));
  return isWrong ? [] : [note(app, `It is not set up. ${variable} is empty.`)];
}

function linesOf(findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map(({ about }) => about.length));
  return findings.flatMap(({ about, is, says, todo }) => {
    const indent = ' '.repeat(width + 9);
    const [first = '', ...more] = says.split('\n');
    return [
      `${about.padEnd(width)}  ${MARKS[is].padEnd(5)}  ${first}`,
      ...more.map((line) => `${indent}${line}`),
      ...(todo === undefined ? [] : [`${indent}→ ${todo}`]),
    ];
  });
}
