import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { Foreseen } from './core/kernel/foreseen.ts';

/** The settings do not fit. The message says which variable, and what to put there. */
export class ConfigRefused extends Foreseen {
  override name = 'ConfigRefused';
}

/** Where the project's own files are. */
export const home = import.meta.dirname;

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const webAddress = (name: string) =>
  z.url({
    protocol: /^https?$/,
    error: `${name} has to be a web address such as https://mentoring.example.org`,
  });

const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'DATABASE_URL has to begin with postgresql:// and name a PostgreSQL server, or be left out',
    )
    .optional(),
  DATA_DIR: z.string().default('./data'),
  PORT: z.coerce
    .number({ error: 'PORT has to be a number from 0 to 65535, such as 3000' })
    .int('PORT has to be a whole number, such as 3000')
    .min(0, 'PORT has to be a number from 0 to 65535, such as 3000')
    .max(65_535, 'PORT has to be a number from 0 to 65535, such as 3000')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webAddress('PUBLIC_URL').optional(),
  BEENTHERE_KEY_FILE: z.string().optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(
      /^\d{1,20}:[A-Za-z0-9_-]{20,}$/,
      'TELEGRAM_BOT_TOKEN has to be the token that @BotFather gave you, such as 123456:ABC-DEF…',
    )
    .optional(),
  TELEGRAM_API_ROOT: webAddress('TELEGRAM_API_ROOT').optional(),
  TELEGRAM_MODE: z
    .enum(['polling', 'webhook'], {
      error: 'TELEGRAM_MODE has to be "polling" or "webhook"; leave it out for polling',
    })
    .default('polling'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^[A-Za-z0-9_-]{16,256}$/,
      'TELEGRAM_WEBHOOK_SECRET has to be 16 to 256 letters, digits, "_" or "-"',
    )
    .optional(),
  LOG_LEVEL: z.enum(LEVELS, { error: `LOG_LEVEL has to be one of ${LEVELS.join(', ')}` }).default('info'),
  DATABASE_CONNECTIONS: z.coerce
    .number({ error: 'DATABASE_CONNECTIONS has to be a number from 2 to 50, such as 10' })
    .int()
    .min(2, 'DATABASE_CONNECTIONS has to be at least 2')
    .max(50, 'DATABASE_CONNECTIONS has to be at most 50')
    .default(10),
});

export type TelegramConfig = {
  readonly token: string;
  readonly apiRoot: string | undefined;
  readonly mode: 'polling' | 'webhook';
  readonly webhook: { readonly url: string; readonly secret: string } | undefined;
};

export type Config = {
  readonly databaseUrl: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  readonly keyFile: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  /** None: nothing is connected to a real chat app, and a rehearsal runs instead. */
  readonly telegram: TelegramConfig | undefined;
  readonly logLevel: (typeof LEVELS)[number];
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
  if (!read.success) throw new ConfigRefused(read.error.issues.map((issue) => issue.message).join('\n'));
  const values = read.data;
  const dataDir = isAbsolute(values.DATA_DIR) ? values.DATA_DIR : resolve(from, values.DATA_DIR);
  return {
    databaseUrl: values.DATABASE_URL,
    dataDir,
    keyFile:
      values.BEENTHERE_KEY_FILE === undefined
        ? resolve(dataDir, 'beenthere.key')
        : resolve(from, values.BEENTHERE_KEY_FILE),
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
    telegram: telegramOf(values),
    logLevel: values.LOG_LEVEL,
    connections: values.DATABASE_CONNECTIONS,
  };
}

function telegramOf(values: z.infer<typeof Environment>): TelegramConfig | undefined {
  const {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_MODE: mode,
    TELEGRAM_WEBHOOK_SECRET: secret,
    PUBLIC_URL,
  } = values;
  if (token === undefined) {
    if (mode === 'webhook')
      throw new ConfigRefused(
        'TELEGRAM_MODE is "webhook" but there is no TELEGRAM_BOT_TOKEN: add the token, or leave TELEGRAM_MODE out',
      );
    return undefined;
  }
  const apiRoot = values.TELEGRAM_API_ROOT?.replace(/\/+$/, '');
  if (mode === 'polling') return { token, apiRoot, mode, webhook: undefined };
  const missing = [
    ...(PUBLIC_URL === undefined
      ? ['PUBLIC_URL, the https address at which Telegram reaches this program']
      : []),
    ...(secret === undefined
      ? ['TELEGRAM_WEBHOOK_SECRET, 16 to 256 letters and digits that you make up']
      : []),
  ];
  if (PUBLIC_URL === undefined || secret === undefined) {
    throw new ConfigRefused(`With TELEGRAM_MODE "webhook", also set ${missing.join(' and ')}`);
  }
  const local = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(PUBLIC_URL);
  if (!PUBLIC_URL.startsWith('https://') && !local) {
    throw new ConfigRefused('PUBLIC_URL has to begin with https:// because Telegram sends to nothing else');
  }
  return { token, apiRoot, mode, webhook: { url: `${PUBLIC_URL.replace(/\/+$/, '')}/telegram`, secret } };
}
