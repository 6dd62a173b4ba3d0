import { z } from 'zod';
import { type Change, change, next, together } from '../../kernel/change.ts';
import { type By, command } from '../../kernel/command.ts';
import type { Moment } from '../../moment.ts';
import type { Reader } from '../../store/reader.ts';
import { answerWith } from '../answer.ts';
import { newcomer } from '../newcomer.ts';
import { notOpenYet, takesIn } from '../not-open-yet.ts';
import { holderOf } from '../own-matter.ts';
import type { Account, Person } from '../person.ts';
import type { AppLink } from './app-link.ts';
import { linkCodeHash, triesOf } from './link-code.ts';
import { isOpen, linkEvent, mayBeJoined, movedOn, only, sayTo, tellOwner } from './link-rules.ts';
import { counted, EVERYBODY, isTooMany } from './link-tries.ts';
import { foundTwoRecords, isSomebody } from './two-records.ts';

/** Why a code does not work here; each has a sentence of its own. */
const SAID = {
  wrong: 'link-not-known',
  expired: 'link-expired',
  used: 'link-used',
  taken: 'link-taken',
  'too-many': 'link-too-many',
  'own-here': 'link-own-here',
  'own-there': 'link-own-there',
  other: 'link-other-person',
} as const;

async function load(read: Reader, { code }: { readonly code: string }, by: By) {
  const hash = linkCodeHash(code);
  const link = await read.links.linkByCode(hash);
  const known = by.is === 'person' ? holderOf(by) : undefined;
  const from = by.is === 'newcomer' ? by.account : known?.account;
  if (from === undefined) throw new Error('A code is written in a chat');
  const [owner, ownerFrom, own, all, hasNothing, programme, twoRecords] = await Promise.all([
    link === undefined ? undefined : read.people.person(link.personId),
    link === undefined ? undefined : read.people.account(link.accountId),
    read.links.tries(triesOf(from)),
    read.links.tries(EVERYBODY),
    known === undefined ? true : read.links.hasNothing(known.person.id),
    read.programmes.first(),
    link === undefined || known === undefined ? [] : read.tasks.ofTwoRecords(link.personId, known.person.id),
  ]);
  const limits = { tries: { own, all }, triesId: triesOf(from) };
  return { link, owner, ownerFrom, ...limits, hasNothing, programme, twoRecords, keys: read.keys };
}

type Data = Awaited<ReturnType<typeof load>>;
type Who = { readonly person: Person; readonly account: Account };

/**
 * Somebody writes a code in the app that is to be linked, perhaps the first thing they ever write there. They are told whose
 * it is, and asked; nothing is linked by this.
 */
export const useLinkCode = command({
  name: 'use-link-code',
  schema: z.object({ code: z.string() }),
  keepsForm: true,
  load,
  decide(data, _args, at, by): Change {
    if (by.is !== 'newcomer') return tried(data, holderOf(by), at);
    // Somebody who comes by a code of theirs is in already.
    if (data.link === undefined && !takesIn(data.programme, undefined, at.now))
      return notOpenYet(by, undefined);
    const who = newcomer(by, data, null, at);
    const made = change({
      saves: [
        { table: 'person', row: who.person },
        { table: 'account', row: who.account },
      ],
      // Whether somebody new has come is known once they have answered.
      events: [{ event: 'account.made-by-code', ids: { personId: who.person.id } }],
    });
    return together(made, tried(data, who, at));
  },
});

function tried(data: Data, who: Who, at: Moment): Change {
  const { link, owner, tries, hasNothing } = data;
  const { person, account } = who;
  if (isTooMany(tries, at.now)) return only([sayTo(person, account, SAID['too-many'])]);
  if (link === undefined || owner?.state !== 'active') return wrong(data, who, 'wrong', at);
  if (link.state === 'done' || link.state === 'ended') return wrong(data, who, 'used', at);
  if (!isOpen(link, at.now)) return wrong(data, who, 'expired', at);
  if (link.personId === person.id) {
    return only([sayTo(person, account, SAID[link.accountId === account.id ? 'own-here' : 'own-there'])]);
  }
  if (link.toAccountId !== null && link.toAccountId !== account.id) return spent(link, data, who, at);
  if (!mayBeJoined(person, hasNothing)) return notJoined(link, data, who, at);
  const asked = answerWith(person, account, 'link-asked', { id: link.id });
  if (link.toAccountId === account.id) return only([asked]);
  return change({
    saves: [{ table: 'app_link', row: movedOn(link, { state: 'asked', toAccountId: account.id }, at) }],
    events: [linkEvent('asked', link, { accountId: account.id })],
    outgoing: [asked],
  });
}

/** Written rather than refused, because such tries are counted. */
function wrong(
  { tries, triesId }: Data,
  { person, account }: Who,
  why: keyof typeof SAID,
  at: Moment,
): Change {
  return together(
    counted(tries, triesId, at),
    change({
      events: [{ event: 'app-link.not-taken', ids: { why } }],
      outgoing: [sayTo(person, account, SAID[why])],
    }),
  );
}

function notJoined(link: AppLink, data: Data, who: Who, at: Moment): Change {
  const { person: writer, account } = who;
  if (!isSomebody(writer)) return wrong(data, who, 'other', at);
  const found = { link, from: data.ownerFrom, writer, account, tasks: data.twoRecords };
  return together(counted(data.tries, data.triesId, at), foundTwoRecords(found, at));
}

/** A third account has the code too: it has gone astray, so nobody can use it any more, and its owner is told. */
function spent(link: AppLink, data: Data, who: Who, at: Moment): Change {
  return together(
    wrong(data, who, 'taken', at),
    change({
      saves: [{ table: 'app_link', row: next(link, { state: 'ended' }) }],
      events: [linkEvent('went-astray', link)],
      outgoing: [tellOwner(link, 'say', { id: 'link-went-astray', args: {} })],
    }),
  );
}
