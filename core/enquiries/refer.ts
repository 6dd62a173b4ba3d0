import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import type { Enquiry, Referral } from './enquiry.ts';
import { newEnquiry } from './new-enquiry.ts';

/** How long the code that was given to somebody is good (our default). */
const CODE_LIFE = Temporal.Duration.from({ hours: 24 * 60 });

/**
 * An agency or a service of the house sends somebody, who agreed to that (REC-03, REC-04). Nothing of the person is told here:
 * they are given the code, and begin the chat themselves (REC-22).
 */
export const makeReferral = command({
  name: 'make-referral',
  schema: z.object({
    programme: z.string(),
    source: z.string(),
    /** Hash of the code, which is made where it is given out. */
    codeHash: z.string().length(43),
    agreed: z.literal(true),
    tellsAgency: z.boolean().default(false),
  }),
  load: (read, { programme }) => read.programmes.bySlug(programme),
  decide(programme, { source, codeHash, tellsAgency }, at, by) {
    if (by.is !== 'coordinator') return { refused: 'referral.not-yours', say: text('coordinators-only') };
    // An agency's own key sends people from that agency alone.
    if (by.source !== undefined && by.source !== source)
      return { refused: 'referral.not-yours', say: text('referral-other-source') };
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    const from = programme.document.sources.find(({ code }) => code === source);
    if (from === undefined || (from.kind !== 'agency' && from.kind !== 'host'))
      return { refused: 'referral.source', say: text('referral-source') };
    const row: Referral = {
      id: at.newId(),
      version: 1,
      programmeId: programme.id,
      source,
      route: from.kind,
      codeHash,
      state: 'sent',
      tellsAgency,
      consentAt: at.now,
      createdAt: at.now,
      openedAt: null,
      endsAt: at.now.add(CODE_LIFE),
    };
    return change({
      saves: [{ table: 'referral', row }],
      events: [{ event: 'referral.made', ids: { referralId: row.id } }],
    });
  },
});

/** It was made by mistake, or the person no longer wants it: the code opens nothing more. */
export const endReferral = command({
  name: 'end-referral',
  schema: z.object({ referralId: z.uuid() }),
  load: (read, { referralId }) => read.enquiries.referral(referralId),
  decide(referral, { referralId }, _at, by) {
    if (by.is !== 'coordinator') return { refused: 'referral.not-yours', say: text('coordinators-only') };
    if (referral === undefined) return { refused: 'referral.unknown', say: text('referral-unknown') };
    if (referral.state !== 'sent') return change({});
    return change({
      saves: [{ table: 'referral', row: next(referral, { state: 'ended' }) }],
      events: [{ event: 'referral.ended', ids: { referralId } }],
    });
  },
});

async function whoOpens(read: Reader, by: By, personId: string | undefined) {
  const id = by.is === 'person' ? by.person.id : personId;
  return id === undefined ? undefined : await read.people.person(id);
}

/** Somebody opens the link they were given, or writes the code: as the first thing they do here, or later. */
export const useInvite = command({
  name: 'use-invite',
  schema: z.object({ codeHash: z.string(), personId: z.uuid().optional() }),
  async load(read, { codeHash, personId }, by) {
    const [person, referral] = await Promise.all([
      whoOpens(read, by, personId),
      read.enquiries.referralByCode(codeHash),
    ]);
    if (person === undefined || referral === undefined)
      return { person, referral, programme: undefined, enquiry: undefined, roles: [] };
    const [programme, enquiry, roles] = await Promise.all([
      read.programmes.programme(referral.programmeId),
      read.enquiries.of(person.id, referral.programmeId, 'mentee'),
      read.people.rolesOf(person.id),
    ]);
    return { person, referral, programme, enquiry, roles };
  },
  decide({ person, referral, programme, enquiry, roles }, _args, at, by) {
    if (person === undefined) return change({});
    const isNew = by.is === 'clock';
    const told = (say: Text): Refusal | ReturnType<typeof change> =>
      isNew
        ? change({
            outgoing: [{ to: person.id, screen: 'say', args: { id: say.id, args: say.args }, mode: 'new' }],
          })
        : { refused: 'referral.not-good', say, show: { screen: 'home', args: {} } };
    if (person.state === 'held') return told(text('invite-not-now'));
    if (referral === undefined || programme === undefined) return told(text('invite-unknown'));
    const own = enquiry?.referralId === referral.id;
    if (own) return told(text('invite-yours'));
    if (referral.state === 'opened' || referral.state === 'in-touch') return told(text('invite-used'));
    if (referral.state === 'ended' || !isBefore(at.now, referral.endsAt)) return told(text('invite-over'));
    // Whoever gives codes out may look where one leads; it stays good for the person it was made for.
    if (roles.some((each) => each.role === 'coordinator' && each.programmeId === programme.id))
      return told(text('invite-for-somebody'));
    if (enquiry != null && enquiry.referralId !== null) return told(text('invite-has-other'));
    const isIn = person.state === 'active' || person.state === 'stopped';
    const seen = {
      to: person.id,
      screen: isIn ? 'way-in' : 'welcome',
      args: isIn ? { programmeId: programme.id } : {},
      mode: 'new',
    } as const;
    return change({
      saves: [...opened(person, programme, referral, enquiry, at), ...turned(by, programme)],
      events: [{ event: 'referral.opened', ids: { referralId: referral.id } }],
      outgoing: by.is === 'person' ? [{ ...seen, account: by.account.id, evenIfStopped: true }] : [],
    });
  },
});

/** A chat of which it was not known yet what it is about speaks of the programme they were sent to. */
function turned(by: By, { id }: Programme): Save[] {
  if (by.is !== 'person' || by.account.programmeId !== null) return [];
  return [{ table: 'account', row: next(by.account, { programmeId: id }) }];
}

/** The code is used, and the way in says who sent them. Of somebody who came before by themselves, how they came stays. */
function opened(
  person: Person,
  programme: Programme,
  referral: Referral,
  enquiry: Enquiry | undefined,
  at: Moment,
): Save[] {
  const from = { source: referral.source, route: referral.route } as const;
  const isBegun = enquiry !== undefined && !['asking', 'not-yet', 'withdrawn'].includes(enquiry.state);
  const row: Enquiry =
    enquiry === undefined
      ? { ...newEnquiry(person, programme, 'mentee', from, at), referralId: referral.id }
      : next(enquiry, { referralId: referral.id, ...(isBegun ? {} : from) });
  const state = isBegun ? 'in-touch' : 'opened';
  return [
    { table: 'enquiry', row },
    { table: 'referral', row: next(referral, { state, openedAt: at.now }) },
  ];
}

/** What whoever sent somebody may know: that it was taken in, and how far it came only where the person agreed to that. */
export function toldAgency(
  { state, tellsAgency, endsAt }: Referral,
  now: Temporal.Instant,
): { readonly state: 'sent' | 'opened' | 'in-touch' | 'ended' | 'not-told' } {
  if (!tellsAgency) return { state: 'not-told' };
  return { state: state === 'sent' && !isBefore(now, endsAt) ? 'ended' : state };
}
