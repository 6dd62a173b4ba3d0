import type { VirtualUser } from '../../bots/rehearsal/telegram/virtual-user.ts';
import type { PairOfTwo, Stage } from './stage.ts';

const coordinator = { is: 'coordinator', name: 'test' } as const;

/** Somebody who tells, and those who answer. */
export type Telling = {
  readonly aisha: VirtualUser;
  readonly lead: VirtualUser;
  readonly deputy: VirtualUser;
  readonly leadId: string;
};

/** Two pairs, of which the second answers for safeguarding. */
export async function tellingOn(stage: Stage): Promise<Telling> {
  const two = await stage.pairUp();
  const team = await stage.pairUp();
  const programme = await stage.core.read.programmes.first();
  const programmeId = programme?.id ?? '';
  for (const [personId, role] of [
    [team.mentorId, 'safeguarding-lead'],
    [team.menteeId, 'safeguarding-deputy'],
  ])
    await stage.core.perform({
      command: 'give-role',
      args: { personId, programmeId, role },
      by: coordinator,
    });
  return tellingOf(two, team);
}

function tellingOf({ mentee }: PairOfTwo, team: PairOfTwo): Telling {
  return { aisha: mentee, lead: team.mentor, deputy: team.mentee, leadId: team.mentorId };
}

/** Tells it up to the last press, which is the one that sends. */
export async function tellsUpTo({ aisha }: Telling, words: string, timeoutMs = 30_000): Promise<void> {
  let since = aisha.mark();
  aisha.send('i need help now');
  await pressed(aisha, 'Go on', since, timeoutMs);
  await withButton(aisha, /^Send it to/, since, timeoutMs);
  since = aisha.mark();
  aisha.send(words);
  await aisha.waitFor(({ text }) => /put that with the rest/.test(text), { since, timeoutMs });
}

/** The last press; waits until they see that it was sent. */
export async function sends({ aisha }: Telling, timeoutMs = 30_000): Promise<void> {
  const since = aisha.mark();
  const message = aisha
    .see()
    .filter((each) => each.buttons.flat().some(({ label }) => /^Send it to/.test(label)))
    .at(-1);
  if (message === undefined) throw new Error('There is nothing to press');
  const label = message.buttons.flat().find((each) => /^Send it to/.test(each.label))?.label ?? '';
  aisha.press(label, { message });
  await aisha.waitFor(({ text }) => /Sent on/.test(text), { since, timeoutMs });
}

async function pressed(who: VirtualUser, label: string, since: number, timeoutMs: number): Promise<void> {
  const message = await withButton(who, new RegExp(`^${label}$`), since, timeoutMs);
  who.press(label, { message });
}

async function withButton(who: VirtualUser, label: RegExp, since: number, timeoutMs: number) {
  return await who.waitFor((each) => each.buttons.flat().some((button) => label.test(button.label)), {
    since,
    timeoutMs,
  });
}

/** How each concern stands that was told: what has to be there once, and how often it is. */
export async function concernsOn(stage: Stage): Promise<Record<string, unknown>[]> {
  return await stage.rows(`SELECT c.id, c.state, count(*) FILTER (WHERE s.step = 'sent')::int AS sent,
      count(*) FILTER (WHERE s.step = 'asked')::int AS asked, count(*) FILTER (WHERE s.step = 'delivered')::int AS delivered
    FROM concern c JOIN concern_step s ON s."concernId" = c.id GROUP BY c.id ORDER BY c.id`);
}
