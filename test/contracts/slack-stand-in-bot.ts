import { App, type Logger, LogLevel } from '@slack/bolt';
import type { SlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';

export interface TalkativeApp {
  readonly app: App;
  /** What it was told, in short. */
  readonly heard: string[];
  stop(): Promise<void>;
}

/** A real Bolt app in Socket Mode that knows a few tricks. */
export async function startTalkativeApp(standIn: SlackStandIn): Promise<TalkativeApp> {
  const app = new App({
    token: standIn.botToken,
    appToken: standIn.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${standIn.url}/api/` },
  });
  const heard: string[] = [];
  teach(app, heard);
  await app.start();
  await standIn.connected();
  return {
    app,
    heard,
    async stop() {
      await app.stop();
    },
  };
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** Teaches an app what the tests ask of it; it works the same over any receiver. */
export function teach(app: App, heard: string[]): void {
  app.error(async (error) => {
    heard.push(`error ${error.message}`);
  });
  app.message(async ({ message, say }) => {
    if (message.subtype !== undefined) return;
    heard.push(`said ${message.text}`);
    if (message.text === 'silence') return;
    await say({
      text: `You said ${message.text}`,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `You said *${message.text}*` } },
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'yes', value: 'y1', text: plain('Yes') },
            { type: 'button', action_id: 'form', value: 'f1', text: plain('Form') },
          ],
        },
      ],
    });
  });
  app.command('/mentoring', async ({ command, ack }) => {
    heard.push(`command ${command.text}`);
    if (command.text !== 'silence') await ack(`Heard ${command.text}`);
  });
  app.action('yes', async ({ ack, body, respond }) => {
    await ack();
    heard.push(`pressed by ${body.user.id}`);
    await respond({ text: 'Thank you', blocks: [], replace_original: true });
  });
  app.action('form', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    await client.views.open({ trigger_id: body.trigger_id, view: formView('First') });
  });
  app.view('form', async ({ ack, view, body, client }) => {
    const name = view.state.values['name']?.['name']?.value ?? '';
    heard.push(`form ${name}`);
    if (name === 'bad') return ack({ response_action: 'errors', errors: { name: 'Try another' } });
    if (name === 'more') return ack({ response_action: 'push', view: formView('Second') });
    if (name === 'again') return ack({ response_action: 'update', view: formView('Renewed') });
    if (name === 'clear') return ack({ response_action: 'clear' });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `Welcome, ${name}` });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'header', text: plain('Your board') }] },
    });
  });
}

export function formView(title: string) {
  return {
    type: 'modal' as const,
    callback_id: 'form',
    title: plain(title),
    submit: plain('Send'),
    notify_on_close: true,
    blocks: [
      {
        type: 'input' as const,
        block_id: 'name',
        label: plain('Your name'),
        element: { type: 'plain_text_input' as const, action_id: 'name' },
      },
    ],
  };
}

/** For libraries that would tell of every fault that a test makes on purpose. */
export const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
