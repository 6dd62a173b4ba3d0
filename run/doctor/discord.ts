import { z } from 'zod';
import type { DiscordConfig } from '../../config.ts';
import { DISCORD_PATH } from '../setup/discord-invite.ts';
import { ask, Named, read } from './ask.ts';
import { away, type Finding, note, right, unexpected, wrong } from './finding.ts';

const API = 'https://discord.com/api';
const APP = 'Discord';

const Me = z.object({ username: z.string(), bot: z.boolean().default(false) });
const Application = Named.extend({
  verify_key: z.string(),
  flags: z.int().default(0),
  interactions_endpoint_url: z.string().nullish(),
});
type Application = z.infer<typeof Application>;

// Each twice: for a large bot, and for one in few servers.
const PRIVILEGED = [
  ['"Presence Intent"', (1 << 12) | (1 << 13)],
  ['"Server Members Intent"', (1 << 14) | (1 << 15)],
  ['"Message Content Intent"', (1 << 18) | (1 << 19)],
] as const;

export async function examineDiscord(
  config: DiscordConfig,
  publicUrl: string | undefined,
): Promise<Finding[]> {
  // Discord turns away what does not name itself in this form.
  const headers = {
    Authorization: `Bot ${config.token}`,
    'User-Agent': 'DiscordBot (https://localhost, 1)',
  };
  const call = (path: string) => ask(`${config.apiRoot ?? API}/v10${path}`, { headers });
  const said = await call('/users/@me');
  if (said.is === 'away') return [away(APP, 'DISCORD_API_ROOT')];
  const me = read(Me, said);
  if (me === undefined && said.status !== 401) return [unexpected(APP, 'DISCORD_API_ROOT', said.status)];
  if (me === undefined)
    return [
      wrong(
        APP,
        'Discord does not take DISCORD_TOKEN.',
        'On the page "Bot" of your Discord app, press "Reset Token", and put the new one into .env.',
      ),
    ];
  const application = read(Application, await call('/applications/@me'));
  const guilds = read(z.array(Named), await call('/users/@me/guilds'));
  return [
    right(APP, `The token is good: the bot is ${me.username}.`),
    ...(application === undefined
      ? [note(APP, 'Discord does not say which application this is.')]
      : applicationFindings(config, application, publicUrl)),
    guilds?.length === 0
      ? wrong(
          APP,
          'The bot is in no server.',
          'Open the link that "setup discord" prints, and choose your server.',
        )
      : right(APP, `The bot is in ${guilds?.length ?? 'some'} server(s).`),
    right(
      APP,
      config.mode === 'gateway'
        ? 'It listens to Discord (gateway), without any privileged intent.'
        : 'Discord sends presses and commands to PUBLIC_URL; what people write comes by the gateway.',
    ),
  ];
}

function applicationFindings(
  config: DiscordConfig,
  application: Application,
  publicUrl: string | undefined,
): Finding[] {
  return [
    application.id === config.applicationId
      ? right(APP, 'DISCORD_APPLICATION_ID belongs to this token.')
      : wrong(
          APP,
          'DISCORD_APPLICATION_ID is the id of another application than the token.',
          `Copy both from the same application. The token's is ${application.id}.`,
        ),
    ...keyFindings(config, application),
    ...PRIVILEGED.filter(([, bits]) => (application.flags & bits) !== 0).map(([name]) =>
      note(
        APP,
        `${name} is switched on. It is not asked for and not needed: switch it off on the page "Bot".`,
      ),
    ),
    ...endpointFindings(config, application, publicUrl),
  ];
}

function keyFindings({ publicKey }: DiscordConfig, { verify_key: theirs }: Application): Finding[] {
  if (publicKey === undefined) return [];
  if (publicKey === theirs.toLowerCase()) return [right(APP, 'DISCORD_PUBLIC_KEY is the right one.')];
  const todo = 'Copy the "Public Key" from the page "General Information".';
  return [wrong(APP, 'DISCORD_PUBLIC_KEY is not the key of this application.', todo)];
}

function endpointFindings(
  { mode }: DiscordConfig,
  { interactions_endpoint_url: given }: Application,
  publicUrl: string | undefined,
): Finding[] {
  const page = '"Interactions Endpoint URL" on the page "General Information"';
  if (mode === 'gateway') {
    if (given == null || given === '') return [];
    const says = 'Discord sends presses and commands to a web address, not to the gateway.';
    return [wrong(APP, says, `Empty ${page}, or set DISCORD_MODE to http.`)];
  }
  const wanted = `${publicUrl}${DISCORD_PATH}`;
  if (given === wanted) return [right(APP, `Discord sends to ${wanted}.`)];
  return [wrong(APP, 'Discord does not send to this program.', `Start it, then put ${wanted} into ${page}.`)];
}
