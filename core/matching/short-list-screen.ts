import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { wordsOf } from '../enquiries/sealed-enquiry.ts';
import { unlessDiscreet } from '../kernel/discreet-news.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { Match } from './match.ts';
import { loadPool, type Suits, seekerOf, suits } from './may-be-offered.ts';
import { whyTheySuit } from './why-they-suit.ts';

const Args = z.object({
  programmeId: z.uuid(),
  after: z.enum(['now', 'others', 'again', 'no-others']).default('now'),
  opened: z.boolean().default(false),
});
type Args = z.infer<typeof Args>;

async function load(read: Reader, { programmeId }: Args, { person, now }: Recipient) {
  const [programme, enquiry, own] = await Promise.all([
    read.programmes.programme(programmeId),
    read.enquiries.of(person.id, programmeId, 'mentee'),
    read.matches.of(person.id, programmeId),
  ]);
  if (programme === undefined || enquiry?.state !== 'waiting') return undefined;
  const offered = own.filter(({ state, menteeId }) => state === 'offered' && menteeId === person.id);
  const pool = await loadPool(
    read,
    programme,
    offered.map(({ mentorId }) => mentorId),
  );
  const seeker = seekerOf(read, person, enquiry);
  const shown = offered.flatMap((match) => {
    const candidate = pool.mentors.find(({ id }) => id === match.mentorId);
    // Whoever was on the list and is not there any more is not shown: nobody picks in vain.
    const suit = candidate === undefined ? undefined : suits(pool, seeker, candidate, now);
    if (suit === undefined) return [];
    return [{ match, suit, words: wordsOf(suit.candidate.enquiry, read.keys.of(suit.candidate.person)) }];
  });
  const seen = own.some(
    ({ state, menteeId }) => (state === 'passed' || state === 'expired') && menteeId === person.id,
  );
  return { document: programme.document, shown, seen };
}
type Shown = { readonly match: Match; readonly suit: Suits; readonly words: string | undefined };

/** The first of somebody's names: what is shown before two people have begun. */
export function firstName(name: string | null): string {
  return name?.split(' ')[0] ?? '';
}

export function talkButton(): Button {
  return {
    label: text('match-button-talk'),
    command: 'show-any-time',
    args: { screen: 'who-can-i-talk-to' },
  };
}

/**
 * Those who may suit a mentee: first names, what each said of themselves, and why (MAT-06). Where there are few, that is
 * said plainly (MAT-08).
 */
export const shortList = screen({
  name: 'short-list',
  schema: Args,
  load,
  show(data, args, to) {
    const { programmeId, after } = args;
    if (data === undefined) return message([text('match-not-waiting')], [[talkButton()], homeButtons]);
    const { document, shown, seen } = data;
    const offer = (label: Line, which: string): Button => ({
      label,
      command: 'offer-mentors',
      args: { programmeId, which },
    });
    const wait: Button = {
      label: text('match-button-wait'),
      command: 'show',
      args: { screen: 'wait-choices', args: { programmeId, as: 'mentee' } },
    };
    const again = seen ? [[offer(text('match-button-again'), 'again')]] : [];
    if (shown.length === 0) {
      const none = text(after === 'others' || after === 'no-others' ? 'match-no-others' : 'match-nobody-now');
      return message([none, text('match-no-fault')], [...again, [wait], [talkButton()], homeButtons]);
    }
    const few = shown.length < document.matching.shortList;
    const news = message(
      [
        ...(after === 'no-others' ? [text('match-no-others')] : []),
        text('match-list', { count: shown.length }),
        ...(few ? [text('match-few', { count: shown.length })] : []),
        ...shown.flatMap((each) => about(each, document, to)),
        text('match-list-next'),
      ],
      [
        ...shown.map(({ match, suit }) => pickRow(match, suit)),
        [offer(text('match-button-others'), 'others')],
        ...(few ? again : []),
        [wait],
        [talkButton()],
        homeButtons,
      ],
    );
    return unlessDiscreet(to, args.opened, 'short-list', { programmeId }, news);
  },
});

function about(
  { suit, words }: Shown,
  document: Pick<ProgrammeDocument, 'matching'>,
  { person }: Recipient,
): Line[] {
  const name = firstName(suit.candidate.person.name);
  return [
    text('match-one', { name }),
    ...(words === undefined ? [text('match-no-words', { name })] : [{ written: words }]),
    ...whyTheySuit(document.matching, suit.reasons, person.language),
  ];
}

function pickRow({ id }: Match, { candidate }: Suits): Button[] {
  const name = firstName(candidate.person.name);
  return [
    { label: text('match-button-pick', { name }), command: 'pick-mentor', args: { matchId: id } },
    { label: text('match-button-not', { name }), command: 'not-with', args: { matchId: id } },
  ];
}
