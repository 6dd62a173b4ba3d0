import type { PageClock, PageView, Part } from '../bots/rehearsal/page/page-parts.ts';
import { HOME_ZONE } from '../bots/rehearsal/page/rehearsal-time.ts';
import type { Act, Phone, Phones } from '../bots/rehearsal/phones/phone.ts';
import type { Core } from '../core/index.ts';

export type Story = {
  readonly core: Core;
  readonly phones: Phones;
  readonly clock: Pick<PageClock, 'now' | 'forward'>;
  /** Where the peer group meets. */
  readonly peerPlace: object;
  /** Settles once everything that was done is taken in and answered. */
  settled(): Promise<void>;
};

/** Whoever is there from the beginning: a pair across two apps, somebody who coordinates in a third, and a pair in one app. */
export const cast: ReadonlyMap<string, Part> = new Map([
  ['telegram-71001', 'mentee'],
  ['discord-72001', 'mentor'],
  ['slack-U0NADIA', 'coordinator'],
  ['telegram-71003', 'mentee'],
  ['telegram-71004', 'mentor'],
]);

export const views: readonly PageView[] = [
  { name: 'apps', phones: ['telegram-71001', 'discord-72001', 'slack-U0NADIA'] },
  { name: 'telegram', phones: ['telegram-71003', 'telegram-71004'] },
];

/** A mentor and a mentee, by their phones. */
const pairs = [
  ['discord-72001', 'telegram-71001'],
  ['telegram-71004', 'telegram-71003'],
] as const;

const coordinator = { is: 'coordinator', name: 'rehearsal' } as const;

/** The first time, everybody joins as anybody would, by their own app, and two and two are brought together. */
export async function beginStory(story: Story): Promise<void> {
  const { core, phones } = story;
  const people = phones.all().filter(({ id }) => cast.has(id));
  const isNew = people.filter((phone) => phone.see(chatOf(phone)).length === 0);
  if (isNew.length === 0) return;
  if (isNew.length === cast.size) await untilDay(story.clock);
  await openForAll(core);
  await join(story, isNew);
  const known = await core.read.people.list({ most: 50 });
  const personOf = (phoneId: string): string => {
    const name = people.find(({ id }) => id === phoneId)?.name;
    return known.find((each) => each.name === name)?.id ?? '';
  };
  const programmeId = (await core.read.programmes.first())?.id;
  const perform = async (command: string, args: object): Promise<void> => {
    const performed = await core.perform({ command, args, by: coordinator });
    if (performed.did === 'refused')
      throw new Error(`The story cannot ${command}: ${performed.refusal.refused}`);
  };
  for (const [id, role] of cast) await perform('give-role', { personId: personOf(id), programmeId, role });
  for (const [mentor, mentee] of pairs) {
    const [mentorId, menteeId] = [personOf(mentor), personOf(mentee)];
    await perform('make-pair', { programmeId, mentorId, menteeId, rhythmDays: 14 });
  }
  await story.settled();
  // The pair that is seen first was greeted; two are left for whoever coordinates.
  const greeted = people.filter(({ id }) => views[0]?.phones.includes(id)).map(({ name }) => name);
  for (const { id: taskId, person } of await core.read.desk.tasks({ most: 50, done: false }))
    if (person !== null && greeted.includes(person)) await perform('finish-task', { taskId });
  const [lead] = pairs[0];
  const group = { name: 'Tuesday tea', leadId: personOf(lead), leadTrained: true, place: story.peerPlace };
  await perform('make-group', { programmeId, ...group });
  await seeNews(story, people);
  const leads = people.filter(({ id }) => id === lead);
  for (const label of ['Read the ground rules', 'I accept them', 'Open the group'])
    await step(story, leads, pressing(label));
  for (const phone of people) {
    const home = phone.screens.find(({ kind }) => kind === 'home');
    if (home !== undefined) await phone.act(home.id, { do: 'turn-to' });
  }
  await story.settled();
}

/** Made-up people who answer when somebody is worried; without them no programme opens. They have no app. */
const ANSWER = [
  ['Safi', 'safeguarding-lead'],
  ['Dee', 'safeguarding-deputy'],
] as const;

async function openForAll(core: Core): Promise<void> {
  const programme = await core.read.programmes.first();
  if (programme === undefined || (programme.openedAt ?? null) !== null) return;
  const { id: programmeId, slug, document } = programme;
  const perform = (command: string, args: object) => core.perform({ command, args, by: coordinator });
  const safeguarding = { ...document.safeguarding, hours: 'Every day, 9 to 9 (in this rehearsal)' };
  await perform('load-programme', { slug, document: { ...document, safeguarding } });
  for (const [name, role] of ANSWER)
    await perform('enrol-person', { name, programmeId, role, agreed: true, adult: true });
  await perform('open-programme', { programmeId });
}

/** What comes unasked is behind a button: it may be read by whoever holds the phone. Everybody has such news, and sees it. */
async function seeNews(story: Story, people: readonly Phone[]): Promise<void> {
  const behind = (phone: Phone) =>
    phone.see(chatOf(phone)).flatMap(({ id, buttons }) => {
      const press = buttons.flat().find(({ label }) => label === 'See it')?.press;
      return press === undefined ? [] : [{ do: 'press', message: id, press } as const];
    });
  const expected = (phone: Phone): number =>
    1 + pairs.flat().filter((id) => id === phone.id).length + (phone.id === pairs[0][0] ? 1 : 0);
  // An app takes only so many messages at once.
  await until(story, () => people.every((phone) => behind(phone).length >= expected(phone)));
  for (const number of [0, 1, 2]) await step(story, people, (phone) => behind(phone)[number]);
}

async function until({ settled }: Story, isSo: () => boolean): Promise<void> {
  const end = performance.now() + ANSWERED_WITHIN_MS;
  while (!isSo() && performance.now() < end) await settled();
}

/** It begins by day: in their quiet hours people would be told that there is something new, and not what. */
async function untilDay({ now, forward }: Story['clock']): Promise<void> {
  const here = now().toZonedDateTimeISO(HOME_ZONE);
  if (here.hour >= 9 && here.hour < 17) return;
  const ten = here.with({ hour: 10, minute: 0, second: 0, millisecond: 0 });
  const then = here.hour < 9 ? ten : ten.add({ days: 1 });
  await forward({ seconds: Math.ceil(here.until(then).total('seconds')) });
}

/** What somebody does next; nothing, if there is nothing of that kind to be done. */
type Step = (phone: Phone, screen: string) => Act | undefined;

/** A machine that is busy answers late. */
const ANSWERED_WITHIN_MS = 10_000;

/** All of them do one thing, and the bot answers them all. */
async function step(story: Story, people: readonly Phone[], next: Step): Promise<void> {
  const acts = people.flatMap((phone) => {
    const act = next(phone, chatOf(phone));
    return act === undefined ? [] : [{ phone, act, before: said(phone) }];
  });
  await Promise.all(acts.map(({ phone, act }) => phone.act(chatOf(phone), act)));
  await until(story, () => acts.every(({ phone, before }) => said(phone) !== before));
}

/** What the bot has said to somebody: something else once it has answered. */
function said(phone: Phone): string {
  const messages = phone.see(chatOf(phone)).filter(({ from }) => from.isBot);
  return messages.map(({ id, revision }) => `${id} ${revision}`).join();
}

function chatOf({ screens }: Phone): string {
  return screens.find(({ kind }) => kind === 'bot')?.id ?? '';
}

/** They say hello and answer the first questions as most people would, in London. */
async function join(story: Story, people: readonly Phone[]): Promise<void> {
  const hello: Step = ({ can }) =>
    can.has('start') ? { do: 'start', payload: 'poster' } : { do: 'write', text: 'hello' };
  const steps: readonly Step[] = [
    hello,
    ...['Continue', 'Yes', 'Yes, I agree'].map(pressing),
    ({ name }) => ({ do: 'write', text: name }),
    ...[/^London/, 'Plain English', /9.*8/, /rather not say/i].map(pressing),
  ];
  for (const next of steps) await step(story, people, next);
}

/** Presses the newest button of that label, if there is one. */
function pressing(label: string | RegExp): Step {
  const fits = (words: string) => (label instanceof RegExp ? label.test(words) : label === words);
  return (phone, screen) => {
    for (const message of phone.see(screen).toReversed()) {
      const press = message.buttons.flat().find((button) => fits(button.label))?.press;
      if (press !== undefined) return { do: 'press', message: message.id, press };
    }
    return undefined;
  };
}
