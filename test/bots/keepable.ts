import { expect } from 'vitest';
import type { Incoming } from '../../core/index.ts';
import { Incoming as Taken } from '../../core/index.ts';
import { TEXTS } from '../faults/fuzz.ts';

type Path = readonly (string | number)[];

/** The same with each of its parts in turn, at any depth, replaced by characters that programs stumble over. */
export function shakenEverywhere<T>(whole: T): { readonly at: string; readonly shaken: T }[] {
  return pathsIn(whole, []).flatMap((path) =>
    TEXTS.map((text) => {
      const shaken = structuredClone({ whole });
      let part: unknown = shaken;
      const [last = 'whole', ...before] = ['whole', ...path].toReversed();
      for (const key of before.toReversed()) part = Reflect.get(Object(part), key);
      Reflect.set(Object(part), last, text);
      return { at: `${path.join('.')}: ${JSON.stringify(text.slice(0, 20))}`, shaken: shaken.whole };
    }),
  );
}

function pathsIn(part: unknown, path: Path): Path[] {
  if (typeof part !== 'object' || part === null) return [path];
  const inner = Object.entries(part).flatMap(([key, value]) => pathsIn(value, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

/** Says so unless the core takes it and PostgreSQL can keep every word of it: no NUL, and no half of a character. */
export function expectKeepable(incoming: Incoming): void {
  const bad: string[] = [];
  JSON.stringify(Taken.parse(incoming), (key, value: unknown) => {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      bad.push(`${key}: ${value}`);
    return value;
  });
  expect(bad).toEqual([]);
}
