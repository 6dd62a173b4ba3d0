import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readCatalogue } from './catalogue.ts';
import { parseCatalogue, type Signature, signaturesOf } from './signatures.ts';

const target = new URL('./ids.generated.ts', import.meta.url);

/** What ids.generated.ts has to hold for the Fluent files as they are now. */
export function generated(): string {
  const signatures = [...signaturesOf(parseCatalogue(readCatalogue('en')))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const lines = signatures.map(([id, signature]) => `  '${id}': {${shapeOf(signature)}},`);
  return [
    '// Made by "npm run texts" from the Fluent files in en/. Not to be changed by hand.',
    '/** Every text and the kind of each value it takes. */',
    'export const textShapes = {',
    ...lines,
    '} as const;',
    '',
  ].join('\n');
}

/** What it holds. */
export function committed(): string {
  return readFileSync(target, 'utf8');
}

function shapeOf(signature: Signature): string {
  const fields = [...signature]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kind]) => `'${name}': '${kind}'`);
  return fields.length === 0 ? '' : ` ${fields.join(', ')} `;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(target, generated());
}
