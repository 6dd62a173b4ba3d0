import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Faults } from './faults.ts';
import { unknownFields } from './form-errors.ts';
import type { Gateway } from './gateway.ts';
import type { InvalidRequests } from './invalid-requests.ts';
import type { Journal } from './journal.ts';
import type { Counted, RateLimiter } from './rate-limits.ts';
import { type ReadCall, readCall, UnreadableRequest } from './request-body.ts';
import { type FoundRoute, findRoute } from './routes.ts';
import { type Params, REFUSALS, type Reply, refuse } from './wire.ts';
import type { World } from './world.ts';

export interface Desk {
  readonly world: World;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly limiter: RateLimiter;
  readonly invalid: InvalidRequests;
  readonly gateway: Gateway;
  /** Calls that are not answered yet, faults that hang left out. */
  inFlight: number;
}

/** Opens the server on loopback; port 0 takes a free one. Rejects if the port is taken. */
export function listen(desk: Desk, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    desk.inFlight += 1;
    handle(desk, request, response)
      .catch((error: unknown) => {
        const words = error instanceof Error ? error.message : String(error);
        answer(response, refuse(500, 0, `500: Internal Server Error: ${words}`));
      })
      .finally(() => {
        desk.inFlight -= 1;
      });
  });
  server.keepAliveTimeout = 60_000;
  server.on('upgrade', (request, socket, head) => desk.gateway.upgrade(request, socket, head));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve({ server, port: (server.address() as AddressInfo).port });
    });
  });
}

async function handle(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const file = /^\/attachments\/\d+\/(\d+)\//.exec(url.pathname)?.[1];
  if (file !== undefined) return answerFile(desk, file, response);
  const path = /^\/api\/v10(\/.*)$/.exec(decodeURIComponent(url.pathname))?.[1];
  const route = path === undefined ? undefined : findRoute(request.method ?? 'GET', path);
  const refusal = atTheDoor(desk, request, route);
  let read: ReadCall = { params: {}, list: undefined, uploads: new Map() };
  try {
    read = await readCall(request);
  } catch (error) {
    if (!(error instanceof UnreadableRequest)) throw error;
    request.resume();
    return answer(response, refusal ?? error.refusal);
  }
  const arrived: Arrived = {
    path: path ?? url.pathname,
    query: url.searchParams,
    read,
    route: nameOf(request, path, route),
  };
  if (refusal || !route || route === 'wrong method') {
    const reply = refusal ?? (route ? REFUSALS.wrongMethod : REFUSALS.notFound);
    desk.invalid.add(reply.status);
    record(desk, arrived, reply, undefined);
    return answer(response, reply);
  }
  await handleCall(desk, route, arrived, response);
}

/** Clients send these with every message, whether there is a place for them or not. */
function withoutHabits({ tts, enforce_nonce: enforced, ...params }: Params): Params {
  return { ...params, ...(tts === true && { tts }), ...(enforced === true && { enforce_nonce: enforced }) };
}

interface Arrived {
  readonly route: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly read: ReadCall;
}

function nameOf(
  request: IncomingMessage,
  path: string | undefined,
  route: ReturnType<typeof findRoute>,
): string {
  return typeof route === 'object' ? route.name : `${request.method} ${path ?? request.url}`;
}

/** What is said before anybody looks at the call. */
function atTheDoor(
  desk: Desk,
  request: IncomingMessage,
  route: ReturnType<typeof findRoute>,
): Reply | undefined {
  if (desk.invalid.isShutOut) {
    return {
      status: 429,
      body: 'error code: 1015',
      headers: { 'retry-after': '600', 'content-type': 'text/plain' },
    };
  }
  const isOpen = typeof route === 'object' && route.isOpen;
  const given = request.headers.authorization;
  if (given === undefined && isOpen) return undefined;
  return given === `Bot ${desk.world.token}` ? undefined : REFUSALS.unauthorized;
}

async function handleCall(
  desk: Desk,
  route: FoundRoute,
  arrived: Arrived,
  response: ServerResponse,
): Promise<void> {
  const fault = desk.faults.take(route.name, route.path['channel']);
  const major = route.path['channel'] ?? route.path['guild'] ?? route.path['token'] ?? '';
  const counted = desk.limiter.take(route.name, major, route.isOpen);
  const refusal = (fault && refusalOf(fault)) ?? waitFor(counted);
  if (refusal) {
    desk.invalid.add(refusal.status);
    record(desk, arrived, refusal, fault);
    return answer(response, refusal);
  }
  if (fault?.kind === 'cut-before' || fault?.kind === 'hang') {
    record(desk, arrived, undefined, fault);
    if (fault.kind === 'cut-before') response.destroy();
    return;
  }
  const call = { ...arrived.read, route: route.name, path: route.path, query: arrived.query };
  const reply = await route.method(desk.world, call);
  desk.invalid.add(reply.status);
  const unknown =
    route.schema === undefined ? [] : unknownFields(route.schema, withoutHabits(arrived.read.params));
  record(
    desk,
    arrived,
    reply,
    fault,
    unknown.map((field) => `unknown field ${field} of ${route.name} was ignored`),
  );
  if (fault?.kind === 'cut-after') response.destroy();
  else answer(response, { ...reply, headers: { ...reply.headers, ...counted.headers } });
}

/** What a fault says in place of the method; nothing for faults of the line. */
function refusalOf(fault: Fault): Reply | undefined {
  switch (fault.kind) {
    case '403':
      return REFUSALS.missingAccess;
    case '404':
      return REFUSALS.unknownChannel;
    case '429':
      return tooMany(fault.retryAfter ?? 1, fault.global === true, {});
    case '500':
      return refuse(500, 0, '500: Internal Server Error');
    default:
      return undefined;
  }
}

function waitFor({ wait, headers }: Counted): Reply | undefined {
  return wait && tooMany(wait.seconds, wait.global, headers);
}

function tooMany(seconds: number, global: boolean, headers: Readonly<Record<string, string>>): Reply {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: {
      ...headers,
      'retry-after': String(Math.max(1, Math.ceil(seconds))),
      'x-ratelimit-reset-after': seconds.toFixed(3),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}

function record(
  { journal, world }: Desk,
  { route, path, query, read }: Arrived,
  reply: Reply | undefined,
  fault: Fault | undefined,
  warnings: readonly string[] = [],
): void {
  journal.add({
    kind: 'request',
    at: world.now(),
    route,
    path,
    query: Object.fromEntries(query),
    params: read.params,
    files: [...read.uploads.values()].map((upload) => upload.name),
    reply,
    fault: fault?.kind,
    via: 'http',
    warnings,
  });
}

function answerFile(desk: Desk, id: string, response: ServerResponse): void {
  const file = desk.world.files.find(id);
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const type = file.wire.content_type ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'content-length': file.bytes.length }).end(file.bytes);
}

/** An answer without a body has no type either: clients read what is announced. */
function answer(response: ServerResponse, { status, body, headers }: Reply): void {
  if (response.destroyed || response.headersSent) return;
  if (status === 204) {
    response.writeHead(204, headers).end();
    return;
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}
