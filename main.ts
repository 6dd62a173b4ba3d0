import { existsSync } from 'node:fs';
import { type Config, ConfigRefused, readConfig } from './config.ts';
import { ensureClient } from './prisma/generate-client.mjs';
import { openLog } from './run/logger.ts';

/** How long the end may take before the process is ended all the same. */
const END_WITHIN_MS = 9000;

if (existsSync('.env')) process.loadEnvFile('.env');
const [verb = 'start', ...words] = process.argv.slice(2);

try {
  const config = readConfig(process.env);
  // Where install scripts were not run, the database client is made now: before anything that needs it is loaded.
  await ensureClient();
  if (verb === 'start') await run(config);
  else process.exitCode = await (await import('./run/command-line.ts')).commandLine(config, [verb, ...words]);
} catch (error) {
  // A sentence for whoever started it; the whole story only for a fault that nobody foresaw.
  const foreseen =
    error instanceof ConfigRefused || (error instanceof Error && /Refused$|NotStarted$/.test(error.name));
  console.error(foreseen ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}

async function run(config: Config): Promise<void> {
  const log = openLog(config.logLevel);
  const { startApp } = await import('./run/start-app.ts');
  const started =
    config.telegram === undefined
      ? await (await import('./run/start-rehearsal.ts')).startRehearsal(config, log)
      : await startApp(config, log);
  for (const note of started.notes) console.log(note);
  let ending = false;
  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), END_WITHIN_MS).unref();
    await started.stop();
    process.exitCode = code;
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      end(0).catch(() => process.exit(1));
    });
  started.lost
    .then((why) => {
      log.fatal({ why }, 'the database is gone');
      return end(1);
    })
    .catch(() => process.exit(1));
}
