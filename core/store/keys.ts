import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import type { Moment } from '../moment.ts';

/** Where a sealed text belongs. It opens nowhere else, so a row cannot be passed off as another. */
export type Place = { readonly table: string; readonly row: string; readonly column: string };

export type PersonKey = {
  /** Seals text for one place. `nonce` is 12 unpredictable bytes, never used twice. */
  seal(text: string, place: Place, nonce: Uint8Array): string;
  /** @throws when the text was changed, moved to another place or sealed with another key. */
  open(sealed: string, place: Place): string;
};

/** Opens and makes the keys of people. A person's key is stored wrapped; without the master key it opens nothing. */
export type Keys = {
  /** Names the master key without giving anything of it away. */
  readonly fingerprint: string;
  newWrapped(personId: string, at: Moment): string;
  of(person: { readonly id: string; readonly wrappedKey: string }): PersonKey;
  /** For the whole install rather than one person, such as a backup. */
  seal(text: Uint8Array, place: Place, nonce: Uint8Array): Uint8Array;
  open(sealed: Uint8Array, place: Place): Uint8Array;
};

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function openKeys(master: Uint8Array): Keys {
  if (master.length !== 32) throw new Error('The master key must be 32 bytes long');
  const wrapping = derive(master, 'wrap people');
  const whole = derive(master, 'install');
  return {
    fingerprint: createHash('sha256').update(derive(master, 'fingerprint')).digest('base64url').slice(0, 22),
    newWrapped(personId, at) {
      const wrapped = sealBytes(wrapping, at.random(32), wrapPlace(personId), at.random(NONCE_BYTES));
      return `${VERSION}.${Buffer.from(wrapped).toString('base64url')}`;
    },
    of(person) {
      const own = openBytes(wrapping, unversioned(person.wrappedKey), wrapPlace(person.id));
      return {
        seal: (text, place, nonce) =>
          `${VERSION}.${Buffer.from(sealBytes(own, Buffer.from(text, 'utf8'), place, nonce)).toString('base64url')}`,
        open: (sealed, place) => Buffer.from(openBytes(own, unversioned(sealed), place)).toString('utf8'),
      };
    },
    seal: (text, place, nonce) => sealBytes(whole, text, place, nonce),
    open: (sealed, place) => openBytes(whole, sealed, place),
  };
}

function wrapPlace(personId: string): Place {
  return { table: 'person', row: personId, column: 'wrappedKey' };
}

function derive(master: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), `beenthere ${purpose} ${VERSION}`, 32));
}

function unversioned(sealed: string): Uint8Array {
  if (!sealed.startsWith(`${VERSION}.`))
    throw new Error('This was sealed by a version that is not known here');
  return Buffer.from(sealed.slice(VERSION.length + 1), 'base64url');
}

function sealBytes(key: Uint8Array, text: Uint8Array, place: Place, nonce: Uint8Array): Uint8Array {
  if (nonce.length !== NONCE_BYTES) throw new Error('A nonce has 12 bytes');
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo(place));
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function openBytes(key: Uint8Array, sealed: Uint8Array, place: Place): Uint8Array {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(tag);
  return Buffer.concat([
    decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)),
    decipher.final(),
  ]);
}

// Lengths are written too, so that no two places can read alike.
function boundTo({ table, row, column }: Place): Uint8Array {
  return Buffer.from(JSON.stringify([VERSION, table, row, column]), 'utf8');
}
