import { METHODS, type MethodEntry } from './methods.ts';
import { postDue } from './posting.ts';
import type { ReadBody } from './request-body.ts';
import { type Fields, type Reply, refuse, tooMany } from './wire.ts';
import type { World } from './world.ts';

/** Carries a call out, or says why not, in the order in which Slack looks at it: method, token, rights, rate, arguments. */
export function perform(world: World, name: string, { params, token }: ReadBody): Reply {
  const method = METHODS.get(name);
  if (!method) return refuse('unknown_method', { req_method: name });
  const refusal =
    judgeToken(world, method, token) ?? judgeScopes(world, method) ?? judgeRate(world, name, method);
  if (refusal) return refusal;
  postDue(world);
  return method.run(world, { params });
}

function judgeToken({ app }: World, method: MethodEntry, token: string | undefined): Reply | undefined {
  if (token === undefined || token === '') return refuse('not_authed');
  const own = { bot: app.botToken, app: app.appToken };
  if (token === own[method.token]) return undefined;
  const isOther = token === app.botToken || token === app.appToken;
  return refuse(isOther ? 'not_allowed_token_type' : 'invalid_auth');
}

function judgeScopes({ app }: World, { token, scopes }: MethodEntry): Reply | undefined {
  if (token === 'app' || scopes.length === 0 || scopes.some((scope) => app.scopes.includes(scope))) {
    return undefined;
  }
  return refuse('missing_scope', { needed: scopes.join(','), provided: app.scopes.join(',') });
}

/** The first tier is for calls that are hardly ever made; a start of a bot may make several. */
const LEAST_BURST = 20;

function judgeRate(world: World, name: string, { perMinute }: MethodEntry): Reply | undefined {
  if (perMinute === undefined) return undefined;
  const bucket = { burst: Math.max(perMinute, LEAST_BURST), perSecond: perMinute / 60 };
  const wait = world.throttle(name, bucket);
  return wait === undefined ? undefined : tooMany(wait);
}

/** What is written down of a call: never the token. */
export function withoutToken(params: Fields): Fields {
  const { token: _token, ...rest } = params;
  return rest;
}
