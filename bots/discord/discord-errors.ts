import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Sent } from '../../core/index.ts';

type NotSent = Exclude<Sent, { is: 'sent' }>;

/** Discord's ways of saying that a person or a place is not there for us any more. */
const UNREACHABLE = new Set([
  10003, // unknown channel
  10004, // unknown guild
  10013, // unknown user
  50001, // missing access
  50007, // cannot send messages to this user
  50013, // missing permissions
  50033, // invalid recipient
  50278, // no mutual guilds
]);

/** A message or event to change that is not there, or that may not be changed any more. */
const GONE = new Set([10008, 10070, 50005]);

/** The way to answer an interaction is over: its fifteen minutes, or the interaction itself. */
const REPLY_OVER = new Set([10015, 10062, 50027]);

export function isReplyOver(error: unknown): boolean {
  return error instanceof DiscordAPIError && REPLY_OVER.has(Number(error.code));
}

/** Whether an interaction was answered before; the answer is there. */
export function isAcknowledged(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === 40060;
}

/** What an error from Discord means for the message and its chat. @throws what is no answer of Discord's. */
export function understood(error: unknown): NotSent {
  if (error instanceof RateLimitError)
    return { is: 'wait', seconds: error.retryAfter / 1000, ...(error.global ? { everywhere: true } : {}) };
  if (error instanceof HTTPError) return { is: 'later', why: `discord-${error.status}` };
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    if (UNREACHABLE.has(code)) return { is: 'unreachable', why: `discord-${code}` };
    if (GONE.has(code) || REPLY_OVER.has(code)) return { is: 'gone-message' };
    if (error.status === 401 || error.status === 429) return { is: 'later', why: `discord-${error.status}` };
    return { is: 'refused', why: `discord-${code} ${error.message.replace(/\s+/g, ' ').slice(0, 120)}` };
  }
  // After one 401 the SDK forgets the token: what waits is kept until somebody has put the token right.
  if (error instanceof Error && /Expected token to be set/.test(error.message))
    return { is: 'later', why: 'discord-401' };
  if (isLineBroken(error)) return { is: 'later', why: 'no-connection' };
  throw error;
}

/** The connection failed, was cut, or took too long. */
function isLineBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOfTheLine = 'code' in error && /^(E[A-Z]+|UND_ERR_\w+)$/.test(String(error.code));
  return isOfTheLine || error.name === 'AbortError' || /other side closed|fetch failed/.test(error.message);
}
