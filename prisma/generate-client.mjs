// Generates the database client from prisma/schema.prisma: after `npm ci`, and at a start that finds it missing or made
// from another schema. Plain JavaScript with nothing but Node's own modules: npm may run it with an older Node.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const store = join(root, 'core', 'store');
const clientFolder = join(store, 'generated');
const schemaFile = join(root, 'prisma', 'schema.prisma');
/** Lies in the client's folder and says what the client was made from. */
const MARK = '.made-from';

/**
 * Generates the client if it is missing or stale, which takes a second or two and needs no network; otherwise this is
 * the reading of three small files. Two processes may do it at once, and one may be killed: the folder is put in place
 * whole or not at all.
 * @returns {Promise<boolean>} whether it had to be generated
 */
export async function ensureClient() {
  const origin = fingerprint();
  if (madeFrom() === origin) return false;
  const workshop = join(store, `.generated-${process.pid}`);
  try {
    await generateIn(workshop);
    writeFileSync(join(workshop, 'client', MARK), origin);
    putInPlace(workshop, origin);
  } catch (cause) {
    const detail = cause.stderr?.trim() || cause.message;
    throw new Error(`The database client could not be generated in ${clientFolder}: ${detail}`, { cause });
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return true;
}

/** Changes when the schema or the version of the generator does. */
function fingerprint() {
  const generator = readFileSync(join(root, 'node_modules', '@prisma', 'client', 'package.json'), 'utf8');
  return createHash('sha256')
    .update(readFileSync(schemaFile))
    .update(JSON.parse(generator).version)
    .digest('hex');
}

function madeFrom() {
  const mark = join(clientFolder, MARK);
  return existsSync(mark) ? readFileSync(mark, 'utf8') : undefined;
}

async function generateIn(workshop) {
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  const schema = readFileSync(schemaFile, 'utf8').replace(/^(\s*output\s*=\s*)".*"$/m, '$1"./client"');
  writeFileSync(join(workshop, 'schema.prisma'), schema);
  // The project's own configuration looks for a database, which is no business of an installation.
  writeFileSync(join(workshop, 'prisma.config.mjs'), "export default { schema: './schema.prisma' };\n");
  const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js');
  await promisify(execFile)(
    process.execPath,
    [cli, 'generate', '--no-hints', `--config=${join(workshop, 'prisma.config.mjs')}`],
    {
      cwd: root,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'prisma', 'schema-engine.mjs'),
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  );
}

function putInPlace(workshop, origin) {
  try {
    if (existsSync(clientFolder)) renameSync(clientFolder, join(workshop, 'old'));
    renameSync(join(workshop, 'client'), clientFolder);
  } catch (error) {
    // Another process that did the same at the same time was faster.
    if (madeFrom() !== origin) throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureClient();
