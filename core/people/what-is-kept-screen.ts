import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { contactLines } from '../kernel/contact-lines.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { Person } from './person.ts';
import { placeOf, quietSaid } from './settings-screens.ts';
import { Situation, situationLabel, situationPlace } from './situation.ts';

const see = (label: Line, name: string): Button => ({ label, command: 'show', args: { screen: name } });

async function load(read: Reader, _args: object, to: Recipient) {
  const { person } = to;
  const pairs = await read.pairs.pairsOf(person.id);
  const partnerIds = pairs.map((pair) => (pair.mentorId === person.id ? pair.menteeId : pair.mentorId));
  return {
    partners: await read.people.people(partnerIds),
    counts: await read.kept.counts(person.id),
    supporters: (await read.people.supportersOf(person.id)).filter((each) => each.state === 'active').length,
    situation:
      person.situationSealed === null
        ? undefined
        : read.keys.of(person).open(person.situationSealed, situationPlace(person.id)),
  };
}

/** "What do you know about me?": all of it, in plain words, and who else sees it (PAC-03). */
export const whatIsKept = screen({
  name: 'what-is-kept',
  schema: z.object({}),
  load,
  show(data, _args, to) {
    const lines = [
      text('kept-title'),
      ...aboutYou(to.person, data.situation),
      ...whatYouDo(data),
      text('kept-chat-company'),
      text('kept-sealed'),
    ];
    const on =
      to.person.state === 'active'
        ? [
            [
              see(text('button-settings'), 'my-settings'),
              see(text('button-my-reflections'), 'my-reflections'),
            ],
          ]
        : [];
    const sees: Button = {
      label: text('button-who-sees'),
      command: 'show-any-time',
      args: { screen: 'who-sees-what' },
    };
    return message(
      [...lines, text('kept-delete'), ...contactLines(to.programme, to.person.adult === false)],
      [...on, [sees], homeButtons],
    );
  },
});

function aboutYou(person: Person, situation: string | undefined): Line[] {
  const place = text('kept-account');
  if (person.state === 'held') return [place, text('kept-held')];
  const source = person.source === null ? [] : [text('kept-source')];
  if (person.agreedAt === null && person.name === null) return [place, text('kept-arriving'), ...source];
  const named = person.name === null ? [] : [text('kept-name', { name: person.name })];
  return [
    place,
    ...named,
    text('kept-zone', { zone: placeOf(person.zone) }),
    quietSaid(person),
    ...situationLines(situation),
    ...source,
  ];
}

function situationLines(situation: string | undefined): Line[] {
  if (situation === undefined) return [];
  const chosen = Situation.safeParse(situation);
  return [text('kept-situation'), chosen.success ? situationLabel(chosen.data) : { written: situation }];
}

function whatYouDo({ partners, counts, supporters }: Awaited<ReturnType<typeof load>>): Line[] {
  return [
    ...partners.flatMap(({ name }) => (name === null ? [] : [text('kept-partner', { name })])),
    text('kept-meetings', { count: counts.meetings }),
    text('kept-reflections', { count: counts.reflections }),
    ...(counts.reflections === 0 ? [] : [text('kept-shared', { count: counts.shared })]),
    ...(counts.nudges === 0 ? [] : [text('kept-nudges', { count: counts.nudges })]),
    ...(counts.drafts === 0 ? [] : [text('kept-drafts', { count: counts.drafts })]),
    ...(counts.groups === 0 ? [] : [text('kept-groups', { count: counts.groups })]),
    ...(supporters === 0 ? [] : [text('kept-supporters', { count: supporters })]),
    text('kept-coordinator'),
  ];
}
