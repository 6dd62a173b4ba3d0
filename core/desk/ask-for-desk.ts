import { z } from 'zod';
import { type Change, change, next, type Save } from '../kernel/change.ts';
import { command, type Refusal } from '../kernel/command.ts';
import type { Account, Role } from '../people/person.ts';
import { newShortCode, readShortCode } from '../people/short-code.ts';
import { text } from '../texts/text.ts';
import {
  answerOf,
  answerPlace,
  askedOf,
  type DeskSignIn,
  isOpen,
  MOST_ASKED,
  SIGN_IN_LIFE,
  staffRoles,
} from './desk-session.ts';

const DESK_WORD = /^\s*\/?desk(?:\s*[-_:]\s*|\s+)(.+)$/isu;

/** The code in "desk 4H7K-2MNP"; undefined when that is not what it says. */
export function deskCodeIn(written: string): string | undefined {
  const rest = DESK_WORD.exec(written.normalize('NFKC'))?.[1];
  return rest === undefined ? undefined : readShortCode(rest);
}

const notYours: Refusal = { refused: 'desk.not-yours', say: text('desk-not-yours') };
const notInSlack: Refusal = { refused: 'desk.not-here', say: text('desk-not-in-slack') };
const tooMany: Refusal = { refused: 'desk.too-many', say: text('desk-too-many') };

/** Whoever runs a workspace can read everything in it: nobody comes to concerns that way. */
function mayNotHere(account: Account, roles: readonly Role[]): boolean {
  return account.platform === 'slack' && roles.some(({ role }) => role !== 'coordinator');
}

/**
 * Somebody typed the code that the desk shows. The answer is typed into the page that shows it: it is good in no other
 * browser, for ten minutes, once. An earlier code ends.
 */
export const askForDesk = command({
  name: 'ask-for-desk',
  schema: z.object({ code: z.string() }),
  keepsForm: true,
  async load(read, _args, by) {
    if (by.is !== 'person' || by.supporter !== undefined) return undefined;
    const { person, account } = by;
    const [roles, asked] = await Promise.all([
      read.people.rolesOf(person.id),
      read.sessions.signInsOf(person.id),
    ]);
    return {
      person,
      account,
      roles: staffRoles(roles),
      asked,
      key: read.keys.of(person),
      mac: read.keys.desk,
    };
  },
  decide(data, { code }, at): Change | Refusal {
    if (data === undefined || data.roles.length === 0) return notYours;
    const { person, account, roles, asked, key, mac } = data;
    if (mayNotHere(account, roles)) return notInSlack;
    const from = at.now.subtract(SIGN_IN_LIFE).epochMilliseconds;
    if (asked.filter(({ createdAt }) => createdAt.epochMilliseconds > from).length >= MOST_ASKED)
      return tooMany;
    const answer = newShortCode(at);
    const row: DeskSignIn = {
      id: at.newId(),
      version: 1,
      personId: person.id,
      tries: 0,
      usedAt: null,
      askedHash: mac(askedOf(code)),
      answerHash: mac(answerOf(code, answer)),
      createdAt: at.now,
      expiresAt: at.now.add(SIGN_IN_LIFE),
    };
    const earlier = asked
      .filter((each) => isOpen(each, at.now))
      .map((each): Save => ({ table: 'desk_sign_in', row: next(each, { expiresAt: at.now }) }));
    const sealed = key.seal(answer, answerPlace(row.id), at.random(12));
    return change({
      saves: [{ table: 'desk_sign_in', row }, ...earlier],
      events: [{ event: 'desk.asked', ids: { signInId: row.id, personId: person.id } }],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          evenIfStopped: true,
          mode: 'new',
          screen: 'desk-code',
          args: { signInId: row.id, sealed },
          until: row.expiresAt,
        },
      ],
    });
  },
});

/** A link that whoever runs the place gives to somebody, for the first time. Only the command line makes one. */
export const makeDeskLink = command({
  name: 'make-desk-link',
  schema: z.object({ personId: z.uuid(), hash: z.string().length(43) }),
  async load(read, { personId }) {
    const [person, roles] = await Promise.all([read.people.person(personId), read.people.rolesOf(personId)]);
    return { person, roles: staffRoles(roles) };
  },
  decide({ person, roles }, { personId, hash }, at, by): Change | Refusal {
    if (by.is !== 'coordinator' || by.tokenId !== undefined) return notYours;
    if (person?.state !== 'active' || roles.length === 0)
      return { refused: 'desk.not-theirs', say: text('desk-not-theirs') };
    const row: DeskSignIn = {
      id: at.newId(),
      version: 1,
      personId,
      askedHash: hash,
      answerHash: null,
      tries: 0,
      usedAt: null,
      createdAt: at.now,
      expiresAt: at.now.add(SIGN_IN_LIFE),
    };
    return change({
      saves: [{ table: 'desk_sign_in', row }],
      events: [{ event: 'desk.link-made', ids: { signInId: row.id, personId } }],
    });
  },
});
