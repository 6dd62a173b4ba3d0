import type { DiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';

export interface Heard {
  status: number;
  body: unknown;
  headers: Headers;
}

/** A call as a bot makes it, without any client. `token` is the bot's own unless given; null sends none. */
export async function call(
  standIn: DiscordStandIn,
  route: string,
  body?: unknown,
  token: string | null = standIn.token,
): Promise<Heard> {
  const [method = 'GET', path] = route.split(' ');
  const headers: Record<string, string> = {};
  if (token !== null) headers['authorization'] = `Bot ${token}`;
  if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = 'application/json';
  const response = await fetch(`${standIn.url}/v10${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** The first answer to an interaction. */
export function callBack(
  standIn: DiscordStandIn,
  { interactionId, token }: { interactionId: string; token: string },
  body: unknown,
  query = '',
): Promise<Heard> {
  return call(standIn, `POST /interactions/${interactionId}/${token}/callback${query}`, body, null);
}

/** Where a refusal says that something is wrong, and which: `components/0/label BASE_TYPE_BAD_LENGTH`. */
export function faultsIn(body: unknown): string[] {
  return faultsBelow(Reflect.get(Object(body), 'errors'), '');
}

function faultsBelow(errors: unknown, path: string): string[] {
  return Object.entries(Object(errors)).flatMap(([step, inner]) => {
    if (step !== '_errors') return faultsBelow(inner, path === '' ? step : `${path}/${step}`);
    const list: unknown[] = Array.isArray(inner) ? inner : [];
    return list.map((one) => `${path} ${Reflect.get(Object(one), 'code')}`.trim());
  });
}
