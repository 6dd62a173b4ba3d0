import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const root = join(import.meta.dirname, '../..');

/** The JSON Schema of every type that this source exports. It may import what is installed here. */
export function schemaOfTypes(source: string): JsonObject {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const path = join(folder, 'entry.ts');
    writeFileSync(path, source);
    const compilerOptions = {
      module: 'nodenext',
      target: 'es2024',
      strict: true,
      skipLibCheck: true,
      types: ['node'],
    };
    const tsconfig = join(folder, 'tsconfig.json');
    writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files: ['entry.ts'] }));
    const generator = createGenerator({
      path,
      tsconfig,
      type: '*',
      skipTypeCheck: true,
      additionalProperties: false,
      expose: 'export',
    });
    return JSON.parse(JSON.stringify(generator.createSchema('*')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words say nothing to a judge: without them the committed file stays small. */
export function dropWords(node: Json): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node) && typeof node.description === 'string') delete node.description;
  for (const child of Object.values(node)) dropWords(child);
}

/** Writes a schema as it is committed. */
export function writeSchema(target: string, schema: JsonObject): void {
  writeFileSync(target, JSON.stringify(schema));
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [biome, 'format', '--write', target]);
}
