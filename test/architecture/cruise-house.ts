import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const ROOMS = ['core', 'bots', 'admin', 'run', 'prisma', 'test'];

/** The repository the rules in .dependency-cruiser.mjs are about. */
export const repository = join(import.meta.dirname, '..', '..');

/** Every TypeScript file of a house, on disk, relative to its root with forward slashes. */
export function sourcesOnDisk(house: string): string[] {
  const loose = readdirSync(house).filter((name) => name.endsWith('.ts'));
  const housed = ROOMS.flatMap((room) => filesBelow(house, room)).filter((path) => path.endsWith('.ts'));
  return [...loose, ...housed].filter((path) => !path.startsWith('core/store/generated/')).sort();
}

function filesBelow(house: string, room: string): string[] {
  if (!existsSync(join(house, room))) return [];
  return readdirSync(join(house, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(house, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** Applies the project's rules of who may import whom to a house built like this repository. */
export async function cruiseHouse(house: string): Promise<ICruiseResult> {
  const options = await extractOptions(join(repository, '.dependency-cruiser.mjs'));
  const { output } = await cruise(
    sourcesOnDisk(house),
    { ...options, baseDir: house, validate: true },
    {},
    { tsConfig: extractTsConfig(join(repository, 'tsconfig.json')) },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser gave a text instead of its result');
  return output;
}

/** What main.ts needs, however far down, although it is only installed for development. */
export function toolsNeededToRun(modules: IModule[]): string[] {
  const bySource = new Map(modules.map((module) => [module.source, module]));
  const reached = new Set(['main.ts']);
  const tools: string[] = [];
  for (const source of reached) {
    for (const dependency of bySource.get(source)?.dependencies ?? []) {
      if (dependency.dependencyTypes.includes('type-only')) continue;
      if (dependency.dependencyTypes.includes('npm-dev')) tools.push(`${source} → ${dependency.module}`);
      reached.add(dependency.resolved);
    }
  }
  return tools;
}
