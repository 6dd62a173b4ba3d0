import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { adminApi } from '../../admin/admin-api.ts';
import { hashOfToken, tokenFrom } from '../../core/access/tokens.ts';
import { APPS, type AppName } from '../support/apps/app.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { momentAt, openWorld, type World } from '../support/world.ts';

/** A programme that comes with the house, with its coordinator in Slack. */
export type Shipped = {
  readonly world: World;
  readonly programmeId: string;
  readonly cora: AppHand;
  phone(name: string, app: AppName): AppHand;
  /** Arrives, and answers what the programme asks of somebody who comes as that. */
  comes(
    hand: AppHand,
    name: string,
    as: 'mentee' | 'mentor',
    steps: readonly Step[],
    code?: string,
  ): Promise<void>;
  /** What a coordinator presses on the board beside what it says of somebody. */
  decides(about: RegExp, button: string): Promise<void>;
  /** Modules that somebody did, put down by a coordinator. */
  learned(hand: AppHand, ...modules: readonly string[]): Promise<void>;
  stateOf(hand: AppHand): Promise<unknown>;
  /** Names of those on the list of somebody who waits for a mentor. */
  listOf(hand: AppHand): Promise<string[]>;
  close(): Promise<void>;
};

/** A label to press, or words to write. */
export type Step = { readonly press: string | RegExp } | string;

/** Several choices pressed one after the other, and that this is all. */
export function several(...labels: readonly string[]): Step[] {
  return [...labels.map((press) => ({ press })), { press: 'That is all' }];
}

export async function openShipped(name: 're-connect' | 'next-steps'): Promise<Shipped> {
  const file = new URL(`../../core/programmes/${name}.json`, import.meta.url);
  return await openWith(JSON.parse(readFileSync(file, 'utf8')));
}

/** The same with any programme. */
export async function openWith(document: unknown): Promise<Shipped> {
  const world = await openWorld({ apps: APPS });
  const first = await world.core.read.programmes.first();
  await world.coordinate('load-programme', { slug: first?.slug, document });
  const programmeId = first?.id ?? '';
  const phone = (who: string, app: AppName): AppHand => handOn(world, world.phone(who, app));
  const cora = phone('Cora', 'slack');
  await arrives(cora, 'Cora');
  await world.coordinate('give-role', { personId: await cora.personId(), programmeId, role: 'coordinator' });
  return {
    world,
    programmeId,
    cora,
    phone,
    async comes(hand, who, as, steps, code) {
      if (code?.startsWith('invite') === true && hand.phone.app !== 'telegram')
        throw new Error('No link there');
      await arrives(hand, who, code);
      await hand.presses(as === 'mentee' ? 'I would like support' : 'I would like to support others');
      await hand.presses('Yes, that is fine');
      await hand.does(...steps);
    },
    async decides(about, button) {
      await cora.writes('board');
      while (!about.test(cora.reads()) && cora.labels().includes('Show more'))
        await cora.presses('Show more');
      const lines = cora.reads().split('\n');
      const [number] = /\d+/.exec(lines.find((each) => about.test(each)) ?? '') ?? [];
      if (number === undefined) throw new Error(`The board says nothing like ${about}: ${cora.reads()}`);
      await cora.presses(`${number} · ${button}`);
    },
    async learned(hand, ...modules) {
      const about = { personId: await hand.personId(), programmeId, kind: 'module', doneOn: '2026-11-20' };
      for (const what of modules) await world.coordinate('record-training', { ...about, what });
    },
    async stateOf(hand) {
      const own = 'SELECT state FROM enquiry WHERE "personId" = $1';
      return (await world.rows(own, [await hand.personId()]))[0]?.['state'];
    },
    async listOf(hand) {
      const rows = await world.rows(
        `SELECT p.name FROM match m JOIN person p ON p.id = m."mentorId"
          WHERE m.state = 'offered' AND m."menteeId" = $1 ORDER BY p.name`,
        [await hand.personId()],
      );
      return rows.map(({ name }) => String(name));
    },
    close: () => world.close(),
  };
}

/** An agency with a key of its own, and every word that it was ever told. */
export type Agency = {
  sends(more: object): Promise<{ readonly id: string; readonly start: string }>;
  hears(id: string): Promise<unknown>;
  readonly heard: readonly string[];
};

const Taken = z.object({ referralId: z.uuid(), start: z.string() });

export async function agencyOf({ world, programmeId }: Shipped, source: string): Promise<Agency> {
  const token = tokenFrom(momentAt(world.clock).random(32));
  const key = { name: source, hash: hashOfToken(token), scopes: ['referrals'], source, days: 30 };
  await world.coordinate('make-token', key);
  const programme = (await world.core.read.programmes.programme(programmeId))?.slug;
  const api = adminApi({ core: world.core, moment: () => momentAt(world.clock), wake: () => undefined });
  const heard: string[] = [];
  const asks = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await api.request(path, { method, headers, ...sent });
    const said = await response.text();
    heard.push(said);
    if (response.status !== 200) throw new Error(said);
    return JSON.parse(said);
  };
  return {
    heard,
    async sends(more) {
      const sent = { programme, source, agreed: true, ...more };
      const { referralId, start } = Taken.parse(await asks('POST', '/v1/referrals', sent));
      return { id: referralId, start };
    },
    hears: (id) => asks('GET', `/v1/referrals/${id}`),
  };
}

/** What comes by itself says on a locked screen only that there is something. */
export async function seesIt(hand: AppHand): Promise<void> {
  if (hand.labels().includes('See it')) await hand.presses('See it');
}

/** Mentors who are on somebody's list just now, by name. */
export async function offered({ world }: Shipped): Promise<unknown[]> {
  const rows = await world.rows(
    `SELECT p.name FROM match m JOIN person p ON p.id = m."mentorId" WHERE m.state = 'offered' ORDER BY p.name`,
  );
  return rows.map(({ name }) => name);
}

/** What is pressed at questions that somebody passes over, and at the last one. */
export const SKIP = { press: 'Skip' };
export const RATHER_NOT = { press: 'I would rather not say' };
export const NONE = { press: /^None/ };
export const YES_SHARE = { press: 'Yes, they may' };
