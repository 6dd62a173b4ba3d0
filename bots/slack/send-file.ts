import type { webApi } from '@slack/bolt';
import type { Shown } from '../../core/index.ts';
import { NotAnswered } from './understood.ts';

export type FileOut = NonNullable<Shown['file']>;

/** A file that Slack has, and nobody sees yet. */
export type Brought = { readonly id: string; readonly title: string };

/** Brings a file to Slack. @throws NotAnswered, and what the SDK throws. */
export async function bringFile(
  client: webApi.WebClient,
  { name, bytes }: FileOut,
  withinMs: number,
): Promise<Brought> {
  const { upload_url, file_id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.byteLength,
  });
  if (upload_url === undefined || file_id === undefined)
    throw new NotAnswered({ is: 'later', why: 'slack-no-upload' });
  const response = await posted(upload_url, bytes, withinMs);
  if (!response.ok) throw new NotAnswered({ is: 'later', why: `slack-upload-${response.status}` });
  return { id: file_id, title: name };
}

/** Shows a file that was brought. @throws what the SDK throws. */
export async function showFile(
  client: webApi.WebClient,
  { id, title }: Brought,
  channel: string,
): Promise<void> {
  await client.files.completeUploadExternal({ files: [{ id, title }], channel_id: channel });
}

async function posted(url: string, bytes: Uint8Array, withinMs: number): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes),
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    });
  } catch {
    throw new NotAnswered({ is: 'later', why: 'no-connection' });
  }
}
