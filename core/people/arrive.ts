import { z } from 'zod';
import { change, type OutgoingNew } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { answerWith } from './answer.ts';
import { newcomer } from './newcomer.ts';
import { notOpenYet, takesIn } from './not-open-yet.ts';
import type { Account, Person } from './person.ts';
import { SUPPORT_LINK } from './supporter-code.ts';
import { teamCodeHash } from './team-code.ts';
import { cameAbout } from './which-programme.ts';

/** A code that is not one of the programme's own is counted as this; what was sent is not kept. */
export const UNKNOWN_SOURCE = 'unknown';

/**
 * Somebody writes for the first time (REC-01). A person and their account are made in one change; help comes first when it
 * was asked for, then the welcome. What they wrote is not kept: they have not been asked yet.
 */
export const arrive = command({
  name: 'arrive',
  schema: z.object({
    payload: z.string().optional(),
    help: z.enum(['me', 'someone']).optional(),
    /** The group whose button brought them: they are led back to it. */
    groupId: z.uuid().optional(),
    /** Hash of the code that somebody was given by whoever sends them. */
    invite: z.string().optional(),
    /** The code by which those who run a programme come in before it is open. */
    team: z.string().optional(),
  }),
  async load(read, { payload, invite, groupId, team }) {
    const [all, referral, group] = await Promise.all([
      read.programmes.all(),
      invite === undefined ? undefined : read.enquiries.referralByCode(invite),
      groupId === undefined ? undefined : read.groups.groupRow(groupId),
    ]);
    const own = referral?.programmeId ?? group?.programmeId;
    // Whoever comes to help somebody, or to run the place, comes about no programme in particular.
    const isAsked = team === undefined && !(payload !== undefined && SUPPORT_LINK.test(payload));
    const run = team === undefined ? undefined : all.find((each) => each.teamCodeHash === teamCodeHash(team));
    const about = isAsked ? cameAbout(all, payload) : (run ?? all[0]);
    const codes = all.flatMap(({ document }) => document.sources.map(({ code }) => code));
    return { programme: all.find(({ id }) => id === own) ?? about, codes, referral, keys: read.keys };
  },
  decide({ programme, codes, referral, keys }, { payload, help, groupId, team, invite }, at, by) {
    if (by.is !== 'newcomer') throw new Error('Only somebody who is not known yet can arrive');
    if (!takesIn(programme, team, at.now)) return notOpenYet(by, help);
    const { person, account } = newcomer(
      by,
      { programme, keys },
      referral?.source ?? sourceOf(payload, codes),
      at,
    );
    return change({
      saves: [
        { table: 'person', row: person },
        { table: 'account', row: account },
      ],
      events: [
        { event: 'person.arrived', ids: { personId: person.id, source: person.source } },
        ...(groupId === undefined
          ? []
          : [{ event: 'person.came-for-group', ids: { personId: person.id, groupId } }]),
        ...(invite === undefined
          ? []
          : [{ event: 'person.was-sent', ids: { personId: person.id, codeHash: invite } }]),
      ],
      outgoing: first(person, account, { help, payload, groupId }),
    });
  },
});

type Brought = {
  readonly help: 'me' | 'someone' | undefined;
  readonly payload: string | undefined;
  readonly groupId: string | undefined;
};

function first(person: Person, account: Account, { help, payload, groupId }: Brought): OutgoingNew[] {
  const helped = help === undefined ? [] : [answerWith(person, account, 'help', { about: help })];
  const welcome = answerWith(person, account, 'welcome', {}, { card: 'welcome', mode: 'new' });
  if (groupId !== undefined && help === undefined)
    return [...helped, answerWith(person, account, 'say', { id: 'group-welcome-first', args: {} }), welcome];
  if (payload === undefined || !SUPPORT_LINK.test(payload)) return [...helped, welcome];
  return [...helped, welcome, answerWith(person, account, 'say', { id: 'supporter-link-later', args: {} })];
}

function sourceOf(payload: string | undefined, codes: readonly string[]): string | null {
  if (payload === undefined || payload === '' || SUPPORT_LINK.test(payload)) return null;
  const code = payload.toLowerCase();
  return codes.includes(code) ? code : UNKNOWN_SOURCE;
}
