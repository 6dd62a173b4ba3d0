import type { Message } from './recording-channel.ts';

/** About what a locked screen shows of a message; our number. */
const PREVIEW = 100;

/** What gives away what this is about, whoever's programme it is. */
const TOPIC =
  /\b(mentor|mentee|mentoring|buddy|carers?|caring|programme|reflections?|peer|coordinators?|volunteers?|recovery|addiction|drugs|alcohol|mental|illness|abuse|suicide)\b/i;

/** Messages that nobody asked for, to people who want nothing said on a locked screen. */
export const UNASKED = `SELECT o.id::text AS once, o.screen, p.name AS own,
    (SELECT coalesce(json_agg(q.name), '[]') FROM person q WHERE q.name IS NOT NULL AND q.id <> p.id) AS names,
    (SELECT coalesce(json_agg(m.document->>'name'), '[]') FROM programme m) AS programmes
  FROM outgoing o JOIN person p ON p.id = o."personId"
  WHERE o."accountId" IS NULL AND o.state = 'sent' AND o.mode IN ('new', 'card') AND (p.settings->>'discreet')::boolean`;

/** Those of them that say on a locked screen what they should not: the screen, and what it would show. */
export function telling(rows: readonly Record<string, unknown>[], messages: readonly Message[]): string[] {
  return rows.flatMap((row) => {
    const message = messages.find(({ once }) => once === row['once']);
    const seen = message?.first.paragraphs.join('\n').slice(0, PREVIEW) ?? '';
    const words = [row['names'], row['programmes']].flat(2).filter((each) => typeof each === 'string');
    const said = words.find((word) => word.length > 2 && word !== row['own'] && seen.includes(word));
    return said !== undefined || TOPIC.test(seen) ? [`${String(row['screen'])}: ${seen}`] : [];
  });
}
