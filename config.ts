import { isAbsolute, resolve } from 'node:path';
import { Foreseen } from './core/kernel/foreseen.ts';
import {
  bare,
  type ConfigProblem,
  type DiscordConfig,
  discordOf,
  discordProblems,
  type SlackConfig,
  slackOf,
  slackProblems,
  type TelegramConfig,
  telegramOf,
  telegramProblems,
} from './run/settings/chat-apps.ts';
import { Environment, type Values } from './run/settings/environment.ts';

export type { ConfigProblem, DiscordConfig, SlackConfig, TelegramConfig };

/** The settings do not fit. The message says which variable, and what to put there. */
export class ConfigRefused extends Foreseen {
  override name = 'ConfigRefused';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ says }) => says).join('\n'));
    this.problems = problems;
  }
}

/** Where the project's own files are. */
export const home = import.meta.dirname;

export type Config = {
  readonly databaseUrl: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  readonly keyFile: string;
  /** The file that names those who were erased, outside every backup. */
  readonly erasedList: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  /** With no chat app at all nothing is connected to a real one, and a rehearsal runs instead. */
  readonly telegram: TelegramConfig | undefined;
  readonly discord: DiscordConfig | undefined;
  readonly slack: SlackConfig | undefined;
  /** How each app is to be reached, also before it is set up. */
  readonly modes: { readonly discord: 'gateway' | 'http'; readonly slack: 'socket' | 'http' };
  /** What does not fit, where the settings are only looked at. */
  readonly problems: readonly ConfigProblem[];
  /** The file to which the head of the audit is added every day; absolute. */
  readonly auditHeadTo: string | undefined;
  readonly logLevel: Values['LOG_LEVEL'];
  readonly connections: number;
};

/**
 * Reads the settings.
 * @throws ConfigRefused with a sentence for every variable that does not fit.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  from: string = process.cwd(),
): Config {
  // An empty line in .env means "not set".
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = Environment.safeParse(given);
  if (!read.success)
    throw new ConfigRefused(
      read.error.issues.map(({ path, message }) => ({ variable: String(path[0]), says: message })),
    );
  const values = read.data;
  const unfinished = [...telegramProblems(values), ...discordProblems(values), ...slackProblems(values)];
  if (unfinished.length > 0) throw new ConfigRefused(unfinished);
  const dataDir = isAbsolute(values.DATA_DIR) ? values.DATA_DIR : resolve(from, values.DATA_DIR);
  return {
    databaseUrl: values.DATABASE_URL,
    dataDir,
    keyFile:
      values.BEENTHERE_KEY_FILE === undefined
        ? resolve(dataDir, 'beenthere.key')
        : resolve(from, values.BEENTHERE_KEY_FILE),
    erasedList:
      values.ERASED_LIST === undefined ? resolve(dataDir, 'erased.list') : resolve(from, values.ERASED_LIST),
    port: values.PORT,
    host: values.HOST,
    publicUrl: bare(values.PUBLIC_URL),
    telegram: telegramOf(values),
    discord: discordOf(values),
    slack: slackOf(values),
    modes: { discord: values.DISCORD_MODE, slack: values.SLACK_MODE },
    problems: [],
    auditHeadTo: values.AUDIT_HEAD_TO === undefined ? undefined : resolve(from, values.AUDIT_HEAD_TO),
    logLevel: values.LOG_LEVEL,
    connections: values.DATABASE_CONNECTIONS,
  };
}

/** The same for whoever only looks: what does not fit is left out and listed, together with the rest of its app. */
export function examineConfig(
  environment: Readonly<Record<string, string | undefined>>,
  from: string = process.cwd(),
): Config {
  const left = { ...environment };
  const problems: ConfigProblem[] = [];
  for (;;) {
    try {
      return { ...readConfig(left, from), problems };
    } catch (error) {
      if (!(error instanceof ConfigRefused)) throw error;
      problems.push(...error.problems);
      for (const { variable } of error.problems) {
        const [app = ''] = /^(TELEGRAM|DISCORD|SLACK)_/.exec(variable) ?? [];
        // Without its secrets an app is not set up; how it was to be reached is still known.
        const others = Object.keys(left).filter((name) => app !== '' && name.startsWith(app));
        delete left[variable];
        for (const name of others) if (!/_(MODE|API_ROOT)$/.test(name)) delete left[name];
        if (app === 'TELEGRAM_') delete left['TELEGRAM_MODE'];
      }
    }
  }
}

/** Whether any chat app is set up. If none is, everything happens in the rehearsal. */
export function hasChatApp({ telegram, discord, slack }: Config): boolean {
  return telegram !== undefined || discord !== undefined || slack !== undefined;
}
