import { Foreseen } from '../../kernel/foreseen.ts';
/**
 * Beenthere's own database could not be started. The message is one or more whole sentences for the person who
 * runs Beenthere: what is wrong and what to change. Show it without a stack trace.
 */
export class DatabaseNotStarted extends Foreseen {
  override readonly name = 'DatabaseNotStarted';
}

/** What an unknown error says, in one line, to be put inside a sentence. */
export function saidBy(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
