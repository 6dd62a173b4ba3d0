import { COMMAND_LINE, type Desk } from './desk.ts';
import { FitsSeveral } from './not-done.ts';
import type { Answer, Verb } from './verb.ts';

/** What these show is about nobody. Every other verb that changes nothing is written down. */
export const OF_NOBODY: readonly string[] = [
  ...['status', 'programmes', 'programme show', 'programme defaults', 'ways-in', 'source links'],
  ...['retention', 'match report', 'tokens', 'audit verify', 'audit head', 'backup', 'helplines'],
];

/** What these show is written down by the command that opens it, with more than is known here. */
export const NOTES_ITSELF: readonly string[] = ['enquiry', 'concern read', 'supervision'];

/** Which user of this machine typed: a number, as a name has no place in what is never changed. */
function userHere(): string {
  return `uid-${process.geteuid?.() ?? 'unknown'}`;
}

/**
 * Runs a verb, and writes down that what is personal was read, as the API does: before it is shown, so that what cannot be
 * written down is not given. What a verb changes is written down with the change.
 */
export async function runNoted(
  verb: Extract<Verb, { run: unknown }>,
  desk: Desk,
  given: Parameters<typeof verb.run>[1],
): Promise<Answer> {
  let hasChanged = false;
  const noticing: Desk = {
    ...desk,
    async perform(command, args) {
      const ids = await desk.perform(command, args);
      hasChanged = true;
      return ids;
    },
    async happened(command, args) {
      const events = await desk.happened(command, args);
      hasChanged = true;
      return events;
    },
  };
  const answer = await verb.run(noticing, given).catch(async (error: unknown) => {
    if (error instanceof FitsSeveral) {
      const { what, count } = error;
      const ids = { at: verb.name, user: userHere(), several: what, count };
      await desk.core.noteAudit({ by: COMMAND_LINE, action: 'desk.read', ids });
    }
    throw error;
  });
  if (hasChanged || OF_NOBODY.includes(verb.name) || NOTES_ITSELF.includes(verb.name)) return answer;
  const count = Array.isArray(answer.data) ? { count: answer.data.length } : {};
  const ids = { at: verb.name, user: userHere(), ...answer.about, ...count };
  await desk.core.noteAudit({ by: COMMAND_LINE, action: 'desk.read', ids });
  return answer;
}
