import type { Upload } from './request-body.ts';
import type { Snowflakes } from './snowflakes.ts';
import type { WireAttachment } from './wire.ts';

interface StoredFile {
  readonly wire: WireAttachment;
  readonly bytes: Buffer;
}

export interface SavedFile {
  readonly wire: WireAttachment;
  readonly base64: string;
}

/** Files that bots and people sent. */
export class FileStore {
  readonly #files = new Map<string, StoredFile>();
  readonly #ids: Snowflakes;
  readonly #address: () => string;

  constructor(ids: Snowflakes, address: () => string) {
    this.#ids = ids;
    this.#address = address;
  }

  add(channelId: string, upload: Upload, description?: string): WireAttachment {
    const id = this.#ids.next();
    const url = `${this.#address()}/attachments/${channelId}/${id}/${encodeURIComponent(upload.name)}`;
    const wire: WireAttachment = {
      id,
      filename: upload.name,
      size: upload.bytes.length,
      url,
      proxy_url: url,
      content_type: upload.mimeType,
      ...(description !== undefined && { description }),
    };
    this.#files.set(id, { wire, bytes: upload.bytes });
    return wire;
  }

  find(id: string): StoredFile | undefined {
    return this.#files.get(id);
  }

  /** All files, to be taken up again by `restore`. */
  save(): SavedFile[] {
    return [...this.#files.values()].map(({ wire, bytes }) => ({ wire, base64: bytes.toString('base64') }));
  }

  restore(files: readonly SavedFile[]): void {
    for (const { wire, base64 } of files) {
      this.#files.set(wire.id, { wire, bytes: Buffer.from(base64, 'base64') });
    }
  }
}
