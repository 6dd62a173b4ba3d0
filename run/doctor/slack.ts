import { z } from 'zod';
import type { SlackConfig } from '../../config.ts';
import { SLACK_PATH, SLACK_SCOPES } from '../setup/slack-manifest.ts';
import { ask, read, type Said } from './ask.ts';
import { away, type Finding, note, right, unexpected, wrong } from './finding.ts';

const API = 'https://slack.com/api';
const APP = 'Slack';

const Whole = z.object({ ok: z.boolean(), error: z.string().optional() });
const Me = z.object({ team: z.string(), user: z.string(), bot_id: z.string().optional() });

export async function examineSlack(config: SlackConfig, publicUrl: string | undefined): Promise<Finding[]> {
  const call = (method: string, token: string) =>
    ask(`${config.apiRoot ?? API}/${method}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/x-www-form-urlencoded' },
    });
  const said = await call('auth.test', config.botToken);
  if (said.is === 'away') return [away(APP, 'SLACK_API_ROOT')];
  const me = read(Me, said);
  if (said.status !== 200) return [unexpected(APP, 'SLACK_API_ROOT', said.status)];
  if (read(Whole, said)?.ok !== true || me === undefined)
    return [
      wrong(
        APP,
        `Slack does not take SLACK_BOT_TOKEN (${errorOf(said)}).`,
        'Copy the "Bot User OAuth Token" from the page "OAuth & Permissions"; install the app again if there is none.',
      ),
    ];
  if (me.bot_id === undefined)
    return [
      wrong(
        APP,
        'SLACK_BOT_TOKEN is the token of a person, not of a bot.',
        'Copy the "Bot User OAuth Token", which begins with xoxb-, from the page "OAuth & Permissions".',
      ),
    ];
  return [
    right(APP, `The bot token is good: the bot is ${me.user} in "${me.team}".`),
    ...scopeFindings(said),
    ...(config.mode === 'socket'
      ? socketFindings(await call('apps.connections.open', config.appToken))
      : [
          note(
            APP,
            `Slack sends to ${publicUrl}${SLACK_PATH}. Whether SLACK_SIGNING_SECRET is right shows when "Event Subscriptions" says "Verified".`,
          ),
        ]),
  ];
}

function errorOf(said: Said): string {
  return read(Whole, said)?.error ?? (said.is === 'said' ? `status ${said.status}` : 'no answer');
}

/** What the workspace allows, as Slack tells with every answer. */
function scopeFindings(said: Said & { is: 'said' }): Finding[] {
  const told = said.headers.get('x-oauth-scopes');
  if (told === null) return [note(APP, 'Slack does not say what the bot may do.')];
  const has = told.split(',').map((scope) => scope.trim());
  const missing = SLACK_SCOPES.filter((scope) => !has.includes(scope));
  if (missing.length > 0) {
    const todo =
      'Add what is missing on "OAuth & Permissions" (or paste the manifest of "setup slack"), then install the app again.';
    return [wrong(APP, `The bot may not do all it needs. Missing: ${missing.join(', ')}.`, todo)];
  }
  const history = has.filter((scope) => /^(channels|groups|mpim):history$/.test(scope));
  const more =
    history.length === 0 ? [] : [note(APP, `Not needed, better taken away: ${history.join(', ')}.`)];
  return [right(APP, 'The bot may do all it needs.'), ...more];
}

function socketFindings(said: Said): Finding[] {
  if (read(Whole, said)?.ok === true) return [right(APP, 'The app token is good: the socket opens.')];
  const error = errorOf(said);
  const page = '"Basic Information", under "App-Level Tokens"';
  if (error === 'missing_scope')
    return [
      wrong(APP, 'SLACK_APP_TOKEN may not open a socket.', `Make a token with connections:write on ${page}.`),
    ];
  if (error === 'ratelimited')
    return [note(APP, 'Slack was asked too often just now. Look again in a minute.')];
  return [
    wrong(
      APP,
      `Slack does not take SLACK_APP_TOKEN (${error}).`,
      `Copy it again from ${page}, and see that "Socket Mode" is switched on.`,
    ),
  ];
}
