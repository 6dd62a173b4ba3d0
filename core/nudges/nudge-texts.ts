import { type Text, text } from '../texts/text.ts';

/** What a rule's nudge says; with discretion, nothing that a locked screen should not show. */
export function nudgeText(rule: string, partner: string, discreet: boolean): Text | undefined {
  if (rule !== 'quieter-than-agreed') return undefined;
  return discreet
    ? text('nudge-quieter-than-agreed-discreet')
    : text('nudge-quieter-than-agreed', { partner });
}

type Why = { readonly partner: string; readonly rhythmDays: number };

/** A fact in the person's words, when it was among the reasons. That the two are a pair goes without saying. */
export const reasonTexts: Readonly<Record<string, (why: Why) => Text>> = {
  rhythmDays: ({ partner, rhythmDays }) => text('nudge-why-rhythm', { partner, days: rhythmDays }),
  daysSinceMeeting: () => text('nudge-why-quiet'),
  upcomingMeeting: () => text('nudge-why-nothing-planned'),
};
