import { readFileSync } from 'node:fs';
import type { DeskHolder } from '../../core/index.ts';
import { newTask } from '../../core/tasks/task.ts';
import { matchRows } from '../access/match-rows.ts';
import type { Someone } from '../access/sealed-rows.ts';
import type { Writer } from '../support/paper-world.ts';
import { momentAt } from '../support/world.ts';
import { type Browser, type DeskWorld, openDeskWorld, SESSION } from './desk-world.ts';

/** Somebody who is signed in at the desk, in a browser of their own. */
export type AtDesk = { readonly jo: Writer; readonly browser: Browser; readonly holder: DeskHolder };

/** One of two sites with a coordinator of its own, everybody with a name that tells where they are. */
export type Half = AtDesk & {
  readonly site: string;
  readonly where: string;
  readonly mia: Writer;
  readonly ruth: Writer;
  readonly ids: Readonly<Record<string, string>>;
};

export type TwoSites = {
  readonly world: DeskWorld;
  readonly glasgow: Half;
  readonly stirling: Half;
  /** Who sees the whole programme. */
  readonly lead: AtDesk;
  /** Somebody of no site yet. */
  readonly nobody: Writer;
  /** Something to do that names nobody and no programme. */
  readonly looseTaskId: string;
  someone(who: Writer): Promise<Someone>;
};

const SITES = [
  ['re-connect', 'Glasgow'],
  ['time-and-space', 'Stirling'],
] as const;
const AT_DESK = { is: 'coordinator', name: 'test' } as const;

/** Re:Connect with people at both of its sites, a day and a half after they began. */
export async function openTwoSites(): Promise<TwoSites> {
  const world = await openDeskWorld();
  const { programmeId } = world;
  const at = () => momentAt(world.clock);

  async function done(command: string, args: object): Promise<Readonly<Record<string, unknown>>> {
    const performed = await world.core.perform({ command, args, by: AT_DESK });
    if (performed.did !== 'done') throw new Error(`${command}: ${JSON.stringify(performed)}`);
    return performed.happened[0]?.ids ?? {};
  }

  async function someone({ id, accountId }: Writer): Promise<Someone> {
    const { people } = world.core.read;
    const [person, account, roles] = [
      await people.person(id),
      await people.account(accountId),
      await people.rolesOf(id),
    ];
    if (person === undefined || account === undefined) throw new Error('Nobody is there');
    return { person, account, roles };
  }

  async function named(name: string, role: string, site?: string): Promise<Writer> {
    const who = await world.person(name);
    const where = site === undefined ? {} : { site };
    await done('give-role', { personId: who.id, programmeId, role, ...where });
    return who;
  }

  async function signedIn(jo: Writer): Promise<AtDesk> {
    const browser = await world.signedIn(jo);
    const holder = await world.core.desk.holder(browser.cookies.get(SESSION) ?? '');
    if (holder === undefined) throw new Error('Nobody is signed in');
    return { jo, browser, holder };
  }

  /** Two who meet, and what there is to do about them. */
  async function aPair(site: string, where: string) {
    const [mia, ruth] = [
      await named(`Mia of ${where}`, 'mentee', site),
      await named(`Ruth of ${where}`, 'mentor', site),
    ];
    const pair = await world.pair(ruth, mia);
    const meets = { pairId: pair.id, wall: '2026-11-24T17:00', mode: 'phone' };
    const { meetingId } = await done('book-for-pair', meets);
    const tasks = [
      newTask('wants-a-call', { programmeId, personId: mia.id }, at()),
      newTask('clash', { programmeId, pairId: pair.id }, at()),
      newTask('tell-by-phone', { programmeId: null, personId: ruth.id }, at()),
      newTask('wants-a-change', { programmeId, personId: mia.id }, at()),
    ];
    await world.commit({ saves: tasks.map((row) => ({ table: 'task', row }) as const) });
    const [taskId = '', pairTaskId = '', noProgrammeTaskId = '', doneTaskId = ''] = tasks.map(({ id }) => id);
    const ids = { meetingId: String(meetingId), taskId, pairTaskId, noProgrammeTaskId, doneTaskId };
    return { mia, ruth, ids };
  }

  /** Two who agreed how often they meet, and have not met for long. */
  async function aQuietPair(site: string, where: string): Promise<void> {
    const [one, two] = [
      await named(`Kai of ${where}`, 'mentee', site),
      await named(`Pat of ${where}`, 'mentor', site),
    ];
    await world.pair(two, one, { rhythmDays: 7, createdAt: world.clock.now().subtract({ hours: 24 * 60 }) });
  }

  /** Somebody who has come in and has no role yet. */
  async function hasComeIn(site: string, where: string): Promise<string> {
    const who = await world.person(`Eve of ${where}`);
    const two = { programmeId, mentee: await someone(who), mentor: await someone(who) };
    const { rows } = matchRows(two, () => at().newId(), world.clock.now(), site);
    const own = rows.flatMap((each) => (each.table === 'enquiry' && each.row.as === 'mentor' ? [each] : []));
    await world.commit({ saves: own });
    return who.id;
  }

  /** Two who may become a pair. */
  async function aMatch(site: string, where: string) {
    const [seeker, helper] = [
      await named(`Wyn of ${where}`, 'mentee', site),
      await named(`Max of ${where}`, 'volunteer', site),
    ];
    const two = { programmeId, mentee: await someone(seeker), mentor: await someone(helper) };
    const { matchId, rows } = matchRows(two, () => at().newId(), world.clock.now(), site);
    await world.commit({ saves: rows });
    return { matchId, seekerId: seeker.id, helperId: helper.id };
  }

  async function half(site: string, where: string) {
    const jo = await named(`Jo of ${where}`, 'coordinator', site);
    const { mia, ruth, ids } = await aPair(site, where);
    const match = await aMatch(site, where);
    await aQuietPair(site, where);
    const comerId = await hasComeIn(site, where);
    const training = { programmeId, modules: ['approach'], startsAt: '2026-11-24T10:00:00Z', minutes: 60 };
    const hall = { where: `The hall of ${where}`, capacity: 9, site };
    const { trainingMeetingId } = await done('plan-training', { ...training, ...hall });
    await done('write-supervision', { words: `Said of ${where}`, mentorId: ruth.id, fromId: jo.id });
    const all = { ...ids, ...match, comerId, trainingMeetingId: String(trainingMeetingId) };
    return { site, where, jo, mia, ruth, ids: all };
  }

  const first = await world.core.read.programmes.programme(programmeId);
  const file = new URL('../../core/programmes/re-connect.json', import.meta.url);
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  await done('load-programme', { slug: first?.slug, document });
  const lou = await named('Lou of All', 'coordinator');
  const [glasgow, stirling] = [await half(...SITES[0]), await half(...SITES[1])];
  const nobody = await named('Nell of Nowhere', 'mentee');
  await world.person('Una of Nowhere');
  await world.person(null, { state: 'arriving' });
  const loose = newTask('tell-by-phone', { programmeId: null }, at());
  await world.commit({ saves: [{ table: 'task', row: loose }] });
  await world.later({ hours: 30 });
  const halves = await Promise.all(
    [glasgow, stirling].map(async (each) => {
      const signed = await signedIn(each.jo);
      await signed.browser.post(`/people/${each.mia.id}/copy`);
      // What names no person is in the audit too.
      const { desk } = world.core;
      await desk.perform(signed.holder, 'finish-task', { taskId: each.ids.doneTaskId });
      const ahead = { programmeId, modules: ['approach'], startsAt: '2026-12-09T10:00:00Z', minutes: 60 };
      const did = await desk.perform(signed.holder, 'plan-training', { ...ahead, where: 'x', capacity: 9 });
      const aheadId = did.did === 'done' ? String(did.happened[0]?.ids['trainingMeetingId']) : '';
      return { ...each, ...signed, ids: { ...each.ids, aheadId } };
    }),
  );
  const [here, there] = halves;
  if (here === undefined || there === undefined) throw new Error('There are two sites');
  const lead = await signedIn(lou);
  return { world, glasgow: here, stirling: there, lead, nobody, looseTaskId: loose.id, someone };
}
