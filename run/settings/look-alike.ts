/** What a secret looks like, and the variable it belongs in, if it belongs in one. */
export type LookAlike = { readonly is: string; readonly belongsIn: string | undefined };

// The first that fits: from the most telling to the least.
const LOOKS: readonly (readonly [RegExp, string, string | undefined])[] = [
  [/^xoxb-/, 'a Slack bot token (xoxb-…)', 'SLACK_BOT_TOKEN'],
  [/^xapp-/, 'a Slack app-level token (xapp-…)', 'SLACK_APP_TOKEN'],
  [/^xox[pe]-|^xoxe\.xoxp-/, 'a Slack user token, which this program does not use', undefined],
  [/^\d{1,20}:[A-Za-z0-9_-]{20,}$/, 'a Telegram token', 'TELEGRAM_BOT_TOKEN'],
  [
    /^(Bot )?[A-Za-z0-9_-]{18,}\.[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{20,}$/,
    'a Discord bot token',
    'DISCORD_TOKEN',
  ],
  [/^[0-9a-f]{64}$/i, 'a Discord public key', 'DISCORD_PUBLIC_KEY'],
  [/^[0-9a-f]{32}$/, 'a Slack signing secret', 'SLACK_SIGNING_SECRET'],
  [/^\d{17,20}$/, 'a Discord application id', 'DISCORD_APPLICATION_ID'],
  [/^[A-Za-z0-9_-]{32}$/, 'a Discord client secret, which this program does not use', undefined],
  [/^[AB][0-9A-Z]{8,}$/, 'a Slack app or bot id, which is no secret and is not needed', undefined],
];

/** What somebody may have put there by mistake. The value itself is never repeated. */
export function lookAlike(value: string): LookAlike | undefined {
  const found = LOOKS.find(([shape]) => shape.test(value.trim()));
  return found === undefined ? undefined : { is: found[1], belongsIn: found[2] };
}

/** One sentence on a value that stands in the wrong place; undefined when nothing is known of it. */
export function swapped(name: string, value: string): string | undefined {
  const found = lookAlike(value);
  if (found === undefined || found.belongsIn === name) return undefined;
  const move = found.belongsIn === undefined ? '' : ` Move it to ${found.belongsIn}.`;
  return `${name} holds ${found.is}.${move}`;
}
