import { type Fault, pathOf } from './say-fault.ts';

type Within = { keys: Set<string> | undefined; at: PropertyKey; isKeyNext: boolean };

const STRING = /"(?:[^"\\]|\\.)*"/gsu;

/**
 * Entries that stand twice in one place of a text that is JSON. Whoever reads it as JSON takes the last and says nothing of
 * the first, which may be the gate that somebody relies on.
 */
export function writtenTwice(text: string): Fault[] {
  const faults: Fault[] = [];
  const stack: Within[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place];
    const top = stack.at(-1);
    if (sign === '"') {
      STRING.lastIndex = place;
      const written = STRING.exec(text)?.[0] ?? '';
      place += Math.max(0, written.length - 1);
      if (top?.isKeyNext === true) faults.push(...taken(stack, top, String(JSON.parse(written))));
    } else if (sign === '{') stack.push({ keys: new Set(), at: '', isKeyNext: true });
    else if (sign === '[') stack.push({ keys: undefined, at: 0, isKeyNext: false });
    else if (sign === '}' || sign === ']') stack.pop();
    else if (sign === ',' && top !== undefined) {
      if (typeof top.at === 'number') top.at += 1;
      else top.isKeyNext = true;
    }
  }
  return faults;
}

function taken(stack: readonly Within[], top: Within, key: string): Fault[] {
  top.isKeyNext = false;
  top.at = key;
  const isTwice = top.keys?.has(key) === true;
  top.keys?.add(key);
  if (!isTwice) return [];
  return [
    { path: pathOf(stack.map(({ at }) => at)), says: 'This entry stands twice here. Keep one of the two.' },
  ];
}
