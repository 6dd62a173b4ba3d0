import type { Config } from '../../config.ts';
import { DISCORD_PATH, DISCORD_PERMISSIONS, discordInvite, discordSteps } from '../setup/discord-invite.ts';
import { slackManifest, slackSteps } from '../setup/slack-manifest.ts';
import { NotDone, UsageWrong } from './not-done.ts';
import { type Answer, choiceOf, type Verb } from './verb.ts';

export const setupVerb: Verb = {
  name: 'setup',
  takes: 'slack | discord [APPLICATION-ID]',
  does: 'Prints a ready Slack app manifest or a Discord invite link, with what to do, step by step.',
  options: {},
  words: [1, 2],
  async alone({ config }, given) {
    const [app = '', id] = given.words;
    const chosen = choiceOf(app, ['slack', 'discord'] as const, 'The app');
    if (chosen === 'slack' && id !== undefined) throw new UsageWrong('Type: setup slack');
    return chosen === 'slack' ? setupSlack(config) : setupDiscord(config, id);
  },
};

function setupSlack(config: Config): Answer {
  const isSocket = config.modes.slack === 'socket';
  const manifest = slackManifest(isSocket ? undefined : addressOf(config, 'SLACK_MODE', 'Slack'));
  return {
    said: [...numbered(slackSteps(isSocket)), '', JSON.stringify(manifest, null, 2)],
    data: manifest,
  };
}

function setupDiscord(config: Config, given: string | undefined): Answer {
  const endpoint =
    config.modes.discord === 'gateway'
      ? undefined
      : `${addressOf(config, 'DISCORD_MODE', 'Discord')}${DISCORD_PATH}`;
  const id = given ?? config.discord?.applicationId;
  if (id !== undefined && !/^\d{17,20}$/.test(id))
    throw new UsageWrong('An application id has 17 to 20 digits. Type: setup discord APPLICATION-ID');
  const link = id === undefined ? undefined : discordInvite(id);
  return {
    said: [
      ...numbered(discordSteps(endpoint)),
      '',
      link ?? 'For the link, type this again with the "Application ID": setup discord APPLICATION-ID',
    ],
    data: { link: link ?? null, permissions: DISCORD_PERMISSIONS.toString(), endpoint: endpoint ?? null },
  };
}

/** @throws NotDone when it is not set */
function addressOf({ publicUrl }: Config, mode: string, app: string): string {
  if (publicUrl !== undefined) return publicUrl;
  throw new NotDone(
    `${mode} is "http": also set PUBLIC_URL, the https address at which ${app} reaches this program.`,
  );
}

function numbered(steps: readonly string[]): string[] {
  let count = 0;
  return steps.map((step) => {
    if (step.startsWith(' ')) return step;
    count += 1;
    return `${count}. ${step}`;
  });
}
