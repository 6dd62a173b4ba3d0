import type { By, Refusal } from '../kernel/command.ts';
import { text } from '../texts/text.ts';
import type { Entry } from './access.ts';

/** What somebody is told who may not: whose it is, never what there would be. */
export function mayNotSay(entry: Entry | undefined, isSupporter: boolean) {
  if (isSupporter) return text('supporter-may-not');
  if (entry !== undefined && entry.may.mentor.length > entry.may.somebody.length)
    return text('coordinators-and-mentors-only');
  const isCoordinators = entry !== undefined && entry.may.coordinator.length + entry.may.desk.length > 0;
  return isCoordinators ? text('coordinators-only') : text('access-may-not');
}

/** The same as the answer to a command. */
export function mayNot(entry: Entry | undefined, by: By): Refusal {
  const isSupporter = by.is === 'person' && by.supporter !== undefined;
  return {
    refused: isSupporter ? 'supporter.may-not' : 'access.not-yours',
    say: mayNotSay(entry, isSupporter),
  };
}
