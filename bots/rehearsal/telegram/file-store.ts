import { createHash } from 'node:crypto';
import type { Upload } from './request-body.ts';
import type { WireFile } from './wire.ts';

interface StoredFile {
  readonly wire: WireFile;
  readonly path: string;
  readonly bytes: Buffer;
}

export interface SavedFile {
  readonly wire: WireFile;
  readonly path: string;
  readonly base64: string;
}

/** Files that bots and people sent, by the names that Telegram gives them. */
export class FileStore {
  readonly #files = new Map<string, StoredFile>();
  #count = 0;

  /** Keeps a file under a new id; `folder` is the kind, as in the addresses of the real server. */
  add(folder: string, upload: Upload, extra: Partial<WireFile> = {}): WireFile {
    this.#count += 1;
    const id = createHash('sha256').update(`${this.#count}:${folder}`).digest('base64url');
    const wire: WireFile = {
      file_id: `BQACAgQ${id}`,
      file_unique_id: `AgAD${id.slice(0, 10)}`,
      file_size: upload.bytes.length,
      ...extra,
    };
    const ending = /\.[A-Za-z0-9]+$/.exec(upload.name)?.[0] ?? '';
    this.#files.set(wire.file_id, {
      wire,
      bytes: upload.bytes,
      path: `${folder}/file_${this.#count}${ending}`,
    });
    return wire;
  }

  /** All files, to be taken up again by `restore`. */
  save(): SavedFile[] {
    return [...this.#files.values()].map(({ wire, path, bytes }) => ({
      wire,
      path,
      base64: bytes.toString('base64'),
    }));
  }

  restore(files: readonly SavedFile[]): void {
    for (const { wire, path, base64 } of files) {
      this.#files.set(wire.file_id, { wire, path, bytes: Buffer.from(base64, 'base64') });
    }
    this.#count = files.length;
  }

  find(id: string): StoredFile | undefined {
    return this.#files.get(id);
  }

  /** The content behind an address that getFile gave. */
  read(path: string): Buffer | undefined {
    return [...this.#files.values()].find((file) => file.path === path)?.bytes;
  }
}
