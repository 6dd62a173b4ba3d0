import type { Shown } from '../../bots/rehearsal/telegram/shown.ts';
import type { VirtualUser } from '../../bots/rehearsal/telegram/virtual-user.ts';
import type { PairOfTwo, Stage } from './stage.ts';

/** One thing that somebody does, and the words by which they see that it was done. */
export type Step = {
  readonly flow: 'booking' | 'moving' | 'cancelling' | 'reflecting';
  readonly who: 'mentee' | 'mentor';
  readonly writes?: string;
  readonly presses?: string | RegExp;
  /** What their chat shows then; a button by its label, or a part of a message. */
  readonly sees: RegExp;
};

/** Books, says yes, moves, says yes to that, calls off, reflects: days ahead so that any time of day will do. */
export function storySteps(day: string, otherDay: string): Step[] {
  return [
    { flow: 'booking', who: 'mentee', writes: 'book', sees: /or write|write/i },
    { flow: 'booking', who: 'mentee', writes: `${day} at 3pm`, sees: /By phone/ },
    { flow: 'booking', who: 'mentee', presses: 'By phone', sees: /30 minutes/ },
    { flow: 'booking', who: 'mentee', presses: '30 minutes', sees: /Skip/ },
    { flow: 'booking', who: 'mentee', presses: 'Skip', sees: /Take it back/ },
    { flow: 'booking', who: 'mentor', presses: 'Yes, that suits me', sees: /Move it/ },
    { flow: 'moving', who: 'mentor', presses: 'Move it', sees: /when|time/i },
    { flow: 'moving', who: 'mentor', writes: `${otherDay} at 2pm`, sees: /You asked/ },
    { flow: 'moving', who: 'mentee', presses: 'Yes, move it', sees: /Move it/ },
    { flow: 'cancelling', who: 'mentee', presses: "I can't make it", sees: /You called this off/ },
    { flow: 'reflecting', who: 'mentee', writes: 'reflect', sees: /🙂|Good|word/ },
    {
      flow: 'reflecting',
      who: 'mentee',
      writes: 'We talked about the garden and it did me good.',
      sees: /Share|kept/i,
    },
  ];
}

/** What has to be in the journal once for each story. */
export const EFFECTS = [
  'meeting.proposed',
  'meeting.confirmed',
  'meeting.move-asked',
  'meeting.moved',
  'meeting.cancelled',
  'reflection.saved',
];

export function phoneOf(two: PairOfTwo, step: Step): VirtualUser {
  return step.who === 'mentee' ? two.mentee : two.mentor;
}

/** Where in the chats each pair's story began: buttons of earlier ones may still be seen, and are not meant. */
const beginnings = new WeakMap<PairOfTwo, number>();

/** Does one step and waits until it is seen to be done. A button is waited for as people do. */
export async function play(two: PairOfTwo, step: Step, timeoutMs = 30_000): Promise<void> {
  const phone = phoneOf(two, step);
  if (step.writes === 'book') beginnings.set(two, phone.mark());
  if (step.presses === undefined) {
    const since = phone.mark();
    phone.send(step.writes ?? '');
    await seen(phone, step, since, timeoutMs);
    return;
  }
  const message = await newestWith(phone, step.presses, beginnings.get(two) ?? 0, timeoutMs);
  const since = phone.mark();
  phone.press(step.presses, { message });
  await seen(phone, step, since, timeoutMs);
}

/** The message with that button that was shown or changed last: a copy made by a crash may stand below it, unchanged. */
async function newestWith(
  phone: VirtualUser,
  label: string | RegExp,
  since: number,
  timeoutMs: number,
): Promise<Shown> {
  const has = (message: Shown): boolean =>
    message.revision > since &&
    message.buttons
      .flat()
      .some((each) => (typeof label === 'string' ? each.label === label : label.test(each.label)));
  const found = await phone.waitFor(has, { timeoutMs });
  return phone
    .see()
    .filter(has)
    .reduce((last, each) => (each.revision > last.revision ? each : last), found);
}

async function seen(phone: VirtualUser, step: Step, since: number, timeoutMs: number): Promise<void> {
  await phone.waitFor(
    (message) =>
      step.sees.test(message.text) || message.buttons.flat().some((each) => step.sees.test(each.label)),
    { since, timeoutMs },
  );
}

/** "3 December": that many days from now, as somebody would write it. */
export function dayAhead(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000);
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/London' });
}

/** How often each effect is in the journal of a pair, and what of it is left half-done. */
export async function effectsOf(stage: Stage, two: PairOfTwo): Promise<Record<string, number>> {
  const found = await stage.rows(
    `SELECT event, count(*)::int AS times FROM journal WHERE event = ANY($1)
     AND (ids->>'pairId' = $2 OR ids->>'personId' = $3) GROUP BY event`,
    [EFFECTS, two.pairId, two.menteeId],
  );
  return Object.fromEntries(found.map((row) => [String(row['event']), Number(row['times'])]));
}
