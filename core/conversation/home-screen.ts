import { z } from 'zod';
import { contactLines } from '../kernel/contact-lines.ts';
import { coordinatedBy } from '../kernel/coordinator.ts';
import { type Button, type Line, type Message, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import { As, inView, isBoth, viewButtons, viewLine } from '../pairs/two-views.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import type { Draft } from './draft.ts';
import { helpButton, tellSomeoneButton, worriedButton } from './home-buttons.ts';

const AFTER: Readonly<Record<string, Text>> = {
  cancelled: text('cancelled'),
  joined: text('home-joined'),
  unpaused: text('home-unpaused'),
  'started-again': text('home-started-again'),
  forgotten: text('home-forgotten'),
};

// Forms that have words of their own for being taken up again; any other is "where you left off".
const CARRY_ON: Readonly<Record<string, Text>> = {
  'book-meeting': text('carry-on-book-meeting'),
  'pair-message': text('carry-on-message'),
  reflect: text('carry-on-reflect'),
};

const go = (label: Line, name: string, more: Record<string, string> = {}): Button => ({
  label,
  command: 'show',
  args: { screen: name, ...more },
});
const who: Button = {
  label: text('button-who'),
  command: 'show-any-time',
  args: { screen: 'who-can-i-talk-to' },
};

async function load(
  read: Reader,
  { as }: { readonly after?: string | undefined; readonly as?: As | undefined },
  { person, account }: Recipient,
) {
  const [all, inGroups, isOneOfMany, drafts] = await Promise.all([
    read.pairs.pairsOf(person.id),
    read.groups.hasAny(person.id),
    read.programmes.areMany(),
    account === undefined ? [] : read.drafts.of(account.id),
  ]);
  const both = isBoth(all, person.id);
  const view = both ? as : undefined;
  const pairs = inView(all, person.id, view);
  const ids = pairs.map((pair) => (pair.mentorId === person.id ? pair.menteeId : pair.mentorId));
  return {
    pairs,
    both,
    view,
    inGroups,
    isOneOfMany,
    partners: await read.people.people(ids),
    drafts: drafts.filter((each) => each.personId === person.id),
  };
}

type Data = Awaited<ReturnType<typeof load>>;

/** Where everything begins: what can be done now, by whoever this is, and what was left half done. */
export const home = screen({
  name: 'home',
  schema: z.object({ after: z.string().optional(), as: As.optional() }),
  load,
  show(data, { after }, to) {
    const said = after === undefined ? undefined : AFTER[after];
    const first = said === undefined ? [] : [said];
    if (to.supporter !== undefined) return beside(data, to);
    if (to.person.state === 'active') return ownHome(data, first, to);
    return notActive(first, to);
  },
});

function ownHome(data: Data, first: readonly Line[], to: Recipient): Message {
  const { person, programme } = to;
  const greeting = person.name === null ? text('home-hello') : text('home-hello-name', { name: person.name });
  const resting = person.paused ? [text('home-paused')] : [];
  const settings = go(text('button-settings'), 'my-settings', { card: 'settings' });
  const rest = person.paused ? [{ label: text('button-end-pause'), command: 'unpause', args: {} }] : [];
  const reflect: Button = { label: text('button-reflect'), command: 'open-form', args: { form: 'reflect' } };
  const looking = data.view === undefined ? [] : [viewLine(data.view)];
  const where =
    data.isOneOfMany && programme !== undefined
      ? [text('home-programme', { name: programme.document.name })]
      : [];
  const lines = [...first, greeting, ...where, ...looking, ...resting, ...withWhom(data, person.id)];
  if (data.pairs.length === 0) lines.push(...contactLines(programme));
  return message(
    lines,
    [
      coordinatedBy(to.roles).length === 0 ? [] : [go(text('board-button-open'), 'board', { card: 'board' })],
      ...data.drafts.filter((draft) => draft.form !== 'welcome').map((draft) => [carryOn(draft)]),
      data.both ? viewButtons('home', data.view) : [],
      ...meetingRows(data),
      messageRow(data, person.id),
      data.inGroups ? [go(text('menu-groups'), 'my-groups')] : [],
      [reflect, go(text('button-my-reflections'), 'my-reflections')],
      comingIn(to),
      rest,
      data.isOneOfMany ? [go(text('button-programmes'), 'my-programmes')] : [],
      [go(text('button-my-role'), 'my-role'), settings],
      [tellSomeoneButton, worriedButton],
      [who, helpButton],
    ].filter((row) => row.length > 0),
  );
}

/** Beside somebody: whose matters these are stands first, and only what a helper may do is offered (ACC-02). */
function beside(data: Data, { person }: Recipient): Message {
  const mark = person.name === null ? text('helping-somebody') : text('helping', { name: person.name });
  const own: Button = { label: text('button-act-for-self'), command: 'act-for', args: { personId: null } };
  const supporters = go(text('button-my-supporters'), 'my-supporters');
  return message(
    [mark, text('helping-what')],
    [...meetingRows(data), [own], [supporters], [who, helpButton]],
  );
}

function notActive(first: readonly Line[], { person, programme }: Recipient): Message {
  if (person.state === 'held') {
    return message([...first, text('home-held'), ...contactLines(programme, true)], [[who], [helpButton]]);
  }
  const [line, on]: [Line, Button] =
    person.state === 'stopped'
      ? [text('home-stopped'), { label: text('button-start-again'), command: 'start-again', args: {} }]
      : [
          text('home-arriving'),
          { label: text('button-continue'), command: 'open-form', args: { form: 'welcome' } },
        ];
  return message([...first, line], [[on], [who], [tellSomeoneButton, worriedButton], [helpButton]]);
}

/** With whom, in both directions apart (ELG-06); and told honestly when there is nobody yet. */
function withWhom({ pairs, partners }: Data, ownId: string): Line[] {
  if (pairs.length === 0) return [text('home-waiting'), text('home-waiting-people')];
  return pairs.flatMap((pair) => {
    const mentoring = pair.mentorId === ownId;
    const partner = partners.find((each) => each.id === (mentoring ? pair.menteeId : pair.mentorId));
    if (partner?.name == null) return [];
    return [text(mentoring ? 'home-your-mentee' : 'home-your-mentor', { name: partner.name })];
  });
}

function meetingRows({ pairs, view }: Data): Button[][] {
  const look = view === undefined ? {} : { args: { as: view } };
  const meetings: Button = {
    label: text('button-my-meetings'),
    command: 'show',
    args: { screen: 'my-meetings', ...look },
  };
  const active = pairs.filter((pair) => pair.state === 'active');
  const [only, another] = active;
  if (only === undefined) return pairs.length === 0 ? [] : [[meetings]];
  const args =
    another === undefined ? { form: 'book-meeting', args: { pairId: only.id } } : { form: 'book-meeting' };
  return [[{ label: text('button-book'), command: 'open-form', args }], [meetings]];
}

/** A few words to whom they are with; where there are several, to whom is asked. */
function messageRow({ pairs, partners }: Data, ownId: string): Button[] {
  const [only, another] = pairs;
  if (only === undefined) return [];
  const name = partners.find(
    (each) => each.id === (only.mentorId === ownId ? only.menteeId : only.mentorId),
  )?.name;
  if (another !== undefined || name == null)
    return [{ label: text('button-message-some'), command: 'open-form', args: { form: 'pair-message' } }];
  const args = { form: 'pair-message', args: { pairId: only.id } };
  return [{ label: text('button-message-one', { name }), command: 'open-form', args }];
}

/** Where a programme asks on the way in: the way there, and how it stands. */
function comingIn({ programme }: Recipient): Button[] {
  return (programme?.document.intake.length ?? 0) === 0 ? [] : [go(text('button-find-support'), 'way-in')];
}

function carryOn({ form, args }: Draft): Button {
  return { label: CARRY_ON[form] ?? text('carry-on'), command: 'open-form', args: { form, args } };
}
