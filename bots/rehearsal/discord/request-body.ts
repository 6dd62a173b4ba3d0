import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import busboy from 'busboy';
import { type Params, REFUSALS, type Refused } from './wire.ts';

export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

export interface ReadCall {
  /** The object of the body; a list is under `list`. */
  readonly params: Params;
  readonly list: readonly unknown[] | undefined;
  /** By the number in `files[n]`. */
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** A request that cannot be read at all. */
export class UnreadableRequest extends Error {
  readonly refusal: Refused;

  constructor(refusal: Refused) {
    super(refusal.body.message);
    this.refusal = refusal;
  }
}

/** What the documentation allows an app to upload by default: 10 MiB a file. */
const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

/** Reads the body of a call: JSON, or a multipart form with `payload_json` and `files[n]`. Throws UnreadableRequest. */
export async function readCall(request: IncomingMessage): Promise<ReadCall> {
  return readBody(request, request.headers['content-type'] ?? '');
}

/** Reads a body that somebody answered with. Throws UnreadableRequest. */
export function readBytes(bytes: Buffer, type: string): Promise<ReadCall> {
  return readBody(Readable.from([bytes]), type);
}

async function readBody(body: Readable, type: string): Promise<ReadCall> {
  if (type.toLowerCase().startsWith('multipart/form-data')) return readMultipart(body, type);
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(Buffer.from(part));
  return { ...readJson(Buffer.concat(parts).toString('utf8')), uploads: new Map() };
}

/** The parameters of a JSON body. Throws UnreadableRequest. */
function readJson(body: string): Omit<ReadCall, 'uploads'> {
  if (body.trim() === '') return { params: {}, list: undefined };
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new UnreadableRequest(REFUSALS.invalidJson);
  }
  if (Array.isArray(value)) return { params: { list: value }, list: value };
  if (typeof value === 'object' && value !== null) return { params: { ...value }, list: undefined };
  throw new UnreadableRequest(REFUSALS.invalidJson);
}

function readMultipart(body: Readable, type: string): Promise<ReadCall> {
  const uploads = new Map<string, Upload>();
  const fields: Record<string, unknown> = {};
  let payload = '';
  return new Promise((resolve, reject) => {
    const unreadable = () => reject(new UnreadableRequest(REFUSALS.invalidJson));
    const parser = busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { fileSize: MAX_UPLOAD_BYTES, fieldSize: MAX_UPLOAD_BYTES },
    });
    parser.on('field', (name, value) => {
      if (name === 'payload_json') payload = value;
      else fields[name] = value;
    });
    parser.on('file', (part, stream, { filename, mimeType }) => {
      const number = /^files\[(\d+)\]$/.exec(part)?.[1] ?? part;
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => reject(new UnreadableRequest(REFUSALS.tooLarge)));
      stream.on('close', () =>
        uploads.set(number, { name: filename ?? part, mimeType, bytes: Buffer.concat(chunks) }),
      );
    });
    parser.on('error', unreadable);
    parser.on('close', () => {
      try {
        const { params, list } = readJson(payload);
        resolve({ params: { ...fields, ...params }, list, uploads });
      } catch (error) {
        reject(error);
      }
    });
    body.on('error', unreadable);
    body.pipe(parser);
  });
}
