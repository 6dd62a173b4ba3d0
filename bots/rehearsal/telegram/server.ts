import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Fault, Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import { type Performed, perform } from './perform.ts';
import { type ReadCall, readCall, readJson, UnreadableRequest } from './request-body.ts';
import { type Reply, refuseAs, tooMany } from './wire.ts';
import type { World } from './world.ts';

export interface Desk {
  readonly token: string;
  readonly world: World;
  readonly journal: Journal;
  readonly faults: Faults;
}

/** Opens the server on loopback; port 0 takes a free one. Rejects if the port is taken. */
export function listen(desk: Desk, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    handle(desk, request, response).catch((error: unknown) => {
      answer(
        response,
        refuseAs(500, `Internal Server Error: ${error instanceof Error ? error.message : error}`),
      );
    });
  });
  // A bot that polls keeps its connection; the real server does not close it after five seconds either.
  server.keepAliveTimeout = 60_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port'));
      else resolve({ server, port: address.port });
    });
  });
}

async function handle(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const [, folder, token, rest] =
    /^(\/file)?\/bot([^/]+)\/(.+)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  if (token === undefined || rest === undefined) return answer(response, refuseAs(404, 'Not Found'));
  if (token !== desk.token) return answer(response, refuseAs(401, 'Unauthorized'));
  if (folder !== undefined) return answerFile(desk, rest, response);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  try {
    await handleCall(desk, rest, await readCall(request, url.searchParams), response, gone.signal);
  } catch (error) {
    if (!(error instanceof UnreadableRequest)) throw error;
    answer(response, refuseAs(error.code, error.message));
    request.resume();
  }
}

async function handleCall(
  desk: Desk,
  method: string,
  read: ReadCall,
  response: ServerResponse,
  gone: AbortSignal,
) {
  const fault = desk.faults.take(method, read.params['chat_id']);
  const refusal = fault && refusalOf(fault);
  if (refusal) {
    record(desk, method, read, { reply: refusal, warnings: [] }, fault, 'http');
    return answer(response, refusal);
  }
  if (fault?.kind === 'cut-before' || fault?.kind === 'hang') {
    record(desk, method, read, undefined, fault, 'http');
    if (fault.kind === 'cut-before') response.destroy();
    return;
  }
  const performed = await perform(desk.world, method, read, gone);
  record(desk, method, read, performed, fault, 'http');
  if (fault?.kind === 'cut-after') response.destroy();
  else answer(response, performed.reply);
}

/** What a fault says in place of the method; nothing for faults of the line. */
function refusalOf(fault: Fault): Reply | undefined {
  switch (fault.kind) {
    case '400':
      return refuseAs(400, 'Bad Request: chat not found');
    case '403':
      return refuseAs(403, 'Forbidden: bot was blocked by the user');
    case '429':
      return tooMany(fault.retryAfter ?? 1);
    case '500':
      return refuseAs(500, 'Internal Server Error');
    default:
      return undefined;
  }
}

/** A method that the bot put into its answer to a webhook; what comes of it is only written down. */
export async function handleWebhookReply(desk: Desk, body: string): Promise<void> {
  if (!body.trim().startsWith('{')) return;
  let params: ReadCall['params'];
  try {
    params = readJson(body);
  } catch {
    return;
  }
  const { method, ...rest } = params;
  if (typeof method !== 'string' || /^get/i.test(method)) return;
  const read: ReadCall = { params: rest, uploads: new Map() };
  const performed = await perform(desk.world, method, read, new AbortController().signal);
  record(desk, method, read, performed, undefined, 'webhook-reply');
}

function record(
  { journal, world }: Desk,
  method: string,
  { params, uploads }: ReadCall,
  performed: Performed | undefined,
  fault: Fault | undefined,
  via: 'http' | 'webhook-reply',
): void {
  const { reply, warnings = [] } = performed ?? {};
  const files = [...uploads.values()].map((upload) => upload.name);
  const at = world.now();
  journal.add({ kind: 'request', at, method, params, files, reply, warnings, fault: fault?.kind, via });
  if (method.toLowerCase() !== 'getupdates' || !reply?.ok || !Array.isArray(reply.result)) return;
  const updateIds = reply.result.map((update) => update.update_id);
  if (updateIds.length > 0) journal.add({ kind: 'delivery', at, updateIds, via: 'polling' });
}

function answerFile(desk: Desk, path: string, response: ServerResponse): void {
  const bytes = desk.world.files.read(path);
  if (!bytes) {
    answer(response, refuseAs(404, 'Not Found'));
    return;
  }
  response
    .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length })
    .end(bytes);
}

function answer(response: ServerResponse, reply: Reply): void {
  if (response.destroyed || response.headersSent) return;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (!reply.ok && reply.parameters) headers['retry-after'] = String(reply.parameters.retry_after);
  response.writeHead(reply.ok ? 200 : reply.error_code, headers).end(JSON.stringify(reply));
}
