import { webApi } from '@slack/bolt';
import type { Sent } from '../../core/index.ts';

export type NotSent = Exclude<Sent, { is: 'sent' }>;

/** Slack's words for a person, or their place, that cannot be written to any more. */
const UNREACHABLE = new Set([
  'account_inactive',
  'channel_not_found',
  'cannot_dm_bot',
  'ekm_access_denied',
  'invalid_users',
  'is_archived',
  'messages_tab_disabled',
  'no_permission',
  'not_in_channel',
  'user_disabled',
  'user_not_found',
  'user_not_in_channel',
  'user_not_visible',
  'users_not_found',
]);
const GONE = new Set([
  'cant_update_message',
  'edit_window_closed',
  'file_deleted',
  'file_not_found',
  'message_not_found',
  'not_found',
]);
const TOO_FAST = new Set(['message_limit_exceeded', 'rate_limited', 'ratelimited']);
/**
 * What is about the bot and not about the person: its token, its rights or Slack itself. Nobody is to be called unreachable, and
 * nothing lost, because of it.
 */
const OURS_OR_SLACKS = new Set([
  'access_denied',
  'accesslimited',
  'deprecated_endpoint',
  'enterprise_is_restricted',
  'fatal_error',
  'internal_error',
  'invalid_auth',
  'missing_scope',
  'no_service',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'request_timeout',
  'service_unavailable',
  'team_access_not_granted',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
]);

const SHORT_WAIT = 1;

/** What an error from Slack means for a message and whoever it was for. @throws what is no answer of Slack's. */
export function understood(error: unknown): NotSent {
  if (error instanceof webApi.WebAPIRateLimitedError) return { is: 'wait', seconds: error.retryAfter };
  if (error instanceof webApi.WebAPIRequestError) return { is: 'later', why: 'no-connection' };
  if (error instanceof webApi.WebAPIHTTPError) return { is: 'later', why: `slack-${error.statusCode}` };
  if (error instanceof webApi.WebAPIPlatformError) return meaningOf(error.data.error);
  if (error instanceof NotAnswered) return error.means;
  throw error;
}

/** What Slack's word means. */
export function meaningOf(word: string): NotSent {
  const why = `slack-${word}`.slice(0, 80);
  if (TOO_FAST.has(word)) return { is: 'wait', seconds: SHORT_WAIT };
  if (GONE.has(word)) return { is: 'gone-message' };
  if (UNREACHABLE.has(word) || word.startsWith('restricted_action')) return { is: 'unreachable', why };
  if (OURS_OR_SLACKS.has(word)) return { is: 'later', why };
  return { is: 'refused', why };
}

/** A request that is not one of the SDK's methods, and what became of it. */
export class NotAnswered extends Error {
  override name = 'NotAnswered';
  readonly means: NotSent;

  constructor(means: NotSent) {
    super(`Slack did not take it: ${means.is}`);
    this.means = means;
  }
}

/** The seconds that an answer of status 429 asks for. */
export function secondsIn(headers: Headers): number {
  const seconds = Number(headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : SHORT_WAIT;
}
