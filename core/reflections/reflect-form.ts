import { z } from 'zod';
import type { AnyForm, Context } from '../kernel/form.ts';
import type { Line } from '../kernel/message.ts';
import { form } from '../kernel/open-form.ts';
import { type Text, text } from '../texts/text.ts';
import { nameOf, otherIn } from './reflection-readers.ts';
import { firstWords } from './reflection-text.ts';

const Args = z.object({ meetingId: z.uuid().optional() });

/** Most characters sent in one go. */
export const ONE_PAGE = 20_000;

// Begins with a character that nobody can type, so that no word somebody writes is taken for this button.
const KEEP = '\u0001keep';
const WORDS_SHOWN = 200;

type Data = { readonly partner: string | undefined; readonly beside: boolean };

/** One tap, one word, an emoji or a page. What was written before and not kept yet is offered first. */
export const reflectForm: AnyForm = form<Data>({
  name: 'reflect',
  keepsWriting: true,
  async load(read, args, by) {
    const { meetingId } = Args.parse(args);
    if (by.is !== 'person') return { partner: undefined, beside: false };
    const meeting = meetingId === undefined ? undefined : await read.meetings.meeting(meetingId);
    const pair = meeting === undefined ? undefined : await read.pairs.pair(meeting.pairId);
    const otherId = pair === undefined ? undefined : otherIn(pair, by.person.id);
    const other = otherId === undefined ? undefined : await read.people.person(otherId);
    return {
      partner: otherId === undefined ? undefined : nameOf(other),
      beside: by.account.personId !== by.person.id,
    };
  },
  questions: [
    {
      id: 'text',
      written: true,
      most: ONE_PAGE,
      ask: asked,
      options: ({ answers, data }) => (data.beside ? [] : [...keeping(answers['text']), ...moods]),
      verbatim: true,
      take: (given, { answers }) => ({ value: withEarlier(given, answers['text'] ?? '') }),
    },
  ],
  finish: ({ answers, args }) => ({
    command: 'save-reflection',
    args: { text: answers['text'] ?? '', ...Args.parse(args) },
  }),
});

const moods: readonly { label: Text; value: string }[] = [
  { label: text('reflect-good'), value: '🙂' },
  { label: text('reflect-mixed'), value: '😐' },
  { label: text('reflect-hard'), value: '🌧' },
];

/** What was written earlier is never dropped for what is written now: it stands before it. */
function withEarlier(given: string, earlier: string): string {
  if (given === KEEP || given === earlier) return earlier;
  return earlier === '' ? given : `${earlier}\n\n${given}`;
}

function keeping(earlier: string | undefined): { label: Text; value: string }[] {
  return earlier === undefined || earlier === '' ? [] : [{ label: text('reflect-keep'), value: KEEP }];
}

function asked({ answers, data }: Context<Data>): readonly Line[] {
  if (data.beside) return [text('supporter-may-not')];
  const earlier = answers['text'];
  if (earlier !== undefined && earlier !== '') {
    return [text('reflect-kept', { words: firstWords(earlier, WORDS_SHOWN) }), text('reflect-keep-ask')];
  }
  const ask =
    data.partner === undefined ? text('reflect-ask') : text('reflect-ask-meeting', { partner: data.partner });
  return [ask, text('reflect-reassure')];
}
