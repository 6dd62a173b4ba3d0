import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { wordsOf } from '../enquiries/sealed-enquiry.ts';
import { unlessDiscreet } from '../kernel/discreet-news.ts';
import { type Button, type Line, type Message, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import type { Match } from './match.ts';
import { talkButton } from './short-list-screen.ts';
import { whyInFull, whyTheySuit } from './why-they-suit.ts';

const OfMatch = z.object({ matchId: z.uuid(), opened: z.boolean().default(false) });

/** A match to one of the two, or nothing: whoever is not one of them sees nothing. */
async function ownMatch(read: Reader, matchId: string, { person }: Recipient) {
  const match = await read.matches.match(matchId);
  if (match === undefined || ![match.menteeId, match.mentorId].includes(person.id)) return undefined;
  const programme = await read.programmes.programme(match.programmeId);
  return programme === undefined ? undefined : { match, document: programme.document };
}

/**
 * To a mentor: what somebody who would like to be matched with them agreed to be told, without a name. The name comes with
 * the pair. Yes or no is one press, and nobody asks why (MAT-07).
 */
export const matchAsked = screen({
  name: 'match-asked',
  schema: OfMatch,
  async load(read, { matchId }, to) {
    const found = await ownMatch(read, matchId, to);
    if (found === undefined || found.match.mentorId !== to.person.id) return undefined;
    const { match } = found;
    const [mentee, enquiry] = await Promise.all([
      read.people.person(match.menteeId),
      read.enquiries.of(match.menteeId, match.programmeId, 'mentee'),
    ]);
    const key = mentee === undefined || mentee.wrappedKey === '' ? undefined : read.keys.of(mentee);
    const words = enquiry === undefined || key === undefined ? undefined : wordsOf(enquiry, key);
    return { ...found, words, agreed: enquiry?.outlineAgreedAt != null };
  },
  show(data, { matchId, opened }, to) {
    if (data === undefined) return undefined;
    const { match, document, words, agreed } = data;
    if (match.state !== 'asked') return message([mentorHears(match)], [homeButtons]);
    const answer = (label: Text, said: string): Button => ({
      label,
      command: 'answer-match',
      args: { matchId, answer: said },
    });
    const outline: Line[] = agreed
      ? [
          ...(words === undefined ? [] : [{ written: words }]),
          ...whyTheySuit(document.matching, match.reasons, to.person.language),
        ]
      : [text('match-asked-unsaid')];
    const news = message(
      [text('match-asked'), ...outline, text('match-asked-free')],
      [
        [answer(text('match-button-yes'), 'yes'), answer(text('match-button-no'), 'no')],
        [{ label: text('match-button-not-them'), command: 'not-with', args: { matchId } }],
        [talkButton()],
        homeButtons,
      ],
    );
    return unlessDiscreet(to, opened, 'match-asked', { matchId }, news);
  },
});

function mentorHears({ state }: Match): Text {
  if (state === 'accepted') return text('match-mentor-accepted');
  if (state === 'declined') return text('match-mentor-declined');
  if (state === 'confirmed') return text('match-mentor-confirmed');
  return text(state === 'expired' ? 'match-mentor-expired' : 'match-mentor-over');
}

/** How a request stands, to one of the two. A mentee never hears whether somebody said no, was silent or had to leave. */
export const matchNews = screen({
  name: 'match-news',
  schema: OfMatch,
  load: (read, { matchId }, to) => ownMatch(read, matchId, to),
  show(data, { matchId, opened }, to) {
    if (data === undefined) return undefined;
    const { match } = data;
    const news =
      match.mentorId === to.person.id
        ? message([mentorHears(match)], [[talkButton()], homeButtons])
        : menteeHears(match);
    return unlessDiscreet(to, opened, 'match-news', { matchId }, news);
  },
});

function menteeHears({ state, programmeId }: Match): Message {
  if (state === 'asked' || state === 'accepted')
    return message([text('match-with-people')], [[talkButton()], homeButtons]);
  if (state === 'confirmed') return message([text('match-found')], [homeButtons]);
  const others: Button = {
    label: text('match-button-see'),
    command: 'offer-mentors',
    args: { programmeId },
  };
  return message(
    [text('match-not-free-now'), text('match-not-free-next')],
    [[others], [waitButton(programmeId, 'mentee')], [talkButton()], homeButtons],
  );
}

export function waitButton(programmeId: string, as: 'mentee' | 'mentor'): Button {
  return {
    label: text('match-button-wait'),
    command: 'show',
    args: { screen: 'wait-choices', args: { programmeId, as } },
  };
}

/** How the finding stands for somebody who waits for a mentor, and what they can do now. */
export const myMatch = screen({
  name: 'my-match',
  schema: z.object({ programmeId: z.uuid() }),
  async load(read, { programmeId }, { person }) {
    const [enquiry, own] = await Promise.all([
      read.enquiries.of(person.id, programmeId, 'mentee'),
      read.matches.of(person.id, programmeId),
    ]);
    const asking = own.find(
      ({ state, menteeId }) => menteeId === person.id && (state === 'asked' || state === 'accepted'),
    );
    return { enquiry, asking };
  },
  show({ enquiry, asking }, { programmeId }) {
    if (enquiry?.state !== 'waiting')
      return message([text('match-not-waiting')], [[talkButton()], homeButtons]);
    if (asking !== undefined)
      return message(
        [
          text(asking.state === 'asked' ? 'match-is-asked' : 'match-with-people'),
          text('match-is-asked-next'),
        ],
        [[talkButton()], homeButtons],
      );
    const see: Button = { label: text('match-button-see'), command: 'offer-mentors', args: { programmeId } };
    return message(
      [text('match-choose')],
      [[see], [waitButton(programmeId, 'mentee')], [talkButton()], homeButtons],
    );
  },
});

/** Only whoever was asked and answered has said anything. */
function howItStands({ state, menteeId, mentorId }: Match, nameOf: (id: string) => string): Text {
  const names = { one: nameOf(menteeId), two: nameOf(mentorId) };
  if (state === 'accepted') return text('match-to-confirm', names);
  return state === 'drafted' ? text('match-is-drafted', names) : text('match-was-thought-of', names);
}

/** To a coordinator: two people who would like to begin, why it was suggested factor by factor, and what can be decided. */
export const matchToConfirm = screen({
  name: 'match-to-confirm',
  schema: z.object({ matchId: z.uuid(), page: z.int().default(0) }),
  async load(read, { matchId }, to) {
    const match = await read.matches.match(matchId);
    const isTheirs = to.roles.some(
      ({ role, endedAt, programmeId }) =>
        role === 'coordinator' && endedAt === null && programmeId === match?.programmeId,
    );
    if (match === undefined || !isTheirs) return undefined;
    const [programme, two, mentorPairs] = await Promise.all([
      read.programmes.programme(match.programmeId),
      read.people.people([match.menteeId, match.mentorId]),
      read.pairs.pairsOf(match.mentorId),
    ]);
    const has = mentorPairs.filter(({ mentorId }) => mentorId === match.mentorId).length;
    return programme === undefined ? undefined : { match, document: programme.document, two, has };
  },
  show(data, { matchId, page }, to) {
    if (data === undefined) return undefined;
    const { match, document, two, has } = data;
    // Nobody decides about themself, nor reads there what is for a coordinator alone.
    if ([match.menteeId, match.mentorId].includes(to.person.id))
      return message([text('match-not-your-own')], [homeButtons]);
    const nameOf = (id: string): string => two.find((each) => each.id === id)?.name ?? 'unnamed';
    const args = { matchId, pressedOn: 'form', page };
    const isOpen = match.state === 'accepted' || match.state === 'drafted';
    const decide: Button[] = [
      { label: text('match-button-confirm'), command: 'confirm-match', args },
      { label: text('match-button-aside'), command: 'set-match-aside', args },
    ];
    return message(
      [
        howItStands(match, nameOf),
        text('match-has', { name: nameOf(match.mentorId), count: has }),
        ...whyInFull(document.matching, match.reasons, match.score),
        ...(isOpen ? [] : [text('match-not-open')]),
      ],
      [...(isOpen ? [decide] : []), homeButtons],
    );
  },
});
