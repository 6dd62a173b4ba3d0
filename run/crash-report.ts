import { loggable } from '../core/kernel/fault.ts';

/**
 * What may be written of a fault that nobody foresaw: what kind it is and where it happened. The message of an error that
 * is not ours, and what hangs on it, may hold a row of the database or what somebody wrote.
 */
export function crashReport(fault: unknown): string {
  const where = fault instanceof Error ? placesIn(fault.stack ?? '') : [];
  return `${[loggable(fault), ...where].join('\n')}\n`;
}

/** A stack without the message above it, which may have several lines. */
function placesIn(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at [^\n]*(:\d+:\d+\)?|<anonymous>\)?|\(native\))$/.test(line));
}

/** From now on a fault that nothing caught ends the process with the same report; Node's own would show all of it. */
export function endPrivately(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (fault: unknown) => {
      process.stderr.write(crashReport(fault), () => process.exit(1));
    });
  }
}
