import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

export type Log = Logger;

// Should one of these ever be handed to the log by mistake, it is not written.
const NEVER = ['text', 'name', 'token', 'url', 'args', 'password', 'secret', 'phone', 'handle'];

/** Structured lines with ids and codes: never names, handles or what people wrote. */
export function openLog(level: Config['logLevel'], to: 'stdout' | 'stderr' = 'stdout'): Log {
  const paths = NEVER.flatMap((key) => [key, `*.${key}`]);
  return pino(
    { level, base: null, formatters: { log: withKind }, redact: { paths, censor: '[not logged]' } },
    pino.destination(to === 'stdout' ? 1 : 2),
  );
}

/** A fault's name is the kind of its error, and no person's. */
function withKind(line: Record<string, unknown>): Record<string, unknown> {
  const { name, ...others } = line;
  return typeof line['fault'] === 'string' && name !== undefined ? { ...others, error: name } : line;
}
