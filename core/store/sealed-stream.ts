import { Transform, type TransformCallback } from 'node:stream';
import type { Keys } from './keys.ts';

/** Bytes of plain text in one sealed piece. */
const PIECE = 256 * 1024;
/** What sealing adds: a nonce and a tag. */
const MOST_SEALED = PIECE + 64;
const LENGTH_BYTES = 4;
/** The top bit of a length marks the last piece. */
const LAST = 0x8000_0000;

/** The file was changed, cut short or made under another key. */
export class SealBroken extends Error {
  override name = 'BackupRefused';
}

/**
 * Seals a stream in numbered pieces, the last one marked as the last: a piece that is changed, moved, repeated or missing
 * is noticed when it is opened. `id` names this stream, so that pieces of two cannot be mixed.
 */
export function sealing(keys: Keys, id: string, random: (bytes: number) => Uint8Array): Transform {
  let kept = Buffer.alloc(0);
  let number = 0;
  const seal = (plain: Buffer, isLast: boolean): Buffer => {
    const sealed = keys.seal(plain, placeOf(id, number, isLast), random(12));
    number += 1;
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(isLast ? sealed.length + LAST : sealed.length);
    return Buffer.concat([length, sealed]);
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      kept = Buffer.concat([kept, chunk]);
      while (kept.length > PIECE) {
        this.push(seal(kept.subarray(0, PIECE), false));
        kept = kept.subarray(PIECE);
      }
      done();
    },
    flush(done) {
      this.push(seal(kept, true));
      done();
    },
  });
}

/** Opens what `sealing` made. @throws SealBroken (on the stream) when it is not whole and unchanged. */
export function opening(keys: Keys, id: string): Transform {
  let kept = Buffer.alloc(0);
  let number = 0;
  let ended = false;
  /** The next whole piece, opened; undefined when more bytes are needed. */
  const take = (): Uint8Array | undefined => {
    if (ended && kept.length > 0) throw new Error('more after the end');
    if (kept.length < LENGTH_BYTES) return undefined;
    const marked = kept.readUInt32BE();
    const isLast = marked >= LAST;
    const length = isLast ? marked - LAST : marked;
    if (length > MOST_SEALED) throw new Error('no piece is that long');
    if (kept.length < LENGTH_BYTES + length) return undefined;
    const plain = keys.open(kept.subarray(LENGTH_BYTES, LENGTH_BYTES + length), placeOf(id, number, isLast));
    kept = kept.subarray(LENGTH_BYTES + length);
    number += 1;
    ended = isLast;
    return plain;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      kept = Buffer.concat([kept, chunk]);
      try {
        for (let plain = take(); plain !== undefined; plain = take()) this.push(plain);
        done();
      } catch (cause) {
        done(new SealBroken(CHANGED, { cause }));
      }
    },
    flush(done) {
      if (ended && kept.length === 0) done();
      else done(new SealBroken(CUT_SHORT));
    },
  });
}

const CHANGED = 'This backup was changed or damaged after it was made. Use another copy of it.';
const CUT_SHORT = 'This backup is not complete: the file was cut short. Use another copy of it.';

function placeOf(id: string, number: number, isLast: boolean) {
  return { table: 'backup', row: id, column: `${number}${isLast ? ' last' : ''}` } as const;
}
