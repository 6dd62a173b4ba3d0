import { z } from 'zod';
import type { AnyForm, OpenForm } from '../kernel/form.ts';
import type { Button, Line } from '../kernel/message.ts';
import { message } from '../kernel/message.ts';
import { type AnyScreen, screen } from '../kernel/screen.ts';
import { answersOf, waiting } from '../kernel/sealed-answers.ts';
import { readText, text } from '../texts/text.ts';
import type { Draft } from './draft.ts';
import { helpButton } from './home-buttons.ts';

const Again = z.object({
  draftId: z.string(),
  /** Why it is asked again. */
  again: z.unknown().optional(),
  options: z.array(z.object({ label: z.unknown(), value: z.string() })).optional(),
});

const WIDE = 18;

/** The open question of a form, with its choices, and back, skip and cancel. */
export function questionScreen(forms: ReadonlyMap<string, AnyForm>): AnyScreen {
  return screen({
    name: 'question',
    schema: Again,
    async load(read, { draftId }, to) {
      const draft = await read.drafts.draft(draftId);
      const own = draft === undefined ? undefined : forms.get(draft.form);
      if (draft === undefined || own === undefined || to.account === undefined) return undefined;
      const by = { is: 'person', person: to.person, account: to.account } as const;
      const opened = await own.open(read, draft.args, by, to.now);
      return { draft, opened, answers: answersOf(draft, read.keys.of(to.person)) };
    },
    show(data, args, to) {
      if (data === undefined) return undefined;
      const { draft, opened, answers } = data;
      const asked = opened.ask(draft.question, answers);
      const again = args.again === undefined ? [] : [readText(args.again)];
      const choices =
        args.options?.map(({ label, value }) => ({ label: lineFrom(label), value })) ?? asked.options;
      const answer = (label: Line, more: Record<string, string>): Button => ({
        label,
        command: 'answer',
        args: { draftId: draft.id, question: draft.question, ...more },
      });
      const picks = choices.map(({ label, value }) => answer(label, { value }));
      const words = args.again === undefined && asked.written ? answers[waiting(draft.question)] : undefined;
      const isKept =
        words !== undefined && words.trim() !== '' && !choices.some(({ value }) => value === words);
      const kept: Line[] = isKept ? [text('written-already'), { written: words }] : [];
      return message(
        [...again, ...asked.lines, ...kept],
        [
          ...(isKept ? [[answer(text('button-use-written'), { go: 'kept' })]] : []),
          ...(to.sheets === true && asked.written ? [[onSheet(draft)]] : []),
          ...inRows(picks),
          ways(draft, opened, asked.optional, answers, answer),
          [helpButton],
        ],
      );
    },
  });
}

/** Where the app can lay the questions that are left over the chat. */
function onSheet({ form, args }: Draft): Button {
  return { label: text('button-write-here'), command: 'open-form', args: { form, args } };
}

function ways(
  draft: Draft,
  opened: OpenForm,
  optional: boolean,
  answers: Record<string, string>,
  answer: (label: Line, more: Record<string, string>) => Button,
): Button[] {
  const back =
    opened.before(draft.question, answers) === undefined ? [] : [answer(text('button-back'), { go: 'back' })];
  const skip = optional ? [answer(text('button-skip'), { go: 'skip' })] : [];
  return [...back, ...skip, answer(text('button-cancel'), { go: 'cancel' })];
}

function lineFrom(stored: unknown): Line {
  const written = z.object({ written: z.string() }).safeParse(stored);
  return written.success ? written.data : readText(stored);
}

/** Short choices stand two in a row, long ones alone. */
function inRows(picks: readonly Button[]): Button[][] {
  const short =
    picks.length > 4 && picks.every(({ label }) => 'written' in label && label.written.length <= WIDE);
  if (!short) return picks.map((pick) => [pick]);
  const rows: Button[][] = [];
  for (let index = 0; index < picks.length; index += 2) rows.push(picks.slice(index, index + 2));
  return rows;
}
