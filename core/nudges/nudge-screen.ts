import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import type { Pair } from '../pairs/pair.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import { isQuiet } from '../time/quiet.ts';
import { wantsNudges } from './may-nudge.ts';
import { factsOf } from './nudge-facts.ts';
import { ruleNamed } from './nudge-rules.ts';
import { nudgeText } from './nudge-texts.ts';

const Args = z.object({ nudgeId: z.uuid() });

/** The other one of the pair, by the name they chose. */
export async function partnerName(read: Reader, pair: Pair, personId: string): Promise<string> {
  const other = await read.people.person(pair.mentorId === personId ? pair.menteeId : pair.mentorId);
  return other?.name ?? 'unnamed';
}

/** The message itself. It looks once more before it says anything: a message can wait while a phone or an app is away. */
export const nudgeScreen = screen({
  name: 'nudge',
  schema: Args,
  async load(read, { nudgeId }, to) {
    const row = await read.nudges.nudge(nudgeId);
    if (row === undefined || row.personId !== to.person.id || row.pairId === null) return undefined;
    const pair = await read.pairs.pair(row.pairId);
    const latest = (await read.nudges.latestMeetings([row.pairId])).get(row.pairId);
    if (pair === undefined || latest === undefined) return undefined;
    return { row, pair, latest, partner: await partnerName(read, pair, to.person.id) };
  },
  show(data, { nudgeId }, { person, now }) {
    if (data === undefined || wantsNudges(person, now).may !== 'now') return undefined;
    if (isQuiet(now, person.zone, person.quietFrom, person.quietTo)) return undefined;
    const rule = ruleNamed(data.row.rule);
    if (rule === undefined || !rule.holds(factsOf(data.pair, data.latest, now))) return undefined;
    const said = nudgeText(data.row.rule, data.partner, person.settings.discreet);
    return said === undefined ? undefined : message([said], waysOn(nudgeId, data.pair.id));
  },
});

function waysOn(nudgeId: string, pairId: string): Button[][] {
  const here = { on: `nudge:${nudgeId}` };
  const book = { form: 'book-meeting', args: { pairId } };
  const why = { screen: 'nudge-why', args: { nudgeId }, card: `nudge-why:${nudgeId}` };
  const button = (label: Text, command: string, args: Button['args'] = {}): Button => ({
    label,
    command,
    args,
  });
  return [
    [button(text('nudge-find-time'), 'open-form', book)],
    [
      button(text('nudge-not-now'), 'mute-nudges', here),
      button(text('nudge-less-often'), 'nudge-less-often', here),
    ],
    [
      button(text('nudge-why'), 'show', why),
      button(text('nudge-stop'), 'set-nudges', { nudges: 'off', ...here }),
    ],
    [...homeButtons],
  ];
}
