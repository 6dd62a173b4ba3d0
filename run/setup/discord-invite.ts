/** What the bot may do in a server, by the bits of Discord's documentation: nothing beyond what it does. */
const PERMISSIONS = {
  'View Channels': 1n << 10n,
  'Send Messages': 1n << 11n,
  'Attach Files': 1n << 15n,
  'Manage Events': 1n << 33n,
  'Create Events': 1n << 44n,
} as const;

export const DISCORD_PERMISSIONS = Object.values(PERMISSIONS).reduce((all, bit) => all | bit, 0n);

/** Where Discord sends interactions to when it does not use the gateway. */
export const DISCORD_PATH = '/discord/interactions';

/** The link by which somebody who runs a server adds the bot to it. */
export function discordInvite(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: DISCORD_PERMISSIONS.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** What to do, step by step. @param endpoint where Discord sends to; undefined: by its gateway */
export function discordSteps(endpoint: string | undefined): string[] {
  return [
    'Open https://discord.com/developers/applications and press "New Application".',
    'On "General Information", copy the "Application ID" and the "Public Key". Put them into .env as DISCORD_APPLICATION_ID and DISCORD_PUBLIC_KEY.',
    'On "Bot", press "Reset Token", and put the token into .env as DISCORD_TOKEN.',
    'On "Bot", leave all three "Privileged Gateway Intents" off: the program does not read what people write in channels.',
    ...(endpoint === undefined
      ? ['On "General Information", leave "Interactions Endpoint URL" empty.']
      : [
          `Start the program, then put ${endpoint} into "Interactions Endpoint URL" on "General Information" and save.`,
        ]),
    'Open the link below, and choose your server. It asks for:',
    ...Object.keys(PERMISSIONS).map((name) => `   ${name}`),
    'Type: npm run beenthere -- doctor',
  ];
}
