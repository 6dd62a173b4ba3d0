import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What is compiled now need not be compiled at the next start, which is then about twice as quick. Hence no other imports.
enableCompileCache(join(import.meta.dirname, 'node_modules', '.cache', 'beenthere'));
if (existsSync('.env')) process.loadEnvFile('.env');
const { begin } = await import('./run/begin.ts');
await begin(process.argv.slice(2), process.env);
