import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import type { Moment } from '../moment.ts';
import { keysInHand } from './keys-in-hand.ts';

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
  /** A new key, wrapped. It names the master key it is wrapped with. */
  newWrapped(personId: string, at: Moment): string;
  /** The same key wrapped with this master key; undefined when it is already. */
  rewrapped(person: Wrapped, at: Moment): string | undefined;
  of(person: Wrapped): PersonKey;
  /** Lets go of the keys that are in hand of whoever is erased. */
  forget(personIds: readonly string[]): void;
  /** For the whole install rather than one person, such as a backup. */
  seal(text: Uint8Array, place: Place, nonce: Uint8Array): Uint8Array;
  open(sealed: Uint8Array, place: Place): Uint8Array;
  /** Fingerprints of what is typed at the desk: worth nothing without the master key. */
  desk(text: string): string;
  /** What the links of the audit are made with. */
  readonly chain: ChainKey;
};

type Wrapped = { readonly id: string; readonly wrappedKey: string };

/** Makes the links of the audit. `id` is the fingerprint of the master key it comes from. */
export type ChainKey = {
  readonly id: string;
  /** A link for what stands in the text: nobody without the key can make it. */
  link(text: string): string;
  /** This key sealed with another master key, for when its own is replaced. */
  sealedWith(keys: Keys, nonce: Uint8Array): string;
};

const VERSION = 'v1';
/** Wrapped keys that name their master key: v2.<name>.<sealed>. Those of v1 do not. */
const WRAPPED = 'v2';
const NAME_LENGTH = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * @param master 32 bytes; all that is new is sealed and wrapped with it
 * @param replaced master keys it takes over from: they still open what is wrapped with them
 */
export function openKeys(master: Uint8Array, ...replaced: readonly Uint8Array[]): Keys {
  if ([master, ...replaced].some((each) => each.length !== 32))
    throw new Error('The master key must be 32 bytes long');
  const whole = asKey(derive(master, 'install'));
  const desk = asKey(derive(master, 'desk'));
  const inRing = (each: Uint8Array) => ({
    name: fingerprintOf(each).slice(0, NAME_LENGTH),
    wrapping: asKey(derive(each, 'wrap people')),
  });
  const own = inRing(master);
  const ring = [own, ...replaced.map(inRing)];
  const wrap = (key: Uint8Array, id: string, at: Moment): string =>
    `${WRAPPED}.${own.name}.${encoded(sealBytes(own.wrapping, key, wrapPlace(id), at.random(NONCE_BYTES)))}`;
  const unwrap = ({ id, wrappedKey }: Wrapped): Uint8Array => {
    const [version, name, sealed] = wrappedKey.split('.');
    if (version === VERSION) {
      const wrappings = ring.map((each) => each.wrapping);
      return firstThatOpens(wrappings, unversioned(wrappedKey), wrapPlace(id));
    }
    if (version !== WRAPPED || sealed === undefined) throw new Error(UNKNOWN);
    const used = ring.find((each) => each.name === name);
    if (used === undefined) throw new Error(`This is wrapped with a master key that is not here: ${name}…`);
    return openBytes(used.wrapping, Buffer.from(sealed, 'base64url'), wrapPlace(id));
  };
  const inHand = keysInHand<PersonKey>();
  return {
    fingerprint: fingerprintOf(master),
    newWrapped: (personId, at) => wrap(at.random(32), personId, at),
    rewrapped: (person, at) =>
      person.wrappedKey.startsWith(`${WRAPPED}.${own.name}.`)
        ? undefined
        : wrap(unwrap(person), person.id, at),
    of: (person) => inHand.take(person, () => personKeyFrom(asKey(unwrap(person)))),
    forget: inHand.drop,
    seal: (text, place, nonce) => sealBytes(whole, text, place, nonce),
    open: (sealed, place) => openBytes(whole, sealed, place),
    desk: (text) => createHmac('sha256', desk).update(text).digest('base64url'),
    chain: chainKeyFrom(fingerprintOf(master), derive(master, 'audit')),
  };
}

function personKeyFrom(key: KeyObject): PersonKey {
  return {
    seal: (text, place, nonce) =>
      `${VERSION}.${encoded(sealBytes(key, Buffer.from(text, 'utf8'), place, nonce))}`,
    open: (sealed, place) => Buffer.from(openBytes(key, unversioned(sealed), place)).toString('utf8'),
  };
}

/** The chain key of a master key that was replaced. @throws when it was changed, or sealed with another master key. */
export function openChainKey(keys: Keys, id: string, sealed: string): ChainKey {
  return chainKeyFrom(id, keys.open(unversioned(sealed), chainPlace(id)));
}

function chainKeyFrom(id: string, key: Uint8Array): ChainKey {
  const linking = asKey(key);
  return {
    id,
    link: (text) => createHmac('sha256', linking).update(text).digest('base64url'),
    sealedWith: (keys, nonce) => `${VERSION}.${encoded(keys.seal(key, chainPlace(id), nonce))}`,
  };
}

function chainPlace(id: string): Place {
  return { table: 'audit_key', row: id, column: 'sealed' };
}

function wrapPlace(personId: string): Place {
  return { table: 'person', row: personId, column: 'wrappedKey' };
}

function fingerprintOf(master: Uint8Array): string {
  return createHash('sha256').update(derive(master, 'fingerprint')).digest('base64url').slice(0, 22);
}

/** The part of a wrapped key that says which master key it is wrapped with. */
export function wrappedWith(fingerprint: string): string {
  return `${WRAPPED}.${fingerprint.slice(0, NAME_LENGTH)}.`;
}

function firstThatOpens(ring: readonly KeyObject[], sealed: Uint8Array, place: Place): Uint8Array {
  const [key, ...others] = ring;
  if (key === undefined) throw new Error('No master key that is here opens this');
  try {
    return openBytes(key, sealed, place);
  } catch {
    return firstThatOpens(others, sealed, place);
  }
}

/** Node makes the same of bytes each time they are used, at several times the cost of sealing a page with it. */
function asKey(bytes: Uint8Array): KeyObject {
  return createSecretKey(bytes);
}

function derive(master: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), `beenthere ${purpose} ${VERSION}`, 32));
}

const UNKNOWN = 'This was sealed by a version that is not known here';

function unversioned(sealed: string): Uint8Array {
  if (!sealed.startsWith(`${VERSION}.`)) throw new Error(UNKNOWN);
  return Buffer.from(sealed.slice(VERSION.length + 1), 'base64url');
}

function encoded(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

function sealBytes(key: KeyObject, text: Uint8Array, place: Place, nonce: Uint8Array): Uint8Array {
  if (nonce.length !== NONCE_BYTES) throw new Error('A nonce has 12 bytes');
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo(place));
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function openBytes(key: KeyObject, sealed: Uint8Array, place: Place): Uint8Array {
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
