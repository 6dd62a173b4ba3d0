import { Transform, type TransformCallback } from 'node:stream';
import type { Keys } from './keys.ts';

/** Bytes of plain text in one sealed piece. */
const PIECE = 256 * 1024;
const LENGTH_BYTES = 4;

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
    // The top bit marks the last piece.
    length.writeUInt32BE(isLast ? sealed.length + 0x8000_0000 : sealed.length);
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
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      kept = Buffer.concat([kept, chunk]);
      try {
        while (kept.length >= LENGTH_BYTES) {
          const marked = kept.readUInt32BE();
          const isLast = marked >= 0x8000_0000;
          const length = isLast ? marked - 0x8000_0000 : marked;
          if (kept.length < LENGTH_BYTES + length) break;
          if (ended) throw new Error('more after the end');
          const sealed = kept.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
          this.push(keys.open(sealed, placeOf(id, number, isLast)));
          kept = kept.subarray(LENGTH_BYTES + length);
          number += 1;
          ended = isLast;
        }
        done();
      } catch (cause) {
        done(
          new SealBroken('This backup was changed or damaged after it was made. Use another copy of it.', {
            cause,
          }),
        );
      }
    },
    flush(done) {
      if (ended && kept.length === 0) done();
      else
        done(new SealBroken('This backup is not complete: the file was cut short. Use another copy of it.'));
    },
  });
}

function placeOf(id: string, number: number, isLast: boolean) {
  return { table: 'backup', row: id, column: `${number}${isLast ? ' last' : ''}` } as const;
}
