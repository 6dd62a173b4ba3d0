import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Faults } from './faults.ts';
import type { InFlight } from './in-flight.ts';
import type { Journal } from './journal.ts';
import { perform, withoutToken } from './perform.ts';
import { type ReadBody, readBytes, readCall, readForm, readJson, UnreadableBody } from './request-body.ts';
import { respondTo } from './respond.ts';
import { type Fields, type Reply, refuse, tooMany } from './wire.ts';
import type { World } from './world.ts';

export interface Desk {
  readonly world: World;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly inFlight: InFlight;
}

/** Opens the server on loopback; port 0 takes a free one. Rejects if the port is taken. */
export function listen(desk: Desk, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    desk.inFlight.begin();
    response.on('close', () => desk.inFlight.end());
    handle(desk, request, response).catch((error: unknown) => {
      if (error instanceof UnreadableBody) {
        answer(desk, response, refuse(error.message));
        request.resume();
        return;
      }
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      desk.journal.add({ kind: 'warning', at: desk.world.now(), words: `The stand-in failed: ${words}` });
      answer(desk, response, { ...refuse('fatal_error'), status: 500 });
    });
  });
  server.on('upgrade', (request, socket, head) => desk.world.sockets.upgrade(request, socket, head));
  server.keepAliveTimeout = 60_000;
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
  const [, door, rest = ''] = /^\/(api|actions|upload\/v1)\/([\w./-]+)$/.exec(url.pathname) ?? [];
  switch (door) {
    case 'api': {
      const read = await readCall(request, url.searchParams);
      return handleCall(desk, rest, read, response);
    }
    case 'actions': {
      const params = readJson((await readBytes(request)).toString());
      return meet(desk, 'response_url', params, response, () => respondTo(desk.world, rest, params));
    }
    case 'upload/v1':
      return handleUpload(desk, rest, request, response);
    default:
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
  }
}

function handleCall(desk: Desk, method: string, read: ReadBody, response: ServerResponse): void {
  meet(desk, method, read.params, response, () => perform(desk.world, method, read));
}

/** Carries something out, unless a fault is met first, and writes it down. */
function meet(desk: Desk, method: string, params: Fields, response: ServerResponse, run: () => Reply): void {
  const fault = desk.faults.take(method, channelOf(params));
  const refusal = fault && refusalOf(fault);
  const isNeverDone = fault?.kind === 'cut-before' || fault?.kind === 'hang';
  const reply = refusal ?? (isNeverDone ? undefined : run());
  desk.journal.add({
    kind: 'request',
    at: desk.world.now(),
    method,
    params: withoutToken(params),
    reply,
    fault: fault?.kind,
  });
  if (fault?.kind === 'hang') desk.inFlight.hang(response);
  else if (fault?.kind === 'cut-before' || fault?.kind === 'cut-after') response.destroy();
  else if (reply) answer(desk, response, reply);
}

function channelOf(params: Fields): unknown {
  return params['channel'] ?? params['channel_id'] ?? params['user_id'] ?? params['users'];
}

/** What a fault says in place of the method; nothing for faults of the line. */
function refusalOf(fault: Fault): Reply | undefined {
  switch (fault.kind) {
    case '429':
      return tooMany(fault.retryAfter ?? 1);
    case '500':
      return { ...refuse('internal_error'), status: 500 };
    case 'error':
      return refuse(fault.error ?? 'fatal_error');
    default:
      return undefined;
  }
}

/** The bytes of a file that was announced: as they are, or in a form. */
async function handleUpload(
  desk: Desk,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isForm = request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
  const bytes = isForm ? (await readForm(request)).file : await readBytes(request);
  const isGood = bytes !== undefined && desk.world.files.bring(id, bytes);
  response
    .writeHead(isGood ? 200 : 400, { 'content-type': 'text/plain' })
    .end(isGood ? `OK - ${bytes.length}` : 'the file is not the one that was announced');
}

function answer(desk: Desk, response: ServerResponse, reply: Reply): void {
  if (response.destroyed || response.headersSent) return;
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': desk.world.app.scopes.join(','),
  };
  if (reply.retryAfter !== undefined) headers['retry-after'] = String(reply.retryAfter);
  response.writeHead(reply.status ?? 200, headers).end(JSON.stringify(reply.body));
}
