import { z } from 'zod';
import { type Change, change, next, type OutgoingNew, type Removal, type Save } from '../../kernel/change.ts';
import { type By, command, type Refusal } from '../../kernel/command.ts';
import type { Moment } from '../../moment.ts';
import type { Reader } from '../../store/reader.ts';
import { text } from '../../texts/text.ts';
import { answerWith } from '../answer.ts';
import { holderOf } from '../own-matter.ts';
import type { Account, Person } from '../person.ts';
import { isOpen, linkEvent, mayBeJoined, movedOn, sayTo, tellOwner } from './link-rules.ts';
import { foundTwoRecords, isSomebody } from './two-records.ts';

const OfLink = z.object({ id: z.uuid() });

async function load(read: Reader, { id }: z.infer<typeof OfLink>) {
  const link = await read.links.link(id);
  const other = link?.toAccountId == null ? undefined : await read.people.account(link.toAccountId);
  if (link === undefined || other === undefined) return undefined;
  const [joining, hasNothing, drafts, own, tasks] = await Promise.all([
    read.people.person(other.personId),
    read.links.hasNothing(other.personId),
    read.drafts.of(other.id),
    read.people.accountsOf(link.personId),
    read.tasks.ofTwoRecords(link.personId, other.personId),
  ]);
  return joining === undefined ? undefined : { link, other, joining, hasNothing, drafts, own, tasks };
}

type Data = NonNullable<Awaited<ReturnType<typeof load>>>;

const gone: Refusal = { refused: 'app-link.gone', say: text('link-too-late') };

/** The first yes, in the app that is to be linked. */
export const agreeToLink = command({
  name: 'agree-to-link',
  schema: OfLink,
  keepsForm: true,
  load,
  decide(data, _args, at, by) {
    const { person, account } = holderOf(by);
    if (data?.other.id !== account.id || data.link.state !== 'asked' || !isOpen(data.link, at.now))
      return gone;
    if (!mayBeJoined(person, data.hasNothing)) return notJoined(data, at);
    const { link } = data;
    return change({
      saves: [{ table: 'app_link', row: movedOn(link, { state: 'answered' }, at) }],
      events: [linkEvent('agreed', link, { accountId: account.id })],
      outgoing: [
        sayTo(person, account, 'link-waits-for-yes'),
        tellOwner(link, 'link-confirm', { id: link.id }),
      ],
    });
  },
});

/** Whoever it was has become somebody in the meantime. */
function notJoined(
  { link, other: account, joining: writer, own, tasks }: Data,
  at: Moment,
): Change | Refusal {
  const from = own.find(({ id }) => id === link.accountId);
  return isSomebody(writer) ? foundTwoRecords({ link, from, writer, account, tasks }, at) : notToBeJoined;
}

const notToBeJoined: Refusal = { refused: 'app-link.other-person', say: text('link-other-person') };

/**
 * The second yes, in the app where the code was made. Now the account becomes this person's. Of whoever it was only having
 * opened the bot is known, and that goes; nothing else is ever moved.
 */
export const confirmLink = command({
  name: 'confirm-link',
  schema: OfLink,
  load,
  decide(data, _args, at, by) {
    const { person, account } = holderOf(by);
    if (data?.link.personId !== person.id || data.link.state !== 'answered' || !isOpen(data.link, at.now))
      return gone;
    if (!mayBeJoined(data.joining, data.hasNothing)) return notJoined(data, at);
    return joined(data, person, account, at);
  },
});

function joined(
  { link, other, joining, drafts, own }: Data,
  person: Person,
  account: Account,
  at: Moment,
): Change {
  const { settings } = person;
  const moved = next(other, { personId: person.id, actingForId: null, programmeId: account.programmeId });
  const saves: Save[] = [
    { table: 'app_link', row: movedOn(link, { state: 'done' }, at) },
    { table: 'account', row: moved },
    // Whoever it was must not have become somebody at this very moment.
    { table: 'person', row: next(joining, {}) },
    // Where messages go changes only when they say so.
    { table: 'person', row: next(person, { settings: { writeTo: account.id, ...settings } }) },
  ];
  const removals = drafts.map((draft): Removal => ({ table: 'draft', id: draft.id }));
  const told = own.map(
    (each): OutgoingNew => answerWith(person, each, 'app-linked', { accountId: other.id }),
  );
  return change({
    saves,
    removals,
    events: [linkEvent('done', link, { accountId: other.id, emptyPersonId: joining.id })],
    outgoing: [...told, answerWith(person, moved, 'app-linked', { accountId: other.id })],
  });
}

/** "No", from either side, or second thoughts: the code is spent, and both hear that nothing was linked. */
export const endLink = command({
  name: 'end-link',
  schema: OfLink,
  keepsForm: true,
  load,
  decide(data, _args, at, by) {
    const { person, account } = holderOf(by);
    const isOwner = data?.link.personId === person.id;
    if (data === undefined || (!isOwner && data.other.id !== account.id) || !isOpen(data.link, at.now))
      return gone;
    const { link, other, joining } = data;
    const there = sayTo(joining, other, 'link-not-made');
    return change({
      saves: [{ table: 'app_link', row: next(link, { state: 'ended' }) }],
      events: [linkEvent('ended', link)],
      outgoing: isOwner
        ? [sayTo(person, account, 'link-stopped'), there]
        : [...welcomed(by, person, account), tellOwner(link, 'say', { id: 'link-other-said-no', args: {} })],
    });
  },
});

/** Whoever is new here and not that person is welcomed as anybody is. */
function welcomed(by: By, person: Person, account: Account): OutgoingNew[] {
  const said = sayTo(person, account, 'link-not-made');
  if (by.is !== 'person' || person.state !== 'arriving') return [said];
  return [said, answerWith(person, account, 'welcome', {}, { card: 'welcome', mode: 'new' })];
}
