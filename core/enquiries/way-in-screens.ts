import { z } from 'zod';
import { helpButton, homeButtons } from '../conversation/home-buttons.ts';
import { contactLines } from '../kernel/contact-lines.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import { otherHelpFor } from '../programmes/ask-rules.ts';
import { saidTo } from '../programmes/code.ts';
import { As } from '../programmes/intake.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import { factsOfStanding, loadStanding, stillToCome } from './decide-way-in.ts';
import type { Enquiry } from './enquiry.ts';
import { toKeep } from './may-be-kept.ts';
import { answersOf } from './sealed-enquiry.ts';
import { toComeInto, Where } from './to-come-into.ts';
import { comeIn } from './way-in-buttons.ts';

const Stands = Where.extend({
  /** Just answered, as this. */
  after: As.optional(),
});

async function load(read: Reader, args: z.infer<typeof Stands>, to: Recipient) {
  const programmeId = args.programmeId ?? to.programme?.id;
  if (programmeId === undefined) return undefined;
  const [into, all, standing] = await Promise.all([
    toComeInto(read, args, to),
    read.enquiries.allOf(to.person.id),
    loadStanding(read, to.person, programmeId),
  ]);
  if (into === undefined) return undefined;
  const key = read.keys.of(to.person);
  const own = all.filter((each) => each.programmeId === programmeId);
  return {
    ...into,
    standing,
    /** They answered before anybody was asked whether that may be kept. */
    unasked: !into.asked && own.some(({ answersSealed }) => answersSealed !== null),
    ways: own.map((enquiry) => ({ enquiry, answers: answersOf(enquiry, key) })),
  };
}
type Data = NonNullable<Awaited<ReturnType<typeof load>>>;
type Way = Data['ways'][number];

/**
 * The way in: what this is in a few sentences (REC-06), and to be supported or to support (REC-19); or how it stands for
 * somebody who has come in already, said as kindly as it is true.
 */
export const wayIn = screen({
  name: 'way-in',
  schema: Stands,
  load,
  show(data, { source, after }, to) {
    if (data === undefined) return undefined;
    const { programme, ways } = data;
    const language = to.person.language;
    const stands = ways.filter(({ enquiry }) => enquiry.state !== 'asking' && enquiry.state !== 'withdrawn');
    const about = programme.document.about.map((said): Line => ({ written: saidTo(said, language) }));
    const first: Line[] = after === undefined ? [] : [text('way-in-thanks')];
    const lines =
      stands.length === 0
        ? [...about, text('way-in-ask'), text('way-in-who-reads')]
        : [...first, ...stands.flatMap((way) => standsAs(way, data, to))];
    const asks = data.unasked && stands.length > 0 ? toKeep : { lines: [], buttons: [] };
    return message([...lines, ...asks.lines], [...asks.buttons, ...buttonsFor(data, source), homeButtons]);
  },
});

/** How one way in stands, and what comes next. */
function standsAs({ enquiry, answers }: Way, data: Data, to: Recipient): Line[] {
  const { document } = data.programme;
  const { as, state } = enquiry;
  const mentoring = as === 'mentor';
  if (state === 'elsewhere') return elsewhere({ enquiry, answers }, data, to);
  if (state === 'not-yet') return [text('way-in-not-yet')];
  if (state === 'matched') return [text(mentoring ? 'way-in-mentoring' : 'way-in-has-mentor')];
  if (state === 'waiting') return [text(mentoring ? 'way-in-mentor-waits' : 'way-in-waits')];
  const still = stillToCome(document, as, answers, data.standing, to.now).map(
    (each): Line =>
      typeof each === 'string'
        ? text('way-in-still-module', { what: each })
        : { written: saidTo(each.says, to.person.language) },
  );
  const talks = text(mentoring ? 'way-in-mentor-talks' : 'way-in-talks');
  if (still.length === 0) return [talks, ...contactLines(data.programme)];
  return [talks, text('way-in-still'), ...still, ...contactLines(data.programme)];
}

/** Other help by its name; never a "no", and the door stays open. */
function elsewhere({ enquiry, answers }: Way, data: Data, to: Recipient): Line[] {
  const { document } = data.programme;
  const facts = factsOfStanding(document, enquiry.as, answers, data.standing, to.now);
  const help = otherHelpFor(document, facts).map(({ name, says, call }): Line => {
    const said = saidTo(says, to.person.language);
    return { written: `${name}: ${said}${call === undefined ? '' : ` ${call}`}` };
  });
  const mentoring = enquiry.as === 'mentor';
  return [
    text(mentoring ? 'way-in-elsewhere-mentor' : 'way-in-elsewhere'),
    ...(help.length === 0 ? [] : [text('way-in-other-help'), ...help]),
    text('way-in-door-open'),
    ...contactLines(data.programme),
  ];
}

function buttonsFor({ programme, ways, agreed }: Data, source: string | undefined): Button[][] {
  const of = (as: As): Enquiry | undefined => ways.find(({ enquiry }) => enquiry.as === as)?.enquiry;
  const own = { mentee: of('mentee'), mentor: of('mentor') };
  const isNew = (enquiry: Enquiry | undefined): boolean =>
    enquiry === undefined || ['asking', 'withdrawn', 'not-yet'].includes(enquiry.state);
  const begins = (as: As, label: Text): Button[][] =>
    isNew(own[as]) ? [[comeIn(programme, as, label, source, agreed)]] : [];
  const args = { programmeId: programme.id, ...(source === undefined ? {} : { source }) };
  const would: Button = {
    label: text('button-would-help'),
    command: 'show',
    args: { screen: 'would-help', args },
  };
  const notReady: Button = { label: text('button-not-ready'), command: 'not-yet', args };
  const isFirst = own.mentee === undefined || ['asking', 'withdrawn', 'elsewhere'].includes(own.mentee.state);
  return [
    ...begins('mentee', text(own.mentee?.state === 'not-yet' ? 'button-ready-now' : 'button-want-support')),
    ...begins('mentor', text('button-want-to-support')),
    ...(isFirst && programme.document.wouldHelp.length > 0 ? [[would]] : []),
    ...(isFirst && own.mentee?.state !== 'elsewhere' ? [[notReady]] : []),
    ...ways.flatMap(({ enquiry }) => changes(programme, enquiry, agreed)),
  ];
}

/** What somebody can still do about a way in of theirs. */
function changes(programme: Programme, { id, as, state }: Enquiry, agreed: boolean): Button[][] {
  if (['asking', 'withdrawn', 'not-yet'].includes(state)) return [];
  const mentoring = as === 'mentor';
  const anew = comeIn(
    programme,
    as,
    text(mentoring ? 'button-answers-anew-mentor' : 'button-answers-anew'),
    undefined,
    agreed,
  );
  const leave: Button = {
    label: text(mentoring ? 'button-withdraw-mentor' : 'button-withdraw'),
    command: 'withdraw-way-in',
    args: { enquiryId: id },
  };
  const see: Button = {
    label: text('match-button-see'),
    command: 'offer-mentors',
    args: { programmeId: programme.id },
  };
  const news: Button = {
    label: text('wait-button-rhythm'),
    command: 'show',
    args: { screen: 'wait-choices', args: { programmeId: programme.id, as } },
  };
  const waiting = state === 'waiting' ? [...(mentoring ? [] : [[see]]), [news]] : [];
  return state === 'matched' ? [[anew]] : [...waiting, [anew], [leave]];
}

/** "Would this help me?": a few things somebody may recognise. Nothing is asked, and nothing is kept (REC-09). */
export const wouldHelp = screen({
  name: 'would-help',
  schema: Where,
  load: toComeInto,
  show(data, { source }, { person }) {
    if (data === undefined) return undefined;
    const { programme, agreed } = data;
    const said = programme.document.wouldHelp.map(
      (each): Line => ({
        written: `· ${saidTo(each, person.language)}`,
      }),
    );
    const args = { programmeId: programme.id, ...(source === undefined ? {} : { source }) };
    return message(
      [text('would-help-read'), ...said, text('would-help-one'), text('would-help-kept')],
      [
        [comeIn(programme, 'mentee', text('button-want-support'), source, agreed)],
        [{ label: text('button-not-ready'), command: 'not-yet', args }],
        homeButtons,
      ],
    );
  },
});

/** Not ready yet: what there is without saying yes to anything (REC-10). */
export const notReady = screen({
  name: 'not-ready',
  schema: Where,
  load: toComeInto,
  show(data, { source }, _to) {
    if (data === undefined) return undefined;
    const { programme, agreed } = data;
    const { supports } = programme.document;
    const wants = (label: Text, what: string): Button[] => [
      { label, command: 'not-yet', args: { programmeId: programme.id, wants: what } },
    ];
    const offers = [
      ...(supports.includes('taster') ? [wants(text('button-taster'), 'taster')] : []),
      ...(supports.includes('drop-in') ? [wants(text('button-drop-in'), 'drop-in')] : []),
    ];
    return message(
      [
        text('not-ready-fine'),
        ...(offers.length === 0 ? [] : [text('not-ready-meanwhile')]),
        text('not-ready-back'),
      ],
      [...offers, [comeIn(programme, 'mentee', text('button-ready-now'), source, agreed)], homeButtons],
    );
  },
});

/** A coordinator has spoken with them, or nothing is still to come: what happens next, with no promise of when. */
export const wayInReady = screen({
  name: 'way-in-ready',
  schema: z.object({
    programmeId: z.uuid(),
    as: As,
    /** The talk is still to come: what they hear is that nothing else is. */
    complete: z.boolean().default(false),
    opened: z.boolean().default(false),
  }),
  async load() {
    return undefined;
  },
  show(_data, { programmeId, as, complete, opened }, { person }) {
    const see: Button = {
      label: text('button-see-it'),
      command: 'show',
      args: { screen: 'way-in-ready', args: { programmeId, as, complete, opened: true } },
    };
    if (!opened && person.settings.discreet) return message([text('something-new')], [[see], homeButtons]);
    const more: Button = {
      label: text('button-way-in'),
      command: 'show',
      args: { screen: 'way-in', args: { programmeId } },
    };
    const waits = as === 'mentor' ? 'way-in-mentor-waits' : 'way-in-waits';
    return message([text(complete ? 'way-in-complete' : waits)], [[more], [helpButton]]);
  },
});
