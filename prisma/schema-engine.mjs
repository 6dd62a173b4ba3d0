#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which cannot be had where only the npm registry is in reach.
// It speaks the same JSON-RPC over standard input and output and runs the same engine compiled to WebAssembly.
// prisma.config.ts points the Prisma CLI here. Plain JavaScript, because the CLI may run it with an older Node.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { connectionFactory, databaseName, onDatabase, withClient } from './schema-engine/connection.mjs';
import { engineVersion, lastPanic, loadEngine } from './schema-engine/engine.mjs';

/** Prisma's error code for what PostgreSQL or the socket reported. */
const REACHING = { '3D000': 'P1003', '28P01': 'P1000', 28000: 'P1000', '42P04': 'P1009', '57P03': 'P1001' };
/** Prisma's JSON-RPC error code for "look into the data field". */
const USER_FACING = 4466;

function readArguments(argv) {
  const given = { datamodels: [], datasource: {}, command: [] };
  for (let at = 0; at < argv.length; at += 1) {
    if (argv[at] === '--datamodels') given.datamodels.push(argv[++at]);
    else if (argv[at] === '--datasource') given.datasource = JSON.parse(argv[++at]);
    else if (argv[at] === '--enabled-preview-features' || argv[at] === '--extension-types') at += 1;
    else given.command.push(argv[at]);
  }
  return given;
}

/** One line of log as the native engine writes it: the CLI reads error codes from here. */
function log(level, message, fields) {
  const line = { timestamp: new Date().toISOString(), level, fields: { message, ...fields } };
  process.stderr.write(`${JSON.stringify({ ...line, target: 'schema_engine::logger' })}\n`);
}

function answer(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

/** `schema-engine cli can-connect-to-database | create-database | drop-database` */
async function runCommand(command, { url }) {
  const name = databaseName(url);
  const onServer = (sql) => withClient(onDatabase(url, 'postgres'), (client) => client.query(sql));
  if (command === 'can-connect-to-database') await withClient(url, (client) => client.query('SELECT 1'));
  else if (command === 'create-database') await onServer(`CREATE DATABASE "${name}"`);
  else if (command === 'drop-database') await onServer(`DROP DATABASE "${name}"`);
  else throw new Error(`The stand-in for the schema engine does not know "${command}".`);
}

function reportUnreachable(error, { url }) {
  const code = REACHING[error.code] ?? 'P1001';
  const sentence =
    code === 'P1003'
      ? `Database \`${databaseName(url)}\` does not exist`
      : `Can't reach the database at ${new URL(url).host || 'its socket'}: ${error.message || error.code}`;
  process.stderr.write('\n');
  log('ERROR', sentence, { error_code: code, is_panic: false });
}

/** Asks the engine and answers the CLI; closes every connection that was opened for it. */
async function serve(request, prepareEngine, { datamodels, datasource }) {
  const opened = [];
  const factory = connectionFactory(datasource, (adapter) => opened.push(adapter));
  const files = datamodels.map((file) => [file, readFileSync(file, 'utf8')]);
  const { start, takeError } = prepareEngine(files.length > 0 ? files : undefined, factory);
  try {
    const engine = await start();
    answer({ id: request.id, result: (await ask(engine, request, datasource)) ?? null });
    engine.free?.();
  } catch (error) {
    const scriptError = opened.map((adapter) => adapter.lastScriptError).find(Boolean);
    answer({ id: request.id, error: describe(error, takeError, request.method, scriptError) });
  } finally {
    for (const adapter of opened) await adapter.dispose().catch(() => {});
  }
}

async function ask(engine, { id, method, params }, { url }) {
  if (method === 'createDatabase') return { databaseName: databaseName(url) };
  if (method === 'getDatabaseVersion') return engine.version(params);
  if (method === 'evaluateDataLoss' || method === 'createMigration') {
    // In WebAssembly these two know the state after the migrations only from what a diagnosis left behind.
    const { migrationsList, filters } = params;
    await engine.diagnoseMigrationHistory({ migrationsList, filters, optInToShadowDatabase: true });
  }
  const result = await engine[method](params);
  if (method === 'diff' && typeof result?.stdout === 'string') {
    // The native engine has a difference printed by a call in the other direction.
    answer({ id: 1_000_000 + id, method: 'print', params: { content: result.stdout } });
  }
  return result;
}

/** The error as the CLI shows it. The engine names errors of the adapter by number only: they are looked up. */
function describe(error, takeError, method, scriptError) {
  const number =
    typeof error?.code === 'number' ? error.code : /external error.*?(\d+)/i.exec(error?.message)?.[1];
  const cause = (number === undefined ? undefined : takeError(Number(number))) ?? error;
  const data = {
    is_panic: false,
    message: [cause?.message || String(cause), cause?.cause && JSON.stringify(cause.cause)]
      .filter(Boolean)
      .join('\n'),
    error_code: typeof error?.code === 'string' ? error.code : undefined,
    meta: error?.meta,
  };
  if (method === 'applyMigrations' && scriptError) {
    data.error_code = 'P3018';
    data.message =
      'A migration failed to apply. New migrations cannot be applied before this one is resolved.\n' +
      `Database error code: ${scriptError.code}\nDatabase error: ${scriptError.message}`;
  }
  return { code: USER_FACING, message: 'An error happened. Check the data field for details.', data };
}

async function listen(given) {
  process.on('uncaughtException', (error) => {
    log('ERROR', `engine panic: ${lastPanic() || error.stack}`, { backtrace: error.stack });
    process.exit(101);
  });
  const prepareEngine = await loadEngine();
  // One request after the other: a shadow database must be gone before the next is made.
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const request = line.trim() === '' ? {} : JSON.parse(line);
    if (request.method) await serve(request, prepareEngine, given);
  }
}

const given = readArguments(process.argv.slice(2));
if (given.command[0] === '--version') {
  console.log(`schema-engine-wasm ${engineVersion()}`);
} else if (given.command[0] === 'cli') {
  await runCommand(given.command[1], given.datasource).catch((error) => {
    reportUnreachable(error, given.datasource);
    process.exitCode = 1;
  });
} else {
  await listen(given);
  process.exit();
}
