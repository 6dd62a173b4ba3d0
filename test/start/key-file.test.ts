import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeyRefused, masterKey, sameKey } from '../../run/key-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beenthere-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the master key', () => {
  it('is made once for an empty database, for its owner alone', () => {
    const file = join(folder, 'deep', 'the.key');
    const made = masterKey(file, true);
    expect(made).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(masterKey(file, false)).toEqual(made);
  });

  it('is never made for a database that is in use: the start stops with a sentence', () => {
    const file = join(folder, 'the.key');
    expect(() => masterKey(file, false)).toThrow(KeyRefused);
    expect(() => masterKey(file, false)).toThrow(/BEENTHERE_KEY_FILE/);
    expect(() => statSync(file)).toThrow();
  });

  it('is not taken when damaged, and the file is left as it is', () => {
    const file = join(folder, 'the.key');
    writeFileSync(file, 'half a k');
    expect(() => masterKey(file, false)).toThrow(/damaged/);
    expect(readFileSync(file, 'utf8')).toBe('half a k');
  });

  it('must be the one the database was made with', () => {
    expect(() => sameKey('one', 'two', '/the.key')).toThrow(/\/the\.key.*BEENTHERE_KEY_FILE/);
    expect(() => sameKey('one', 'one', '/the.key')).not.toThrow();
    expect(() => sameKey(undefined, 'one', '/the.key')).not.toThrow();
  });
});
