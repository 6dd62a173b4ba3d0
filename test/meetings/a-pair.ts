import { randomUUID } from 'node:crypto';
import { change, type Save } from '../../core/kernel/change.ts';
import type { Availability } from '../../core/meetings/meeting.ts';
import type { Pair } from '../../core/pairs/pair.ts';
import { type Account, DEFAULT_SETTINGS, type Person } from '../../core/people/person.ts';
import { type Programme, ProgrammeDocument } from '../../core/programmes/programme.ts';
import { personRow } from '../support/person-row.ts';
import type { Stage } from '../support/stage.ts';

export type Given = Partial<
  Pick<Person, 'zone' | 'name' | 'quietFrom' | 'quietTo' | 'state' | 'settings'>
> & {
  readonly app?: boolean;
  readonly free?: Pick<Availability, 'weekly'>;
};

/** Puts a programme and people into the database as they are after all questions were answered. */
export async function peopleOn(stage: Stage) {
  const now = stage.clock.now();
  const document = ProgrammeDocument.parse({
    v: 1,
    name: 'Carers together',
    discreetName: 'Coffee',
    contact: { name: 'Jo', phone: '01234 567890', hours: 'weekdays 9 to 5' },
  });
  const programme: Programme = {
    id: randomUUID(),
    version: 1,
    slug: `carers-${randomUUID()}`,
    document,
    createdAt: now,
    changedAt: now,
  };
  await save(stage, [{ table: 'programme', row: programme }]);
  return {
    programme,
    async person(userId: string, given: Given = {}): Promise<Person> {
      const { app = true, free, ...fields } = given;
      const person = personOf(stage, { name: userId, ...fields });
      const account: Account = accountOf(person, programme.id, userId, stage);
      const rows: Save[] = [{ table: 'person', row: person }];
      if (app) rows.push({ table: 'account', row: account });
      if (free !== undefined) {
        const row = { id: person.id, version: 1, weekly: free.weekly, exceptions: [], changedAt: now };
        rows.push({ table: 'availability', row });
      }
      await save(stage, rows);
      return person;
    },
    async pair(mentor: Person, mentee: Person, state: Pair['state'] = 'active'): Promise<Pair> {
      const pair: Pair = {
        id: randomUUID(),
        version: 1,
        programmeId: programme.id,
        mentorId: mentor.id,
        menteeId: mentee.id,
        state,
        rhythmDays: null,
        lastHeldAt: null,
        createdAt: now,
        endedAt: null,
      };
      await save(stage, [{ table: 'pair', row: pair }]);
      return pair;
    },
  };
}

/** Free in the afternoons, from Monday to Friday. */
export const afternoons: Pick<Availability, 'weekly'> = {
  weekly: ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '13:00', to: '17:00' })),
};

export async function save(stage: Stage, saves: readonly Save[]): Promise<void> {
  // One at a time, because what refers to a row needs it to be there.
  for (const each of saves) {
    const done = await stage.store.commit(change({ saves: [each] }), { by: 'test' }, stage.at());
    if (done !== 'done') throw new Error(`${each.table}: ${done}`);
  }
}

function personOf(stage: Stage, given: Partial<Person>): Person {
  const id = randomUUID();
  const wrappedKey = stage.store.read.keys.newWrapped(id, stage.at());
  // What cards say is easier to look at in full; what a locked screen shows has a test of its own.
  const settings = { ...DEFAULT_SETTINGS, discreet: false };
  return personRow({ id, wrappedKey, createdAt: stage.clock.now(), settings, ...given });
}

function accountOf(person: Person, programmeId: string, userId: string, stage: Stage): Account {
  return {
    id: randomUUID(),
    version: 1,
    platform: 'telegram',
    tenant: '',
    userId,
    chatId: userId,
    personId: person.id,
    programmeId,
    actingForId: null,
    reachable: true,
    unreachableSince: null,
    unreachableWhy: null,
    createdAt: stage.clock.now(),
  };
}
