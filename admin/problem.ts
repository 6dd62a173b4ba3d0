import type { Context } from 'hono';

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/** A "no" to a program, as RFC 9457 has it. Thrown by whoever finds it, answered in one place. */
export class Problem extends Error {
  readonly status: Status;
  readonly code: string;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: Status, code: string, detail: string, more: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.more = more;
  }
}

const TITLES: Record<Status, string> = {
  400: 'The request does not fit',
  401: 'A token is needed',
  403: 'This token may not do that',
  404: 'There is no such thing',
  405: 'That cannot be done here',
  409: 'Not possible as things are',
  413: 'The request is too long',
  415: 'The request has to be JSON',
  422: 'This key was used for something else',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not now',
};

/** Seconds after which it is worth trying again, where nothing else is said. */
const TRY_AGAIN = '1';

/** A problem as it is sent. */
export function bodyOf({ status, code, message, more }: Problem): string {
  return JSON.stringify({
    type: `urn:beenthere:${code}`,
    title: TITLES[status],
    status,
    code,
    detail: message,
    ...more,
  });
}

export function answerProblem(context: Context, problem: Problem): Response {
  const { status, more } = problem;
  if (status === 401) context.header('WWW-Authenticate', 'Bearer realm="beenthere"');
  const { retryAfter, allow } = more;
  if (typeof allow === 'string') context.header('Allow', allow);
  if (status === 429 || status === 503)
    context.header('Retry-After', typeof retryAfter === 'number' ? String(retryAfter) : TRY_AGAIN);
  return context.body(bodyOf(problem), status, { 'Content-Type': 'application/problem+json' });
}
