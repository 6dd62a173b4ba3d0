import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { explainRule } from '../rules/explain-rule.ts';
import { text } from '../texts/text.ts';
import { ruleNamed } from './nudge-rules.ts';
import { partnerName } from './nudge-screen.ts';
import { reasonTexts } from './nudge-texts.ts';

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Why a nudge came: the rule is run again on the facts it fired on, and what decided it is said in plain words. */
export const nudgeWhyScreen = screen({
  name: 'nudge-why',
  schema: z.object({ nudgeId: z.uuid() }),
  async load(read, { nudgeId }, to) {
    const row = await read.nudges.nudge(nudgeId);
    const rule = row === undefined ? undefined : ruleNamed(row.rule);
    if (row === undefined || rule === undefined || row.personId !== to.person.id) return undefined;
    const pair = row.pairId === null ? undefined : await read.pairs.pair(row.pairId);
    const facts = Facts.parse(row.facts);
    const { because } = await explainRule(rule.rule, facts);
    const partner = pair === undefined ? 'unnamed' : await partnerName(read, pair, to.person.id);
    return { because, partner, rhythmDays: z.number().catch(0).parse(facts['rhythmDays']) };
  },
  show(data, { nudgeId }) {
    const here = { on: `nudge-why:${nudgeId}` };
    const ways = [
      [
        { label: text('nudge-less-often'), command: 'nudge-less-often', args: here },
        { label: text('nudge-stop'), command: 'set-nudges', args: { nudges: 'off', ...here } },
      ],
      [...homeButtons],
    ];
    if (data === undefined) return message([text('nudge-gone')], ways);
    const reasons = [...new Set(data.because.map(({ fact }) => fact))].flatMap(
      (fact) => reasonTexts[fact]?.(data) ?? [],
    );
    return message([text('nudge-why-chosen'), ...reasons, text('nudge-why-choice')], ways);
  },
});
