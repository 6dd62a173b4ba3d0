import { type Config, examineConfig, hasChatApp, readConfig } from '../config.ts';
import { Foreseen } from '../core/kernel/foreseen.ts';
import { ensureClient } from '../prisma/generate-client.mjs';
import { crashReport, endPrivately } from './crash-report.ts';
import { openLog } from './logger.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What helps to put the settings right has to run while they are not. */
const LOOKS_ONLY = ['doctor', 'setup'];

/** How long the end may take before the process is ended all the same. */
const END_WITHIN_MS = 9000;

/** Starts the app, or does what the command line asks for, and sets the exit code. */
export async function begin(
  [verb = 'start', ...words]: readonly string[],
  environment: Environment,
): Promise<void> {
  endPrivately();
  try {
    const config = LOOKS_ONLY.includes(verb) ? examineConfig(environment) : readConfig(environment);
    // Where install scripts were not run, the database client is made now: before anything that needs it is loaded.
    await ensureClient();
    if (verb === 'start') await run(config);
    else {
      endWhenNobodyReads();
      process.exitCode = await (await import('./command-line.ts')).commandLine(config, [verb, ...words]);
    }
  } catch (error) {
    // A sentence for whoever started it; where it happened for a fault that nobody foresaw.
    process.stderr.write(error instanceof Foreseen ? `\n${error.message}\n\n` : crashReport(error));
    process.exitCode = 1;
  }
}

/** What is piped into "head" is read as far as somebody wants; the rest is no fault. */
function endWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
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
  const started = hasChatApp(config)
    ? await startApp(config, log)
    : await (await import('./start-rehearsal.ts')).startRehearsal(config, log);
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
