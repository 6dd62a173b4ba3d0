import { z } from 'zod';
import { personOf } from '../kernel/command.ts';
import type { Context } from '../kernel/form.ts';
import { form } from '../kernel/open-form.ts';
import type { TwoInContact } from '../store/read-pair-messages.ts';
import { text } from '../texts/text.ts';
import { contactOf, isBlocked, nameOf, otherIn, sideIn } from './contact.ts';

const Args = z.object({ pairId: z.uuid().optional() });

/** Most characters of one message (our default). */
const MOST = 2000;

type Data = {
  readonly twos: readonly TwoInContact[];
  readonly me: string;
  readonly pairId: string | undefined;
};

/** The pair it is for: the only one, the one whose button was pressed, or the one that was chosen. */
function chosen({ data, answers }: Context<Data>): TwoInContact | undefined {
  const [only, another] = data.twos;
  const id = data.pairId ?? answers['pair'] ?? (another === undefined ? only?.pair.id : undefined);
  return data.twos.find((two) => two.pair.id === id);
}

/** A few words for one's mentor or mentee. Before the first ones, who reads them and how long they are kept. */
export const messageForm = form<Data>({
  name: 'pair-message',
  title: text('message-title'),
  keepsWriting: true,
  async load(read, args, by) {
    const { person } = personOf(by);
    const { pairId } = Args.parse(args);
    const twos = await read.pairMessages.twosOf(person.id);
    return { twos, me: person.id, pairId };
  },
  closed({ twos, pairId }) {
    const wanted = twos.filter((two) => pairId === undefined || two.pair.id === pairId);
    if (wanted.length === 0) return text('messages-nobody');
    return wanted.every(isBlocked) ? text('messages-paused-for-now') : undefined;
  },
  questions: [
    {
      id: 'pair',
      ask: () => [text('ask-message-to')],
      options: ({ data }) =>
        data.twos
          .filter((two) => !isBlocked(two))
          .map((two) => ({ label: { written: nameOf(otherIn(two, data.me)) }, value: two.pair.id })),
      passOver: ({ data }) => data.pairId !== undefined || data.twos.length === 1,
    },
    {
      id: 'text',
      ask(context) {
        const two = chosen(context);
        if (two === undefined) return [text('ask-message')];
        const { me } = context.data;
        const name = nameOf(otherIn(two, me));
        const told = contactOf(two)[`${sideIn(two, me) ?? 'mentee'}Told`];
        const days = two.programme.document.messages.keptDays;
        const how = told ? [] : [text('messages-who-reads', { name }), text('messages-kept', { days })];
        return [text('ask-message-for', { name }), ...how];
      },
      written: true,
      most: MOST,
    },
  ],
  finish(context) {
    const pairId = chosen(context)?.pair.id ?? '';
    return { command: 'write-pair-message', args: { pairId, text: context.answers['text'] ?? '' } };
  },
});
