/** What the bot may do in a workspace: nothing beyond what it does. */
export const SLACK_SCOPES: readonly string[] = [
  'chat:write',
  'commands',
  'files:write',
  // For hearing what people write to the bot itself. Nothing is ever read back.
  'im:history',
  'im:write',
];

const EVENTS = ['app_home_opened', 'app_uninstalled', 'message.im', 'tokens_revoked'];

/** Where Slack sends to when it does not use the socket. */
export const SLACK_PATH = '/slack/events';

/**
 * The manifest of the Slack app, as "Create an app from a manifest" takes it.
 * @param publicUrl where Slack reaches us; undefined: by its socket
 */
export function slackManifest(publicUrl: string | undefined) {
  const url = publicUrl === undefined ? undefined : `${publicUrl}${SLACK_PATH}`;
  const sentTo = url === undefined ? {} : { request_url: url };
  return {
    display_information: {
      name: 'Beenthere',
      description: 'A companion for mentoring: meetings, reminders, and who needs somebody today.',
      background_color: '#1f4e5f',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Beenthere', always_online: true },
      slash_commands: [
        {
          command: '/mentoring',
          description: 'Who needs me today, and everything else by a word',
          usage_hint: '[help | meetings | book | settings]',
          should_escape: false,
          ...(url === undefined ? {} : { url }),
        },
      ],
    },
    oauth_config: { scopes: { bot: [...SLACK_SCOPES] } },
    settings: {
      event_subscriptions: { ...sentTo, bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...sentTo },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** What to do with it, step by step. */
export function slackSteps(isSocket: boolean): string[] {
  const secrets = isSocket
    ? [
        'On "Basic Information", under "App-Level Tokens", make a token with the scope connections:write.',
        'Put it into .env as SLACK_APP_TOKEN; it begins with xapp-.',
      ]
    : [
        'On "Basic Information", under "App Credentials", copy the "Signing Secret".',
        'Put it into .env as SLACK_SIGNING_SECRET.',
      ];
  return [
    'Open https://api.slack.com/apps and press "Create New App", then "From a manifest".',
    'Choose your workspace, and paste the manifest below in place of what is there (as JSON).',
    'Press "Create", then "Install to Workspace".',
    'On "OAuth & Permissions", copy the "Bot User OAuth Token". Put it into .env as SLACK_BOT_TOKEN; it begins with xoxb-.',
    ...secrets,
    ...(isSocket ? [] : ['Start the program first: Slack checks the address when the manifest is saved.']),
    'Type: npm run beenthere -- doctor',
  ];
}
