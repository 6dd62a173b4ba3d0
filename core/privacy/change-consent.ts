import { z } from 'zod';
import { answersGo } from '../enquiries/without-answers.ts';
import { type Change, change, type OutgoingNew, type Save } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Account, Person } from '../people/person.ts';
import type { Reflection } from '../reflections/reflection.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { CONSENT_PARTS, ConsentPart, consentRow, holds } from './consent.ts';

const OfPart = z.object({ part: ConsentPart });

/** Yes to a part, in the wording that stands now. */
export const giveConsent = command({
  name: 'give-consent',
  schema: OfPart,
  load: (read, _args, by) => read.privacy.consents(personOf(by).person.id),
  decide({ said, wordings }, { part }, at, by) {
    const { person, account } = personOf(by);
    const row = consentRow(said, person.id, part, { state: 'given', wording: wordings[part] }, at);
    return change({
      saves: [{ table: 'consent', row }],
      events: [{ event: 'consent.given', ids: { personId: person.id, part, wording: row.wording } }],
      outgoing: [shown(person, account)],
    });
  },
});

/** No more of a part, from now on; what was kept of it goes in the same breath. */
export const withdrawConsent = command({
  name: 'withdraw-consent',
  schema: OfPart,
  async load(read, { part }, by) {
    const { person } = personOf(by);
    const needsRows = part === 'reflections' || part === 'sharing';
    return {
      ...(await read.privacy.consents(person.id)),
      reflections: needsRows ? await read.reflections.ofPerson(person.id, { skip: 0, most: MOST }) : [],
      waysIn: part === 'answers' ? await waysInOf(read, person) : undefined,
    };
  },
  decide({ said, wordings, reflections, waysIn }, { part }, at, by) {
    const { person, account } = personOf(by);
    const row = consentRow(said, person.id, part, { state: 'withdrawn', wording: wordings[part] }, at);
    const goes = waysIn === undefined ? effectOf(part, person, reflections) : answersEnd(waysIn, at);
    const event = { event: 'consent.withdrawn', ids: { personId: person.id, part, wording: row.wording } };
    return change({
      ...goes,
      saves: [{ table: 'consent', row }, ...(goes.saves ?? [])],
      events: [event, ...(goes.events ?? [])],
      outgoing: [shown(person, account)],
    });
  },
});

/** What they answered on their ways in, and what they had begun to answer anew. */
async function waysInOf(read: Reader, person: Person) {
  const [enquiries, open, accounts] = await Promise.all([
    read.enquiries.allOf(person.id),
    read.tasks.openAboutPerson(person.id),
    read.people.accountsOf(person.id),
  ]);
  const drafts = await Promise.all(accounts.map(({ id }) => read.drafts.of(id)));
  const begun = drafts.flat().filter((each) => each.personId === person.id && each.form === 'intake');
  return { enquiries, open, begun };
}

function answersEnd({ enquiries, open, begun }: Awaited<ReturnType<typeof waysInOf>>, at: Moment): Effect {
  return {
    ...answersGo(enquiries, open, at),
    removals: begun.map(({ id }) => ({ table: 'draft', id })),
  };
}

type Effect = Partial<Pick<Change, 'saves' | 'removals' | 'callOff' | 'events'>>;

/** More than anybody will write. */
const MOST = 10_000;

function effectOf(part: ConsentPart, person: Person, reflections: readonly Reflection[]): Effect {
  const row = { ...person, version: person.version + 1 };
  if (part === 'situation') return { saves: [{ table: 'person', row: { ...row, situationSealed: null } }] };
  if (part === 'nudges')
    return {
      saves: [{ table: 'person', row: { ...row, settings: { ...person.settings, nudges: 'off' } } }],
      callOff: [`nudges:${person.id}`],
    };
  if (part === 'reflections') return { removals: reflections.map(({ id }) => ({ table: 'reflection', id })) };
  const shared = reflections.filter((each) => each.sharedWithCoordinator);
  return {
    saves: shared.map(
      (each): Save => ({
        table: 'reflection',
        row: { ...each, version: each.version + 1, sharedWithCoordinator: false },
      }),
    ),
  };
}

function shown(person: Person, account: Account): OutgoingNew {
  const answer = { to: person.id, account: account.id, evenIfStopped: true } as const;
  return { ...answer, screen: 'my-consents', args: {}, mode: 'card', card: 'consents' };
}

const clockOnly: Refusal = { refused: 'consent.not-yours', say: text('button-no-longer-current') };

/** After a programme's document has changed: those whose yes was to an earlier wording are asked again, once, kindly. */
export const askConsents = command({
  name: 'ask-consents',
  schema: z.object({ programmeId: z.uuid() }).loose(),
  load: (read: Reader, { programmeId }) => read.privacy.toAskAgain(programmeId),
  decide({ people, wordings }, _args, at, by) {
    if (by.is !== 'clock') return clockOnly;
    const asks = people.flatMap(({ person, said, answered }) =>
      CONSENT_PARTS.flatMap((part) => {
        // Of whoever answered nothing on the way in there is nothing to ask.
        if (part === 'answers' && !answered) return [];
        const before = said.find((each) => each.part === part);
        const isAnswered = before !== undefined && before.state !== 'given';
        return isAnswered || holds(before, wordings[part]) ? [] : [{ person, said, part }];
      }),
    );
    return change({
      saves: asks.map(({ person, said, part }) => ({
        table: 'consent',
        row: consentRow(said, person.id, part, { state: 'asked', wording: wordings[part] }, at),
      })),
      outgoing: asks.map(({ person, part }) => ({
        to: person.id,
        screen: 'consent',
        args: { part },
        mode: 'new',
        at: nextLoud(at.now, person.zone, person.quietFrom, person.quietTo),
      })),
    });
  },
});
