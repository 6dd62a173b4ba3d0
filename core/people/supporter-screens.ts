import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { Person, Supporter } from './person.ts';
import { codePlace } from './supporter-code.ts';

const OfSupporter = z.object({ id: z.uuid() });

/** Named as they chose; somebody who gave no name is "somebody", in the reader's words. */
function named(person: Person | undefined): { readonly known: 'yes' | 'no'; readonly name: string } {
  return { known: person?.name == null ? 'no' : 'yes', name: person?.name ?? '' };
}

/** The code, once, with what a helper will and will not see (ACC-02). */
export const supporterCode = screen({
  name: 'supporter-code',
  schema: z.object({ id: z.uuid(), sealed: z.string() }),
  async load(read, { id, sealed }, to) {
    const row = await read.people.supporter(id);
    const unused = row !== undefined && row.codeHash !== null && row.personId === to.person.id;
    return unused ? read.keys.of(to.person).open(sealed, codePlace(id)) : undefined;
  },
  show(code) {
    if (code === undefined) return undefined;
    const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
    return message(
      [
        text('supporter-code-is', { code: shown }),
        text('supporter-code-how'),
        text('supporter-will-see'),
        text('supporter-will-not-see'),
        text('supporter-you-decide'),
      ],
      [
        [{ label: text('button-my-supporters'), command: 'show', args: { screen: 'my-supporters' } }],
        homeButtons,
      ],
    );
  },
});

async function loadOne(read: Reader, { id }: z.infer<typeof OfSupporter>) {
  const support = await read.people.supporter(id);
  if (support === undefined) return undefined;
  const ids = [support.personId, ...(support.supporterId === null ? [] : [support.supporterId])];
  const people = await read.people.people(ids);
  return {
    support,
    person: people.find((each) => each.id === support.personId),
    supporter: people.find((each) => each.id === support.supporterId),
  };
}

function yesOrNo(id: string, command: string): Button[] {
  return [
    { label: text('button-yes'), command, args: { id } },
    { label: text('button-no'), command: 'end-supporter', args: { id } },
  ];
}

/** To the one who was handed the code: will you? */
export const supporterAsked = screen({
  name: 'supporter-asked',
  schema: OfSupporter,
  load: loadOne,
  show(data) {
    if (data?.support.state !== 'offered') return undefined;
    return message(
      [
        text('supporter-asks-you', named(data.person)),
        text('supporter-you-will-see'),
        text('supporter-you-will-not-see'),
      ],
      [yesOrNo(data.support.id, 'agree-to-support'), homeButtons],
    );
  },
});

/** To the person: is this who you meant? Nothing happens without a yes. */
export const supporterConfirm = screen({
  name: 'supporter-confirm',
  schema: OfSupporter,
  load: loadOne,
  show(data, { id }, to) {
    if (data?.support.state !== 'accepted') return undefined;
    // Whoever says yes to somebody sees their whole name; a locked screen says nothing at all (ENR-07).
    if (to.unasked === true && to.person.settings.discreet) {
      const args = { screen: 'supporter-confirm', args: { id } };
      const see: Button = { label: text('button-see-it'), command: 'show', args };
      return message([text('something-new')], [[see], homeButtons]);
    }
    return message(
      [
        text('supporter-wants-to', named(data.supporter)),
        text('supporter-will-see'),
        text('supporter-will-not-see'),
        text('supporter-you-decide'),
      ],
      [yesOrNo(data.support.id, 'confirm-supporter'), homeButtons],
    );
  },
});

async function loadAll(read: Reader, _args: { readonly ended?: boolean | undefined }, to: Recipient) {
  // Whoever holds the phone: beside somebody, a helper sees their own list.
  const own = to.supporter ?? to.person;
  const [helpers, helped] = await Promise.all([
    read.people.supportersOf(own.id),
    read.people.supportedBy(own.id),
  ]);
  const ids = [...helpers.flatMap((each) => each.supporterId ?? []), ...helped.map((each) => each.personId)];
  return { helpers, helped, people: new Map((await read.people.people(ids)).map((each) => [each.id, each])) };
}

/** Who helps me, and whom I help; each can be ended here, at any time, from either side. */
export const mySupporters = screen({
  name: 'my-supporters',
  schema: z.object({ ended: z.boolean().optional() }),
  load: loadAll,
  show({ helpers, helped, people }, { ended }, to) {
    const helperRows = helpers.flatMap((each) => helperLines(each, people));
    const helpedRows = helped.flatMap((each) => helpedLines(each, people, to));
    const none = helperRows.length + helpedRows.length === 0 ? [text('supporters-none')] : [];
    const all = [...helperRows, ...helpedRows];
    const ask: Button[] = [
      { label: text('button-invite-supporter'), command: 'invite-supporter', args: {} },
      { label: text('button-have-code'), command: 'open-form', args: { form: 'supporter-code' } },
    ];
    return message(
      [
        ...(ended === true ? [text('supporter-ended')] : []),
        text('supporters-title'),
        ...none,
        ...all.map((each) => each.line),
      ],
      [
        ...all.map((each) => each.buttons).filter((row) => row.length > 0),
        ...(to.supporter === undefined ? ask.map((each) => [each]) : []),
        homeButtons,
      ],
    );
  },
});

type Entry = { readonly line: Line; readonly buttons: readonly Button[] };

function helperLines(support: Supporter, people: ReadonlyMap<string, Person>): Entry[] {
  const who = named(people.get(support.supporterId ?? ''));
  const end: Button = {
    label: text('button-end-supporter', who),
    command: 'end-supporter',
    args: { id: support.id },
  };
  if (support.state === 'active') return [{ line: text('supporters-helps-you', who), buttons: [end] }];
  if (support.state === 'accepted') {
    return [{ line: text('supporter-wants-to', who), buttons: yesOrNo(support.id, 'confirm-supporter') }];
  }
  return [{ line: text('supporters-code-open'), buttons: [{ ...end, label: text('button-end-code') }] }];
}

function helpedLines(support: Supporter, people: ReadonlyMap<string, Person>, to: Recipient): Entry[] {
  const who = named(people.get(support.personId));
  const end: Button = {
    label: text('button-end-helping', who),
    command: 'end-supporter',
    args: { id: support.id },
  };
  if (support.state === 'offered') {
    return [{ line: text('supporter-asks-you', who), buttons: yesOrNo(support.id, 'agree-to-support') }];
  }
  if (support.state === 'accepted') return [{ line: text('supporters-waiting', who), buttons: [end] }];
  const acting = to.account?.actingForId === support.personId;
  const act: Button = acting
    ? { label: text('button-act-for-self'), command: 'act-for', args: { personId: null } }
    : { label: text('button-act-for', who), command: 'act-for', args: { personId: support.personId } };
  return [{ line: text('supporters-you-help', who), buttons: [act, end] }];
}
