import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { z } from 'zod';
import type { Fields } from './wire.ts';

export interface ReadBody {
  readonly params: Fields;
  readonly token: string | undefined;
}

/** A body that Slack cannot read; `message` is its word for that. */
export class UnreadableBody extends Error {}

const LARGEST_BODY = 20_000_000;

const jsonObject = z.record(z.string(), z.unknown());

/** All bytes of a request. Throws `UnreadableBody` if they are too many. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_BODY) throw new UnreadableBody('request_too_large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The arguments of a call, from a form, from JSON or from the address. Throws `UnreadableBody`. */
export async function readCall(request: IncomingMessage, query: URLSearchParams): Promise<ReadBody> {
  const type = request.headers['content-type'] ?? '';
  const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (type.startsWith('application/json')) {
    // With JSON the token is taken from the header alone.
    return { params: readJson((await readBytes(request)).toString()), token: header };
  }
  const params: Record<string, string> = Object.fromEntries(query);
  if (type.startsWith('multipart/form-data')) Object.assign(params, (await readForm(request)).fields);
  else Object.assign(params, Object.fromEntries(new URLSearchParams((await readBytes(request)).toString())));
  return { params, token: header ?? params['token'] };
}

/** An object in JSON. Throws `UnreadableBody`. */
export function readJson(text: string): Fields {
  let value: unknown;
  try {
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw new UnreadableBody('invalid_json');
  }
  const read = jsonObject.safeParse(value);
  if (!read.success) throw new UnreadableBody('json_not_object');
  return read.data;
}

/** A form in parts, and the bytes of the first file in it. */
export function readForm(
  request: IncomingMessage,
): Promise<{ fields: Record<string, string>; file: Buffer | undefined }> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    const chunks: Buffer[] = [];
    let hasFile = false;
    const parser = busboy({ headers: request.headers });
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('file', (_name, stream) => {
      hasFile = true;
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    });
    parser.on('close', () => resolve({ fields, file: hasFile ? Buffer.concat(chunks) : undefined }));
    parser.on('error', () => reject(new UnreadableBody('invalid_form_data')));
    request.pipe(parser);
  });
}
