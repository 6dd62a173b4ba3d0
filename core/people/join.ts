import { z } from 'zod';
import { type Change, change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { WishedGroup } from '../store/read-groups.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { isZone } from '../time/zones.ts';
import { answerWith } from './answer.ts';
import { validName } from './display-name.ts';
import type { Account, Person } from './person.ts';
import { quietFromValue } from './quiet-hours.ts';
import { situationPlace } from './situation.ts';

/** Counts the wordings of the agreement; goes up when what is kept, seen or passed on changes. */
export const AGREEMENT_VERSION = 1;

export const NameText = z.string().refine((written) => 'name' in validName(written));
export const Zone = z.string().refine(isZone);
export const QuietText = z.string().refine((written) => quietFromValue(written) !== undefined);

/** The programme that somebody said it is about, when they were asked. */
const Chosen = z.uuid().optional();

const joinedAlready = {
  refused: 'person.joined-already',
  say: text('joined-already'),
  show: { screen: 'home', args: {} },
} as const;

/** Somebody has answered the first questions and agreed: they are in, and a coordinator is asked to say hello. */
export const join = command({
  name: 'join',
  schema: z.object({
    name: NameText,
    zone: Zone,
    language: z.enum(['en', 'en-easy']),
    quiet: QuietText,
    situation: z.string().optional(),
    programmeId: Chosen,
  }),
  async load(read, args, by) {
    const { person, account } = personOf(by);
    const programmeId = account.programmeId ?? args.programmeId ?? null;
    const [wishes, programme] = await Promise.all([
      read.groups.wishesOf(person.id),
      programmeId === null ? undefined : read.programmes.programme(programmeId),
    ]);
    return { key: read.keys.of(person), wishes, asksMore: (programme?.document.intake.length ?? 0) > 0 };
  },
  decide({ key, wishes, asksMore }, args, at, by) {
    const { name, zone, language, quiet, situation } = args;
    const { person, account: from } = personOf(by);
    if (person.state !== 'arriving') return joinedAlready;
    const account = aboutProgramme(from, args.programmeId);
    const hours = quietFromValue(quiet);
    const sealed =
      situation === undefined ? null : key.seal(situation, situationPlace(person.id), at.random(12));
    const row = next(person, {
      state: 'active',
      name,
      zone,
      language,
      adult: true,
      agreedVersion: AGREEMENT_VERSION,
      agreedAt: at.now,
      situationSealed: sealed,
      ...(hours === undefined ? {} : { quietFrom: hours.from, quietTo: hours.to }),
    });
    return change({
      // Where more is asked, a coordinator hears of them once they have said what they came for.
      saves: [
        { table: 'person', row },
        ...turned(from, account),
        ...(asksMore ? [] : [taskFor('new-person', person, account, at)]),
      ],
      events: [{ event: 'person.joined', ids: { personId: person.id } }],
      // No role yet: a coordinator gives one after they have spoken.
      outgoing: [
        answerWith(person, account, 'home', { after: 'joined' }),
        ...(asksMore ? [answerWith(person, account, 'way-in')] : []),
        ...backToGroups(wishes, person, account),
      ],
    });
  },
});

/** Back to what they came for; in the answer itself, which also reaches whoever takes no private messages. */
function backToGroups(wishes: readonly WishedGroup[], person: Person, account: Account): OutgoingNew[] {
  const open = wishes.filter(({ group }) => group.state === 'open');
  return open.map(({ group }) =>
    answerWith(person, account, 'group-join', { groupId: group.id, back: true }),
  );
}

/**
 * Somebody under the programme's adult age (ELG-09). Only that they asked is kept; they are shown a person to talk to and
 * help for young people, and a coordinator takes it from there.
 */
export const heldUnderAge = command({
  name: 'held-under-age',
  // Later: a programme asked for the age on the way in, after the welcome.
  schema: z.object({ later: z.boolean().default(false), programmeId: Chosen }),
  async load(read, _args, by) {
    return await read.people.rolesOf(personOf(by).person.id);
  },
  decide(roles, { later, programmeId }, at, by) {
    const { person, account: from } = personOf(by);
    // Whoever is held is so with the programme that asked, and with its people to turn to.
    const account = aboutProgramme(from, programmeId, later);
    // Somebody who takes part already is not shut out by a form.
    const isNew = later ? person.state === 'active' && roles.length === 0 : person.state === 'arriving';
    if (!isNew) return joinedAlready;
    const row = next(person, {
      state: 'held',
      adult: false,
      name: null,
      situationSealed: null,
      source: null,
    });
    return change({
      saves: [{ table: 'person', row }, ...turned(from, account), taskFor('under-age', person, account, at)],
      events: [{ event: 'person.held', ids: { personId: person.id } }],
      outgoing: [answerWith(person, account, 'held')],
    });
  },
});

/** "Not now" to the agreement: nothing more is kept, and the door stays open. */
export const declineWelcome = command({
  name: 'decline-welcome',
  schema: z.object({ programmeId: Chosen }),
  async load() {
    return undefined;
  },
  decide(_data, { programmeId }, _at, by): Change {
    const { person, account: from } = personOf(by);
    const account = aboutProgramme(from, programmeId);
    return change({
      saves: turned(from, account),
      events: [{ event: 'person.not-now', ids: { personId: person.id } }],
      outgoing: [answerWith(person, account, 'goodbye')],
    });
  },
});

/** The chat they write from speaks of what they chose, where it was not known before, or is so from now on. */
function aboutProgramme(account: Account, chosen: string | undefined, fromNowOn = false): Account {
  const isKnown = account.programmeId === chosen || (account.programmeId !== null && !fromNowOn);
  if (isKnown || chosen === undefined) return account;
  return next(account, { programmeId: chosen });
}

function turned(from: Account, account: Account): Save[] {
  return from === account ? [] : [{ table: 'account', row: account }];
}

function taskFor(kind: 'new-person' | 'under-age', person: Person, account: Account, at: Moment) {
  const row = newTask(kind, { programmeId: account.programmeId, personId: person.id }, at);
  return { table: 'task', row } as const;
}
