import { inspect } from 'node:util';
import { type Config, readConfig } from '../config.ts';
import { Foreseen } from '../core/kernel/foreseen.ts';
import { ensureClient } from '../prisma/generate-client.mjs';
import { openLog } from './logger.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long the end may take before the process is ended all the same. */
const END_WITHIN_MS = 9000;

/** Starts the app, or does what the command line asks for, and sets the exit code. */
export async function begin(
  [verb = 'start', ...words]: readonly string[],
  environment: Environment,
): Promise<void> {
  try {
    const config = readConfig(environment);
    // Where install scripts were not run, the database client is made now: before anything that needs it is loaded.
    await ensureClient();
    if (verb === 'start') await run(config);
    else process.exitCode = await (await import('./command-line.ts')).commandLine(config, [verb, ...words]);
  } catch (error) {
    // A sentence for whoever started it; the whole story only for a fault that nobody foresaw.
    process.stderr.write(error instanceof Foreseen ? `\n${error.message}\n\n` : `${inspect(error)}\n`);
    process.exitCode = 1;
  }
}

/** Settles when the process is asked to end. From then on it has some seconds, whatever it is doing. */
function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        setTimeout(() => process.exit(1), END_WITHIN_MS).unref();
        resolve();
      });
  });
}

async function run(config: Config): Promise<void> {
  // From the beginning, so that whoever is asked to end while starting ends as well as later.
  const asked = askedToEnd();
  const log = openLog(config.logLevel);
  const { startApp } = await import('./start-app.ts');
  const started =
    config.telegram === undefined
      ? await (await import('./start-rehearsal.ts')).startRehearsal(config, log)
      : await startApp(config, log);
  for (const note of started.notes) process.stdout.write(`${note}\n`);
  let ending = false;
  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), END_WITHIN_MS).unref();
    await started.stop();
    process.exitCode = code;
  };
  asked.then(() => end(0)).catch(() => process.exit(1));
  started.lost
    .then((why) => {
      log.fatal({ why }, 'it cannot go on');
      return end(1);
    })
    .catch(() => process.exit(1));
}
