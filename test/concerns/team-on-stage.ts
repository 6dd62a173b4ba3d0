import { randomUUID } from 'node:crypto';
import type { Save } from '../../core/kernel/change.ts';
import { DEFAULT_SETTINGS, type Person, type Role } from '../../core/people/person.ts';
import type { Programme } from '../../core/programmes/programme.ts';
import { peopleOn, save } from '../meetings/a-pair.ts';
import { later, type Two, twoOn } from '../pair-messages/two-on-stage.ts';
import type { Phone, Stage } from '../support/stage.ts';

/** A pair, a safeguarding lead and two deputies, and somebody who coordinates, each with a phone. */
export type Team = Two & {
  readonly programme: Programme;
  readonly safi: Phone;
  readonly dee: Phone;
  readonly eve: Phone;
  readonly cora: Phone;
  readonly lead: Person;
  readonly deputy: Person;
  readonly second: Person;
  readonly coordinator: Person;
};

export async function teamOn(stage: Stage, discreet = false): Promise<Team> {
  const two = await twoOn(stage, {}, discreet);
  const settings = { ...DEFAULT_SETTINGS, discreet };
  const people = await peopleOn(stage);
  const lead = await people.person('Safi', { settings });
  const deputy = await people.person('Dee', { settings });
  const second = await people.person('Eve', { settings });
  const coordinator = await people.person('Cora', { settings });
  const programmeId = two.pair.programmeId;
  await stage.rows('UPDATE account SET "programmeId" = $1', [programmeId]);
  await stage.rows('DELETE FROM programme WHERE id <> $1', [programmeId]);
  await give(stage, programmeId, lead, 'safeguarding-lead', 0);
  await give(stage, programmeId, deputy, 'safeguarding-deputy', 1);
  await give(stage, programmeId, second, 'safeguarding-deputy', 2);
  await give(stage, programmeId, coordinator, 'coordinator', 0);
  const known = await stage.store.read.programmes.programme(programmeId);
  if (known === undefined) throw new Error('There is no programme');
  const safeguarding = { ...known.document.safeguarding, hours: 'every day, 8 to 8' };
  const programme = { ...known, version: known.version + 1, document: { ...known.document, safeguarding } };
  await save(stage, [{ table: 'programme', row: programme }]);
  const phones = {
    safi: stage.phone('Safi'),
    dee: stage.phone('Dee'),
    eve: stage.phone('Eve'),
    cora: stage.phone('Cora'),
  };
  return { ...two, ...phones, programme, lead, deputy, second, coordinator };
}

export async function give(
  stage: Stage,
  programmeId: string,
  person: Person,
  role: Role['role'],
  seconds = 0,
): Promise<void> {
  const since = stage.clock.now().add({ seconds });
  const row = { id: randomUUID(), version: 1, personId: person.id, programmeId, role, since, endedAt: null };
  const saves: Save[] = [{ table: 'role', row }];
  await save(stage, saves);
}

/** Another chat app of somebody's, in which their phone has the same name. */
export async function links(stage: Stage, person: Person, platform: string, name: string): Promise<Phone> {
  const row = {
    ...{ id: randomUUID(), version: 1, platform, tenant: '', userId: name, chatId: name },
    ...{ personId: person.id, programmeId: null, actingForId: null, reachable: true },
    ...{ unreachableSince: null, unreachableWhy: null, createdAt: stage.clock.now().add({ minutes: 1 }) },
  };
  await save(stage, [{ table: 'account', row }]);
  return stage.phone(name, platform);
}

/** Tells it from the help card to the last press. */
export async function tells(phone: Phone, words?: string): Promise<void> {
  await phone.commands('help');
  await phone.presses('I need help now');
  await phone.presses('Go on');
  if (words !== undefined) await phone.says(words);
  await phone.presses('Send it to Safi, safeguarding lead');
}

export async function minutes(stage: Stage, count: number): Promise<void> {
  await later(stage, stage.clock.now().add({ minutes: count }).toString());
}

export async function states(stage: Stage): Promise<unknown[]> {
  return (await stage.rows('SELECT state FROM concern ORDER BY id')).map(({ state }) => state);
}

export async function stepsOn(stage: Stage): Promise<string[]> {
  const rows =
    await stage.rows(`SELECT s.step, p.name FROM concern_step s LEFT JOIN person p ON p.id = s."byId"
    ORDER BY s.at, s.id`);
  return rows.map(({ step, name }) => `${String(step)} ${String(name)}`);
}
