import { z } from 'zod';
import { change, type OutgoingNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import type { Programme } from '../programmes/programme.ts';
import { answerWith } from './answer.ts';
import { type Account, DEFAULT_SETTINGS, type Person } from './person.ts';
import { DEFAULT_QUIET } from './quiet-hours.ts';
import { SUPPORT_LINK } from './supporter-code.ts';

/** A code that is not one of the programme's own is counted as this; what was sent is not kept. */
export const UNKNOWN_SOURCE = 'unknown';

/**
 * Somebody writes for the first time (REC-01). A person and their account are made in one change; help comes first when it
 * was asked for, then the welcome. What they wrote is not kept: they have not been asked yet.
 */
export const arrive = command({
  name: 'arrive',
  schema: z.object({ payload: z.string().optional(), help: z.enum(['me', 'someone']).optional() }),
  async load(read) {
    return { programme: await read.programmes.first(), keys: read.keys };
  },
  decide({ programme, keys }, { payload, help }, at, by) {
    if (by.is !== 'newcomer') throw new Error('Only somebody who is not known yet can arrive');
    const id = at.newId();
    const person: Person = {
      id,
      version: 1,
      state: 'arriving',
      name: null,
      // Until they tell us: where most of those we serve live, and hours in which few want to hear a phone (our defaults).
      zone: 'Europe/London',
      language: 'en',
      quietFrom: DEFAULT_QUIET.from,
      quietTo: DEFAULT_QUIET.to,
      adult: null,
      agreedVersion: null,
      agreedAt: null,
      source: sourceOf(payload, programme),
      situationSealed: null,
      paused: false,
      pausedUntil: null,
      stoppedAt: null,
      settings: DEFAULT_SETTINGS,
      wrappedKey: keys.newWrapped(id, at),
      createdAt: at.now,
    };
    const account: Account = {
      id: at.newId(),
      version: 1,
      ...by.account,
      chatId: by.chatId,
      personId: id,
      programmeId: programme?.id ?? null,
      actingForId: null,
      reachable: true,
      unreachableSince: null,
      unreachableWhy: null,
      createdAt: at.now,
    };
    return change({
      saves: [
        { table: 'person', row: person },
        { table: 'account', row: account },
      ],
      events: [{ event: 'person.arrived', ids: { personId: id, source: person.source } }],
      outgoing: first(person, account, help, payload),
    });
  },
});

function first(
  person: Person,
  account: Account,
  help: 'me' | 'someone' | undefined,
  payload: string | undefined,
): OutgoingNew[] {
  const helped = help === undefined ? [] : [answerWith(person, account, 'help', { about: help })];
  const welcome = answerWith(person, account, 'welcome', {}, { card: 'welcome', mode: 'new' });
  if (payload === undefined || !SUPPORT_LINK.test(payload)) return [...helped, welcome];
  return [...helped, welcome, answerWith(person, account, 'say', { id: 'supporter-link-later', args: {} })];
}

function sourceOf(payload: string | undefined, programme: Programme | undefined): string | null {
  if (payload === undefined || payload === '' || SUPPORT_LINK.test(payload)) return null;
  const code = payload.toLowerCase();
  const known = programme?.document.sources.some((source) => source.code === code) === true;
  return known ? code : UNKNOWN_SOURCE;
}
