import { type Logger, LogLevel, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Temporal } from 'temporal-polyfill';
import { type Channel, Foreseen } from '../../core/index.ts';
import { hear } from './hear.ts';
import { passOverNonsense } from './pass-over-nonsense.ts';
import { PatientApp } from './patient-app.ts';
import { slackChannel } from './slack-channel.ts';
import { stayConnected } from './stay-connected.ts';
import { type Intake, openIntake } from './take-in.ts';
import type { OnFault, SlackWayIn } from './way-in.ts';
import { WebRequests } from './web-requests.ts';

export type SlackOptions = {
  readonly botToken: string;
  /** Where the Web API is, such as "https://slack.com/api"; the real one unless told otherwise. */
  readonly apiRoot?: string;
  /** The moment now. */
  now(): Temporal.Instant;
  readonly onFault: OnFault;
};

export type SlackMe = { readonly userId: string; readonly botId: string; readonly teamId: string };

export type SlackBot = {
  readonly channel: Channel;
  /** Who the bot is, as Slack says. @throws with a sentence for the operator when the token is wrong. */
  me(): Promise<SlackMe>;
  /** Listens by Socket Mode until told to stop. */
  listen(wayIn: SlackWayIn, appToken: string, signal: AbortSignal): Promise<void>;
  /** Answers Slack's web requests instead, signed with the secret; `seconds` is the epoch second by which their age is judged. */
  web(
    wayIn: SlackWayIn,
    signingSecret: string,
    seconds: () => number,
  ): Promise<(request: Request) => Promise<Response>>;
  /** Whether Slack can reach us just now. */
  isConnected(): boolean;
  /** Settles when nothing that came in is under way. */
  idle(): Promise<void>;
  /** Takes in what is under way, and nothing more. */
  stop(): Promise<void>;
};

/**
 * Milliseconds that Slack has for a call. Less than the lease on a message (another instance would send it too) and than the
 * time in which the app has to end.
 */
const ANSWERED_WITHIN_MS = 6000;

export function slackBot(options: SlackOptions): SlackBot {
  const { onFault, now } = options;
  const clientOptions: webApi.WebClientOptions = {
    ...(options.apiRoot === undefined ? {} : { slackApiUrl: `${options.apiRoot}/` }),
    // Waiting and trying again is delivery's matter, which keeps the order and survives a restart.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: ANSWERED_WITHIN_MS,
    logger: silent,
  };
  const client = new webApi.WebClient(options.botToken, clientOptions);
  const intakes: Intake[] = [];
  const underWay = new Set<Promise<void>>();
  let known: SlackMe | undefined;
  let connected = false;
  const me = async (): Promise<SlackMe> => {
    known ??= await whoAmI(client);
    return known;
  };
  const attend = async (wayIn: SlackWayIn, receiver: Receiver): Promise<void> => {
    const intake = openIntake(wayIn, onFault);
    intakes.push(intake);
    const hearing = { wayIn, intake, client, now, onFault };
    const onBody = (body: unknown): Promise<void> => {
      const work = hear(hearing, body).finally(() => underWay.delete(work));
      underWay.add(work);
      return work;
    };
    attach(receiver, await me(), { ...options, clientOptions }, onBody);
  };
  return {
    channel: slackChannel(client, ANSWERED_WITHIN_MS),
    me,
    async listen(wayIn, appToken, signal) {
      // Given as "clientOptions" the receiver would pass them over, and call the real Slack.
      const installerOptions = { clientOptions };
      const receiver = new SocketModeReceiver({
        appToken,
        installerOptions,
        autoReconnectEnabled: false,
        logger: silent,
      });
      await attend(wayIn, receiver);
      passOverNonsense(receiver.client, onFault);
      const onConnected = (isConnected: boolean): void => {
        connected = isConnected;
      };
      await stayConnected(receiver.client, signal, onConnected, onFault);
    },
    async web(wayIn, signingSecret, seconds) {
      const receiver = new WebRequests({ signingSecret, now: seconds, onFault });
      await attend(wayIn, receiver);
      connected = true;
      return receiver.answer;
    },
    isConnected: () => connected,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    async stop() {
      connected = false;
      await Promise.all(intakes.map((intake) => intake.stop()));
    },
  };
}

/** Bolt with one listener for everything. */
function attach(
  receiver: Receiver,
  { userId, botId }: SlackMe,
  { botToken, clientOptions, onFault }: SlackOptions & { readonly clientOptions: webApi.WebClientOptions },
  onBody: (body: unknown) => Promise<void>,
): void {
  const app = new PatientApp({
    receiver,
    authorize: async () => ({ botToken, botId, botUserId: userId }),
    clientOptions,
    convoStore: false,
    logger: silent,
  });
  app.onFault = onFault;
  app.use(({ body }) => onBody(body));
  app.error(async (error) => {
    throw error;
  });
}

/** The SDK's words may hold what people wrote; what went wrong reaches us as errors. */
const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** Slack cannot be used as it is set up. The message says what to change. */
class SlackRefused extends Foreseen {
  override name = 'SlackRefused';
}

async function whoAmI(client: webApi.WebClient): Promise<SlackMe> {
  try {
    const { user_id: userId, bot_id: botId, team_id: teamId } = await client.auth.test();
    if (userId !== undefined && botId !== undefined && teamId !== undefined) return { userId, botId, teamId };
  } catch (error) {
    throw explained(error);
  }
  throw new SlackRefused(
    'This Slack token is not a bot\u2019s. Copy the "Bot User OAuth Token", which begins with xoxb-, into SLACK_BOT_TOKEN.',
  );
}

function explained(error: unknown): unknown {
  if (error instanceof webApi.WebAPIPlatformError) {
    return new SlackRefused(
      `Slack does not take this token (${error.data.error}). Copy the "Bot User OAuth Token", which begins with xoxb-, from the page "OAuth & Permissions" into SLACK_BOT_TOKEN.`,
    );
  }
  return error;
}
