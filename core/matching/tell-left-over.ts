import { z } from 'zod';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { type Change, change, type DueNew, next, together } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import { nextLoud } from '../time/quiet.ts';
import { isOpen } from './end-match.ts';
import type { MatchDraft } from './match.ts';
import { newsDaysOf, newsOf, nextNews } from './wait-news.ts';

/** Who waits and is looked at in one go. */
const AT_A_TIME = 50;

const LeftOver = z.object({
  draftId: z.uuid(),
  /** Where it was sent for some sites alone. */
  sites: z.array(z.string()).nullable(),
  /** All who wait, those after one of them. */
  after: z.uuid().nullable().default(null),
});

/** A draft was sent: those whom it leaves over are told. */
export function leftOverOf({ id }: MatchDraft, sites: readonly string[] | null, at: Moment): DueNew {
  return dueFor({ draftId: id, sites: sites === null ? null : [...sites], after: null }, at);
}

function dueFor(args: z.infer<typeof LeftOver>, at: Moment): DueNew {
  return {
    key: `tell-left-over:${args.draftId}:${at.newId()}`,
    command: 'tell-left-over',
    args,
    at: at.now,
  };
}

/**
 * Whoever was looked at for a draft that is sent, and has nobody from it, is told so: honestly, with what happens next, never
 * a place in a queue, and once for each draft. Nobody is told who chose to hear real news alone, who is on a break, or who
 * has a list to choose from or asks somebody.
 */
export const tellLeftOver = command({
  name: 'tell-left-over',
  speaksFirst: true,
  schema: LeftOver,
  async load(read, { draftId, sites, after }) {
    const draft = await read.matches.draft(draftId);
    if (draft?.state !== 'ready' || draft.movedAt === null) return undefined;
    const [programme, waiting] = await Promise.all([
      read.programmes.programme(draft.programmeId),
      read.enquiries.waiting(draft.programmeId, 'mentee'),
    ]);
    const theirs = waiting
      .filter(
        ({ id, site }) =>
          (after === null || id > after) && (sites === null || sites.some((each) => each === site)),
      )
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const page = theirs.slice(0, AT_A_TIME);
    if (programme === undefined || page.length === 0) return undefined;
    const ids = page.map(({ personId }) => personId);
    const [people, known] = await Promise.all([
      read.people.people(ids),
      read.matches.ofMentees(ids, programme.id),
    ]);
    const has = new Set(known.filter(isOpen).map(({ menteeId }) => menteeId));
    const { movedAt: madeAt } = draft;
    const left = page.flatMap((enquiry) => {
      const person = people.find(({ id }) => id === enquiry.personId);
      const isLeft = person?.state === 'active' && !person.paused && !has.has(person.id);
      // Who began to wait when it was made already was not looked at for it, and is left over by nobody.
      const wasThere = isBefore(enquiry.waitingSince ?? enquiry.createdAt, madeAt);
      const isTold = enquiry.newsAt !== null && !isBefore(enquiry.newsAt, madeAt);
      return isLeft && wasThere && !isTold ? [{ enquiry, person }] : [];
    });
    return { programme, left, last: theirs.length > AT_A_TIME ? page.at(-1)?.id : undefined };
  },
  decide(found, args, at, by): Change {
    if (by.is !== 'clock') throw new Error('It follows from a draft that is sent, nobody does it');
    if (found === undefined) return change({});
    const { programme, left, last } = found;
    const goesOn = last === undefined ? [] : [dueFor({ ...args, after: last }, at)];
    return together(...left.map((each) => told(each, programme, at)), change({ due: goesOn }));
  },
});

type Left = { readonly enquiry: Enquiry; readonly person: Person };

/** It counts as news of how it stands: the next comes a whole rhythm later. */
function told({ enquiry, person }: Left, programme: Programme, at: Moment): Change {
  if (newsDaysOf(enquiry, programme) === 0) return change({});
  const { programmeId, as } = enquiry;
  return change({
    saves: [{ table: 'enquiry', row: next(enquiry, { newsAt: at.now }) }],
    callOff: [newsOf(enquiry)],
    due: nextNews(enquiry, person, programme, at),
    events: [{ event: 'wait.told', ids: { enquiryId: enquiry.id, programmeId } }],
    outgoing: [
      {
        to: person.id,
        screen: 'wait-news',
        args: { programmeId, as, after: 'draft' },
        mode: 'new',
        at: nextLoud(at.now, person.zone, person.quietFrom, person.quietTo),
        until: at.now.add({ hours: 48 }),
      },
    ],
  });
}
