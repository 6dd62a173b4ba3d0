import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskPages } from '../../admin/desk/desk.ts';
import { type Route, WHO_MAY } from '../../admin/desk/who-may.ts';
import { newTask } from '../../core/tasks/task.ts';
import type { Writer } from '../support/paper-world.ts';
import { momentAt } from '../support/world.ts';
import { type Answer, type Browser, type DeskWorld, openDeskWorld } from './desk-world.ts';
import { manyDrafted } from './drafted.ts';
import { tellsConcern } from './tells-concern.ts';

/** Everybody who may stand before the desk. The other coordinator's programme is another one. */
const ROLES = [
  'nobody',
  'mentee',
  'mentor',
  'volunteer',
  'referrer',
  'coordinator',
  'other-coordinator',
  'safeguarding-lead',
  'safeguarding-deputy',
  'supervision-cover',
] as const;
type Who = (typeof ROLES)[number];
/** What somebody told those who look after safety. */
const WORDS = 'Words Canary';

let world: DeskWorld;
let mia: Writer;
let ruth: Writer;
let taskId: string;
let programmeId: string;
let concernId: string;
let pairId: string;
let matchIds: string[] = [];
const browsers = new Map<Who, Browser>();
const staff = new Map<Who, Writer>();

beforeAll(async () => {
  world = await openDeskWorld();
  programmeId = world.programmeId;
  const other = await world.programme('other');
  mia = await world.person('Mia Canary');
  await world.role(mia, 'mentee');
  ruth = await world.person('Ruth Canary');
  await world.role(ruth, 'mentor');
  pairId = (await world.pair(ruth, mia)).id;
  matchIds = await manyDrafted(world, mia, ruth);
  const task = newTask('wants-a-call', { programmeId, personId: mia.id }, momentAt(world.clock));
  taskId = task.id;
  await world.commit({ saves: [{ table: 'task', row: task }] });
  for (const role of ['coordinator', 'safeguarding-lead', 'safeguarding-deputy'] as const)
    staff.set(role, await world.staff(`Staff ${role}`, role));
  const far = await world.person('Far');
  await world.role(far, 'coordinator', other);
  staff.set('other-coordinator', far);
  for (const [role, who] of staff) browsers.set(role, await world.signedIn(who));
  // These have no way to a session of their own; one is put there, as if they had stolen a way in.
  for (const role of ['mentee', 'mentor', 'volunteer', 'referrer'] as const) {
    const who = await world.staff(`Member ${role}`, role);
    const own = await lentTo(who);
    browsers.set(role, own);
  }
  browsers.set('nobody', world.browser());
}, 120_000);
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

/** A session row that says it is theirs. */
async function lentTo(who: Writer): Promise<Browser> {
  const lender = await world.staff('Lender', 'coordinator');
  const own = await world.signedIn(lender);
  await world.rows(`UPDATE desk_session SET "personId" = '${who.id}' WHERE "personId" = '${lender.id}'`);
  await world.rows(`UPDATE role SET "endedAt" = now() WHERE "personId" = '${lender.id}'`);
  return own;
}

const ADDRESSES: Readonly<Record<Route, () => readonly [string, Record<string, string>?]>> = {
  'GET /style.css': () => ['/style.css'],
  'GET /sign-in': () => ['/sign-in'],
  'POST /sign-in': () => ['/sign-in', { code: 'none' }],
  'GET /link/:link': () => ['/link/none'],
  'POST /link/:link': () => ['/link/none'],
  'GET /': () => [''],
  'POST /sign-out': () => ['/sign-out'],
  'GET /sessions': () => ['/sessions'],
  'POST /sessions/end': () => ['/sessions/end'],
  'POST /sessions/:id/end': () => [`/sessions/${randomUUID()}/end`],
  'GET /programmes': () => ['/programmes'],
  'GET /programmes/:id': () => [`/programmes/${programmeId}`],
  'GET /retention': () => ['/retention'],
  'GET /what-we-keep': () => ['/what-we-keep'],
  'GET /today': () => ['/today'],
  'POST /tasks/:id/take': () => [`/tasks/${taskId}/take`],
  'POST /tasks/:id/done': () => [`/tasks/${taskId}/done`],
  'GET /people': () => ['/people'],
  'GET /people/:id': () => [`/people/${mia.id}`],
  'POST /people/:id/role': () => [`/people/${mia.id}/role`, { role: 'volunteer', programme: programmeId }],
  'POST /people/:id/letter': () => [`/people/${mia.id}/letter`, { words: 'Hello' }],
  'POST /people/:id/copy': () => [`/people/${mia.id}/copy`],
  'GET /people/:id/erase': () => [`/people/${mia.id}/erase`],
  'POST /people/:id/erase': () => [`/people/${ruth.id}/erase`, { asked: 'yes' }],
  'GET /concerns': () => ['/concerns'],
  'GET /concerns/:id': () => [`/concerns/${concernId}`],
  'POST /concerns/:id/read': () => [`/concerns/${concernId}/read`, { why: 'to-answer' }],
  'POST /concerns/:id/see': () => [`/concerns/${concernId}/see`],
  'POST /concerns/:id/take': () => [`/concerns/${concernId}/take`],
  'POST /concerns/:id/pause': () => [`/concerns/${concernId}/pause`],
  'POST /concerns/:id/resume': () => [`/concerns/${concernId}/resume`],
  'POST /concerns/:id/close': () => [`/concerns/${concernId}/close`, { outcome: 'talked' }],
  'GET /matching': () => ['/matching'],
  'GET /drafts/:id': () => [`/drafts/${programmeId}`],
  'POST /drafts/:id/ask': () => [`/drafts/${programmeId}/ask`],
  'POST /drafts/:id/offer': () => [`/drafts/${programmeId}/offer`],
  'POST /drafts/:id/add': () => [`/drafts/${programmeId}/add`, { mentee: mia.id, mentor: ruth.id }],
  'GET /matches/:id': () => [`/matches/${matchIds[0]}`],
  'POST /matches/:id/confirm': () => [`/matches/${matchIds[0]}/confirm`],
  'POST /matches/:id/aside': () => [`/matches/${matchIds[1]}/aside`],
  'POST /matches/:id/offer': () => [`/matches/${matchIds[2]}/offer`],
  'POST /matches/:id/swap': () => [`/matches/${matchIds[3]}/swap`, { mentor: ruth.id }],
  'POST /matches/:id/out': () => [`/matches/${matchIds[4]}/out`],
  'GET /audit': () => ['/audit'],
  'POST /audit/verify': () => ['/audit/verify'],
};
// Those that end a session, or remove what the others are about, come last.
const LAST: readonly string[] = [
  'POST /matches/:id/confirm',
  'POST /concerns/:id/take',
  'POST /concerns/:id/close',
  'POST /people/:id/erase',
  'POST /sessions/end',
  'POST /sign-out',
];
const ROUTES = (Object.keys(ADDRESSES) as Route[]).sort((a, b) => LAST.indexOf(a) - LAST.indexOf(b));

/** What each may, decided here once more and by hand: page, or what stands in its way. */
function expected(route: Route, who: Who): 'answered' | 'sign in' | 'nothing here' {
  if (WHO_MAY[route] === 'anybody') return 'answered';
  const isStaff = ['coordinator', 'other-coordinator', 'safeguarding-lead', 'safeguarding-deputy'].includes(
    who,
  );
  if (!isStaff) return 'sign in';
  if (route === 'POST /sessions/:id/end') return 'nothing here';
  if (route === 'GET /programmes/:id') return who === 'other-coordinator' ? 'nothing here' : 'answered';
  if (WHO_MAY[route] === 'signed-in') return 'answered';
  if (WHO_MAY[route] === 'answers') return who.startsWith('safeguarding') ? 'answered' : 'nothing here';
  if (!who.endsWith('coordinator')) return 'nothing here';
  const isTheirs = who === 'coordinator' || !route.includes(':id');
  return isTheirs ? 'answered' : 'nothing here';
}

async function asks(who: Who, route: Route): Promise<Answer> {
  const [path, fields] = ADDRESSES[route]();
  const member = staff.get(who);
  // The one before ended all of theirs.
  if (route === 'POST /sign-out' && member !== undefined) browsers.set(who, await world.signedIn(member));
  const browser = browsers.get(who) ?? world.browser();
  return route.startsWith('GET') ? await browser.get(path) : await browser.post(path, fields);
}

function whatCame({ status, to, text }: Answer): string {
  if (status === 303 && to === '/desk/sign-in') return 'sign in';
  return status === 404 && text.includes('There is nothing here') ? 'nothing here' : 'answered';
}

describe('every address of the desk, for every role', () => {
  it('is decided: the table, the handlers and this test know the same addresses', () => {
    const app = deskPages({ core: world.core, moment: () => momentAt(world.clock), wake: () => undefined });
    const answering = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(answering)].sort()).toEqual(Object.keys(WHO_MAY).sort());
    expect([...ROUTES].sort()).toEqual(Object.keys(WHO_MAY).sort());
  });

  it('answers those who may, and nobody else learns anything', { timeout: 120_000 }, async () => {
    const came: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    const leaks: string[] = [];
    // Those who may do most come last: what they remove was there for the others.
    const order = [...ROLES].sort((a, b) => Number(a === 'coordinator') - Number(b === 'coordinator'));
    for (const who of order) {
      // What one of those who answer closed is not there to be closed by the next.
      concernId = await tellsConcern(world, mia, WORDS, { pairId });
      for (const route of ROUTES) {
        const answer = await asks(who, route);
        came[`${who}: ${route}`] = whatCame(answer);
        wanted[`${who}: ${route}`] = expected(route, who);
        const isTheirs =
          who === 'coordinator' || (WHO_MAY[route] === 'answers' && who.startsWith('safeguarding'));
        if (!isTheirs && /Canary/.test(answer.text)) leaks.push(`${who}: ${route}`);
        const mayRead = route === 'POST /concerns/:id/read' && who.startsWith('safeguarding');
        if (answer.text.includes(WORDS) !== mayRead) leaks.push(`${who}: ${route}: the words`);
      }
    }
    expect(came).toEqual(wanted);
    expect(leaks).toEqual([]);
    console.info(`desk: ${ROUTES.length} addresses x ${ROLES.length} roles, 0 undecided, 0 leaks`);
  });

  it('has the same words, to the letter, for what is another’s and for what never was', async () => {
    const far = await world.person('Further');
    await world.role(far, 'coordinator', await world.programme('further'));
    const browser = await world.signedIn(far);
    const [theirs, nobodys] = [
      await browser.get(`/people/${mia.id}`),
      await browser.get(`/people/${randomUUID()}`),
    ];
    expect(theirs.text).toBe(nobodys.text);
    expect(theirs.status).toBe(nobodys.status);
  });

  it('writes down what staff saw of others, and what they were refused, once a page', async () => {
    const entries = () =>
      world.rows(`SELECT "by", action, ids, reason FROM audit WHERE action LIKE 'desk.re%' ORDER BY id`);
    const who = await world.staff('Nadia', 'coordinator');
    const other = await world.person('Nina');
    await world.role(other, 'coordinator', await world.programme('elsewhere'));
    const [own, others] = [await world.signedIn(who), await world.signedIn(other)];
    const before = (await entries()).length;
    const lee = await world.person('Lee');
    await world.role(lee, 'mentor');
    await own.get('/people');
    await own.get(`/people/${lee.id}`);
    await own.get('/retention');
    await others.get(`/people/${lee.id}`);
    const lead = await world.signedIn(await world.staff('Lena', 'safeguarding-lead'));
    await lead.get('/people');
    const [first, second, third, fourth, ...more] = (await entries()).slice(before);
    const by = `person:${who.id}`;
    expect(first).toMatchObject({ by, action: 'desk.read', ids: { at: 'GET /people' } });
    expect(second).toMatchObject({ by, ids: { at: 'GET /people/:id', personId: lee.id } });
    expect(third).toMatchObject({
      ...{ by: `person:${other.id}`, action: 'desk.refused', reason: 'desk.not-theirs' },
      ids: { at: 'GET /people/:id', personId: lee.id },
    });
    expect(fourth).toMatchObject({ action: 'desk.refused', ids: { at: 'GET /people' } });
    expect(more).toEqual([]);
  });
});
