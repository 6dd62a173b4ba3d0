import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import type { Params } from './wire.ts';

export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

export interface ReadCall {
  readonly params: Params;
  /** By the name of the part that brought them. */
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** A request that cannot be read at all; the message is in Telegram's words. */
export class UnreadableRequest extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** What the documentation allows a bot to upload: 50 MB. */
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

/** Reads the parameters of a call wherever a bot may put them: the address, a form, JSON or a multipart upload. */
export async function readCall(request: IncomingMessage, query: URLSearchParams): Promise<ReadCall> {
  const type = (request.headers['content-type'] ?? '').toLowerCase();
  const inAddress = Object.fromEntries(query);
  if (type.startsWith('multipart/form-data')) {
    const { params, uploads } = await readMultipart(request);
    return { params: { ...inAddress, ...params, ...namedAfterParts(params, uploads) }, uploads };
  }
  const body = await readAll(request);
  const inBody = type.startsWith('application/json')
    ? readJson(body)
    : Object.fromEntries(new URLSearchParams(body));
  return { params: { ...inAddress, ...inBody }, uploads: new Map() };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** The parameters of a JSON body. Throws UnreadableRequest. */
export function readJson(body: string): Params {
  if (body.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below, in the same words as for what is JSON but not an object.
  }
  throw new UnreadableRequest(400, "Bad Request: can't parse request JSON object");
}

function readMultipart(request: IncomingMessage): Promise<ReadCall> {
  const params: Record<string, unknown> = {};
  const uploads = new Map<string, Upload>();
  return new Promise((resolve, reject) => {
    const unreadable = () =>
      reject(new UnreadableRequest(400, "Bad Request: can't parse multipart form data"));
    const parser = busboy({
      headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
      defParamCharset: 'utf8',
      limits: { fileSize: MAX_UPLOAD_BYTES },
    });
    parser.on('field', (name, value) => {
      params[name] = value;
    });
    parser.on('file', (part, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => reject(new UnreadableRequest(413, 'Request Entity Too Large')));
      stream.on('close', () =>
        uploads.set(part, { name: filename ?? part, mimeType, bytes: Buffer.concat(chunks) }),
      );
    });
    parser.on('error', unreadable);
    parser.on('close', () => resolve({ params, uploads }));
    request.on('error', unreadable);
    request.pipe(parser);
  });
}

/** A part that carries the name of a parameter is the value of that parameter. */
function namedAfterParts(params: Params, uploads: ReadonlyMap<string, Upload>): Params {
  const direct = [...uploads.keys()].filter((name) => params[name] === undefined);
  const referred = new Set(Object.values(params).map(String));
  const free = direct.filter((name) => !referred.has(`attach://${name}`));
  return Object.fromEntries(free.map((name) => [name, `attach://${name}`]));
}
