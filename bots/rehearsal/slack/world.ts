import type { Dispatcher } from './dispatcher.ts';
import type { FileShelf } from './file-shelf.ts';
import type { Bucket } from './rate-limits.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Schedule } from './schedule.ts';
import type { SocketHub } from './socket-hub.ts';
import type { State } from './state.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';
import type { Fields, Reply } from './wire.ts';
import type { Workspace } from './workspace.ts';

/** Who the app is. */
export interface AppIdentity {
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botName: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly teamDomain: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** What the workspace has allowed the bot. */
  readonly scopes: readonly string[];
  /** Events that the app asked for: `message.im`, `app_home_opened`, … */
  readonly subscriptions: readonly string[];
}

/** All that a method may touch. */
export interface World {
  readonly app: AppIdentity;
  readonly now: () => number;
  readonly workspace: Workspace;
  readonly views: Views;
  readonly files: FileShelf;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly schedule: Schedule;
  readonly sockets: SocketHub;
  readonly dispatcher: Dispatcher;
  /** What stands in the fields of messages, by channel and time. */
  readonly messageStates: Map<string, State>;
  /** Counts a call; the seconds to wait if it may not be made yet. */
  readonly throttle: (key: string, bucket: Bucket) => number | undefined;
  /** Where the stand-in listens: `127.0.0.1:<port>`. */
  readonly host: () => string;
}

/** A call whose sender and rights are already known to be good. */
export interface Call {
  readonly params: Fields;
}

export type Method = (world: World, call: Call) => Reply;
