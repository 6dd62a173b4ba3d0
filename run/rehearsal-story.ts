import type { TelegramStandIn } from '../bots/rehearsal/telegram/stand-in.ts';
import type { VirtualUser } from '../bots/rehearsal/telegram/virtual-user.ts';
import type { Core } from '../core/index.ts';

export type Phone = {
  readonly id: number;
  readonly name: string;
  readonly part: 'mentee' | 'mentor' | 'new';
};

type Story = { readonly core: Core; readonly telegram: TelegramStandIn };

const phones: readonly Phone[] = [
  { id: 71_001, name: 'Aisha', part: 'mentee' },
  { id: 71_002, name: 'Ruth', part: 'mentor' },
];

const coordinator = { is: 'coordinator', name: 'rehearsal' } as const;

/** The first time, a mentee and a mentor join as anybody would, by their phones, and are brought together. */
export async function beginStory(story: Story): Promise<readonly Phone[]> {
  const [pair] = await story.core.read.pairs.list();
  const people = phones.map((phone) => story.telegram.user({ id: phone.id, firstName: phone.name }));
  if (pair !== undefined) return phones;
  for (const [index, phone] of phones.entries()) {
    const person = people[index];
    if (person !== undefined) await joins(story, person, phone);
  }
  const known = await story.core.read.people.list({ most: 10 });
  const idOf = (name: string): string => known.find((each) => each.name === name)?.id ?? '';
  const [menteeId, mentorId] = phones.map((phone) => idOf(phone.name));
  const programmeId = (await story.core.read.programmes.first())?.id;
  const give = (personId: string | undefined, role: string) =>
    story.core.perform({ command: 'give-role', args: { personId, programmeId, role }, by: coordinator });
  await give(mentorId, 'mentor');
  await give(menteeId, 'mentee');
  const args = { programmeId, mentorId, menteeId, rhythmDays: 14 };
  await story.core.perform({ command: 'make-pair', args, by: coordinator });
  await story.core.settle();
  for (const person of people) person.press('See it');
  await story.telegram.idle();
  await story.core.settle();
  return phones;
}

async function joins({ core, telegram }: Story, person: VirtualUser, phone: Phone): Promise<void> {
  const settled = async (): Promise<void> => {
    await telegram.idle();
    await core.settle();
  };
  const steps: readonly (() => unknown)[] = [
    () => person.start('poster'),
    () => person.press('Continue'),
    () => person.press('Yes'),
    () => person.press('Yes, I agree'),
    () => person.send(phone.name),
    () => person.press(/^London/),
    () => person.press('Plain English'),
    () => person.press(/9.*8/),
    () => person.press(/rather not say/i),
  ];
  for (const step of steps) {
    step();
    await settled();
  }
}
