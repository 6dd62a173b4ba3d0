import type { WireFile } from './wire.ts';

interface Waiting {
  readonly file: WireFile;
  bytes: Buffer | undefined;
}

export interface SavedFile {
  readonly file: WireFile;
  /** base64 */
  readonly bytes: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ics: 'text/calendar',
  json: 'application/json',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  txt: 'text/plain',
};

/** Files that the bot sends: first announced, then brought, then shown. */
export class FileShelf {
  readonly #files = new Map<string, Waiting>();

  /** Room for a file of this many bytes. */
  announce(id: string, name: string, size: number): void {
    const mimetype = TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
    this.#files.set(id, { file: { id, name, title: name, size, mimetype }, bytes: undefined });
  }

  /** Whether these bytes are those that were announced. */
  bring(id: string, bytes: Buffer): boolean {
    const waiting = this.#files.get(id);
    if (!waiting || waiting.file.size !== bytes.length) return false;
    waiting.bytes = bytes;
    return true;
  }

  /** A file that was brought, under the title that it is shown with. */
  complete(id: string, title: string | undefined): WireFile | undefined {
    const waiting = this.#files.get(id);
    if (!waiting?.bytes) return undefined;
    return { ...waiting.file, title: title ?? waiting.file.title };
  }

  /** Whether a file of that id was brought. */
  has(id: string): boolean {
    return this.#files.get(id)?.bytes !== undefined;
  }

  read(id: string): Buffer | undefined {
    return this.#files.get(id)?.bytes;
  }

  save(): readonly SavedFile[] {
    return [...this.#files.values()].flatMap(({ file, bytes }) =>
      bytes ? [{ file, bytes: bytes.toString('base64') }] : [],
    );
  }

  restore(saved: readonly SavedFile[]): void {
    for (const { file, bytes } of saved)
      this.#files.set(file.id, { file, bytes: Buffer.from(bytes, 'base64') });
  }
}
