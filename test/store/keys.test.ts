import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change } from '../../core/kernel/change.ts';
import { openKeys } from '../../core/store/keys.ts';
import { keysInHand } from '../../core/store/keys-in-hand.ts';
import { openStore } from '../../core/store/store.ts';
import { freshDatabase } from '../support/database.ts';
import { momentAt, movedClock } from '../support/moved-clock.ts';

const keys = openKeys(randomBytes(32));
const at = momentAt(movedClock('2026-11-23T09:00:00Z'));
const person = { id: at.newId(), wrappedKey: '' };
person.wrappedKey = keys.newWrapped(person.id, at);
const place = { table: 'reflection', row: 'one', column: 'textSealed' };

describe('what people write is sealed with a key of their own', () => {
  it('opens again, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const key = keys.of(person);
        const sealed = key.seal(text, place, randomBytes(12));
        expect(key.open(sealed, place)).toBe(Buffer.from(text, 'utf8').toString('utf8'));
      }),
    );
  });

  it('opens nowhere but in its own row and column', () => {
    const key = keys.of(person);
    const sealed = key.seal('mine', place, randomBytes(12));
    for (const other of [
      { ...place, row: 'two' },
      { ...place, column: 'other' },
      { ...place, table: 'draft' },
    ]) {
      expect(() => key.open(sealed, other)).toThrow();
    }
  });

  it('notices every changed bit', () => {
    const key = keys.of(person);
    const sealed = key.seal('mine', place, randomBytes(12));
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => key.open(`v1.${changed.toString('base64url')}`, place)).toThrow();
    }
  });

  it("does not open with another person's key, another master key, or a wrapped key that was moved", () => {
    const other = { id: at.newId(), wrappedKey: '' };
    other.wrappedKey = keys.newWrapped(other.id, at);
    const sealed = keys.of(person).seal('mine', place, randomBytes(12));
    expect(() => keys.of(other).open(sealed, place)).toThrow();
    expect(() => openKeys(randomBytes(32)).of(person)).toThrow();
    expect(() => keys.of({ id: other.id, wrappedKey: person.wrappedKey })).toThrow();
  });
});

describe('keys in hand', () => {
  const opening = () => {
    let opened = 0;
    const key = { seal: () => '', open: () => '' };
    return {
      opened: () => opened,
      unwrap() {
        opened += 1;
        return key;
      },
    };
  };

  it('are unwrapped once, and again when they are wrapped anew or were let go', () => {
    const { opened, unwrap } = opening();
    const hand = keysInHand();
    for (let times = 0; times < 3; times += 1) hand.take({ id: 'a', wrappedKey: 'one' }, unwrap);
    expect(opened()).toBe(1);
    hand.take({ id: 'a', wrappedKey: 'two' }, unwrap);
    hand.take({ id: 'a', wrappedKey: 'one' }, unwrap);
    expect(opened()).toBe(3);
    hand.drop(['a']);
    expect(hand.size()).toBe(0);
    hand.take({ id: 'a', wrappedKey: 'one' }, unwrap);
    expect(opened()).toBe(4);
  });

  it('are so many at the most: whoever was heard of longest ago goes first', () => {
    const { opened, unwrap } = opening();
    const hand = keysInHand(2);
    for (const id of ['a', 'b', 'a', 'c', 'a']) hand.take({ id, wrappedKey: 'w' }, unwrap);
    expect([opened(), hand.size()]).toEqual([3, 2]);
    hand.take({ id: 'b', wrappedKey: 'w' }, unwrap);
    expect(opened()).toBe(4);
  });

  it('hold nothing of what did not open', () => {
    const hand = keysInHand();
    const fails = () =>
      hand.take({ id: 'a', wrappedKey: '' }, () => {
        throw new Error('It does not open');
      });
    expect(fails).toThrow();
    expect(hand.size()).toBe(0);
  });

  it('of somebody are let go with their erasure', async () => {
    const database = await freshDatabase();
    const forgotten: string[] = [];
    const own = { ...keys, forget: (ids: readonly string[]) => forgotten.push(...ids) };
    const store = openStore({ url: database.url, keys: own, connections: 2 });
    const id = at.newId();
    expect(await store.commit(change({ erase: [id] }), { by: 'test' }, at)).toBe('done');
    expect(forgotten).toEqual([id]);
    await store.close();
    await database.drop();
  });
});
