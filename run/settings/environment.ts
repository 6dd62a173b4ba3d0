import { z } from 'zod';
import { swapped } from './look-alike.ts';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const webAddress = (name: string) =>
  z.url({
    protocol: /^https?$/,
    error: `${name} has to be a web address such as https://mentoring.example.org`,
  });

/** A secret of one shape; what stands there instead is named, and never repeated. */
function secret(name: string, shape: RegExp, wanted: string) {
  return z.string().superRefine((value, context) => {
    if (shape.test(value)) return;
    const message = `${swapped(name, value) ?? ''} ${name} has to be ${wanted}`.trim();
    context.addIssue({ code: 'custom', message });
  });
}

const mode = <const M extends readonly [string, string]>(name: string, modes: M) =>
  z
    .enum(modes, { error: `${name} has to be "${modes[0]}" or "${modes[1]}"; leave it out for ${modes[0]}` })
    .default(modes[0]);

/** Every variable that is read, with the shape of what belongs there. */
export const Environment = z.object({
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
  ERASED_LIST: z.string().optional(),
  TELEGRAM_BOT_TOKEN: secret(
    'TELEGRAM_BOT_TOKEN',
    /^\d{1,20}:[A-Za-z0-9_-]{20,}$/,
    'the token that @BotFather gave you, such as 123456:ABC-DEF…',
  ).optional(),
  TELEGRAM_API_ROOT: webAddress('TELEGRAM_API_ROOT').optional(),
  TELEGRAM_MODE: mode('TELEGRAM_MODE', ['polling', 'webhook']),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^[A-Za-z0-9_-]{16,256}$/,
      'TELEGRAM_WEBHOOK_SECRET has to be 16 to 256 letters, digits, "_" or "-"',
    )
    .optional(),
  DISCORD_TOKEN: secret(
    'DISCORD_TOKEN',
    /^[A-Za-z0-9_-]{18,}\.[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{20,}$/,
    'the token on the page "Bot" of your app in the Discord developer portal: three parts with dots between',
  ).optional(),
  DISCORD_APPLICATION_ID: secret(
    'DISCORD_APPLICATION_ID',
    /^\d{17,20}$/,
    'the "Application ID" on the page "General Information" of your Discord app: 17 to 20 digits',
  ).optional(),
  DISCORD_PUBLIC_KEY: secret(
    'DISCORD_PUBLIC_KEY',
    /^[0-9a-f]{64}$/i,
    'the "Public Key" on the page "General Information" of your Discord app: 64 letters and digits',
  ).optional(),
  DISCORD_API_ROOT: webAddress('DISCORD_API_ROOT').optional(),
  DISCORD_MODE: mode('DISCORD_MODE', ['gateway', 'http']),
  SLACK_BOT_TOKEN: secret(
    'SLACK_BOT_TOKEN',
    /^xoxb-[A-Za-z0-9-]{8,}$/,
    'the "Bot User OAuth Token" of your Slack app; it begins with xoxb-',
  ).optional(),
  SLACK_APP_TOKEN: secret(
    'SLACK_APP_TOKEN',
    /^xapp-[A-Za-z0-9-]{8,}$/,
    'an "App-Level Token" of your Slack app with the scope connections:write; it begins with xapp-',
  ).optional(),
  SLACK_SIGNING_SECRET: secret(
    'SLACK_SIGNING_SECRET',
    /^[0-9a-f]{32}$/i,
    'the "Signing Secret" on the page "Basic Information" of your Slack app: 32 letters and digits',
  ).optional(),
  SLACK_API_ROOT: webAddress('SLACK_API_ROOT').optional(),
  SLACK_MODE: mode('SLACK_MODE', ['socket', 'http']),
  AUDIT_HEAD_TO: z.string().optional(),
  LOG_LEVEL: z.enum(LEVELS, { error: `LOG_LEVEL has to be one of ${LEVELS.join(', ')}` }).default('info'),
  DATABASE_CONNECTIONS: z.coerce
    .number({ error: 'DATABASE_CONNECTIONS has to be a number from 2 to 50, such as 10' })
    .int()
    .min(2, 'DATABASE_CONNECTIONS has to be at least 2')
    .max(50, 'DATABASE_CONNECTIONS has to be at most 50')
    .default(10),
});

export type Values = z.infer<typeof Environment>;
