import { z } from 'zod';
import { type Change, change, type OutgoingNew, type Save } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Account, Person } from '../people/person.ts';
import type { Reflection } from '../reflections/reflection.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { CONSENT_PARTS, type Consent, ConsentPart, holds } from './consent.ts';

const OfPart = z.object({ part: ConsentPart });

/** Yes to a part, in the wording that stands now. */
export const giveConsent = command({
  name: 'give-consent',
  schema: OfPart,
  load: (read, _args, by) => read.privacy.consents(personOf(by).person.id),
  decide({ said, wordings }, { part }, at, by) {
    const { person, account } = personOf(by);
    const row = rowOf(said, person.id, part, { state: 'given', wording: wordings[part] }, at);
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
    };
  },
  decide({ said, wordings, reflections }, { part }, at, by) {
    const { person, account } = personOf(by);
    const row = rowOf(said, person.id, part, { state: 'withdrawn', wording: wordings[part] }, at);
    const goes = effectOf(part, person, reflections);
    return change({
      ...goes,
      saves: [{ table: 'consent', row }, ...(goes.saves ?? [])],
      events: [{ event: 'consent.withdrawn', ids: { personId: person.id, part, wording: row.wording } }],
      outgoing: [shown(person, account)],
    });
  },
});

/** More than anybody will write. */
const MOST = 10_000;

function effectOf(
  part: ConsentPart,
  person: Person,
  reflections: readonly Reflection[],
): Partial<Pick<Change, 'saves' | 'removals' | 'callOff'>> {
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

function rowOf(
  said: readonly Consent[],
  personId: string,
  part: ConsentPart,
  now: Pick<Consent, 'state' | 'wording'>,
  at: Moment,
): Consent {
  const before = said.find((each) => each.part === part);
  const kept = before ?? { id: at.newId(), version: 0, personId, part };
  return { ...kept, ...now, version: kept.version + 1, at: at.now };
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
    const asks = people.flatMap(({ person, said }) =>
      CONSENT_PARTS.flatMap((part) => {
        const before = said.find((each) => each.part === part);
        const isAnswered = before !== undefined && before.state !== 'given';
        return isAnswered || holds(before, wordings[part]) ? [] : [{ person, said, part }];
      }),
    );
    return change({
      saves: asks.map(({ person, said, part }) => ({
        table: 'consent',
        row: rowOf(said, person.id, part, { state: 'asked', wording: wordings[part] }, at),
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
