// Prisma's schema engine as WebAssembly: the same code as the native program, with its connections given from outside.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));

/** The engine reports a panic here before it traps. */
const panics = {
  message: '',
  get() {
    return this.message;
  },
  set_message(message) {
    this.message = message;
  },
};

/** What the engine said before it trapped, or nothing. */
export function lastPanic() {
  return panics.message;
}

/** The commit of the engine, as the Prisma CLI shows it. */
export function engineVersion() {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    .version.split('.')
    .pop();
}

/**
 * Loads the WebAssembly and gives a function that makes engines: one for each request, because one engine can build
 * only one shadow database.
 */
export async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = panics;
  const bindings = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href);
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();

  return function prepareEngine(datamodels, factory) {
    const bound = bindMigrationAwareSqlAdapterFactory(factory);
    return {
      start: () => bindings.SchemaEngine.new({ datamodels }, () => {}, bound),
      takeError: (id) => bound.errorRegistry.consumeError(id)?.error,
    };
  };
}
