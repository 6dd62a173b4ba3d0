import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';
import { runningDatabase } from './core/store/embedded-postgres/running-database.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

// Prisma reads this variable after this file. Without it, every command first tries to download a program.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(
  new URL('./prisma/schema-engine.mjs', import.meta.url),
);

// Without DATABASE_URL, commands go to the database of the app that is running on DATA_DIR, if one is.
const url = process.env['DATABASE_URL'] || (await runningDatabase(process.env['DATA_DIR'] || './data'));

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
});
