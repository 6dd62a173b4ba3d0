import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKeys } from '../../core/store/keys.ts';
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
