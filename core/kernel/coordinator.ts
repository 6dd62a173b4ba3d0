import { z } from 'zod';
import type { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import type { Text } from '../texts/text.ts';
import type { OutgoingNew } from './change.ts';
import { type By, themselves } from './command.ts';
import { reaching } from './reaching.ts';

/** Where a coordinator pressed: on the board in the chat, on the front page of their app, or in a form; and on which page. */
export const PressedOnBoard = z.object({
  pressedOn: z.enum(['board', 'front', 'form']).default('form'),
  page: z.int().min(0).default(0),
});
export type PressedOn = z.infer<typeof PressedOnBoard>['pressedOn'];

/** The roles of whoever acts that reach what it is about, as a rule its arguments. The API and the command line need none. */
export async function rolesOfActor(read: Reader, by: By, about: object): Promise<Role[]> {
  const person = themselves(by);
  return person === undefined ? [] : await reaching(read, await read.people.rolesOf(person.id), about);
}

/** The programmes that a person coordinates. */
export function coordinatedBy(roles: readonly Role[]): string[] {
  return roles
    .filter(({ role, endedAt }) => role === 'coordinator' && endedAt === null)
    .map((each) => each.programmeId);
}

/** Whether it is the command line, or a key to the API that is not bound to a programme. */
export function seesEverything(by: By): boolean {
  return by.is === 'coordinator' && by.reach === undefined;
}

/** The programme to which a key to the API is bound: what it does without naming one is done there. */
export function boundTo(by: By): string | undefined {
  return by.is === 'coordinator' ? by.reach?.programmeIds[0] : undefined;
}

/**
 * Whether somebody may do what coordinators do: by the API and the command line always, in a chat and signed in at the desk
 * for the programmes they coordinate. What belongs to no programme yet (`null`) is for all who coordinate one.
 */
export function mayCoordinate(by: By, roles: readonly Role[], programmeId: string | null): boolean {
  if (by.is === 'coordinator') return true;
  const person = themselves(by);
  if (person === undefined) return false;
  const own = coordinatedBy(roles.filter((role) => role.personId === person.id));
  return programmeId === null ? own.length > 0 : own.includes(programmeId);
}

/** Whether it is about whoever acts themself: then another one decides it. */
export function isAbout(
  { menteeId, mentorId }: { readonly menteeId: string; readonly mentorId: string },
  by: By,
): boolean {
  const id = themselves(by)?.id;
  return id === menteeId || id === mentorId;
}

/** Whom the journal and a task name for something done. */
export function nameOfActor(by: By): string {
  if (by.is === 'coordinator') return by.name;
  return by.is === 'person' || by.is === 'at-desk' ? `person:${by.person.id}` : by.is;
}

/** After a coordinator did something in a chat: their board as it is now, wherever it stands, and a word on it. */
export function answerOnBoard(by: By, pressedOn: PressedOn, said?: Text, page = 0): OutgoingNew[] {
  if (by.is !== 'person') return [];
  const answer = { to: by.person.id, account: by.account.id, evenIfStopped: true } as const;
  const mode = pressedOn === 'board' ? 'card' : 'refresh';
  const board: OutgoingNew = { ...answer, screen: 'board', args: { page }, mode, card: 'board' };
  // Where they have opened their front page; nowhere else.
  const { to, account } = answer;
  const front: OutgoingNew = { to, account, screen: 'front', args: { page }, mode: 'front' };
  const word: OutgoingNew[] =
    said === undefined
      ? []
      : [{ ...answer, screen: 'say', args: { id: said.id, args: said.args }, mode: 'new' }];
  return [board, front, ...word];
}
