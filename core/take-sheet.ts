import { begunDraft, parkedFor } from './conversation/fill-form.ts';
import { answerSheet } from './conversation/sheet.ts';
import { type Change, change, together } from './kernel/change.ts';
import type { By } from './kernel/command.ts';
import type { Answers } from './kernel/form.ts';
import type { JsonObject } from './kernel/json.ts';
import { answersOf, sealAnswers } from './kernel/sealed-answers.ts';
import type { Moment } from './moment.ts';
import { type Begun, beginning, type Known, type Meant, type Receiver } from './to-order.ts';

/** The sheet of a form that somebody filled in: begun, answered and perhaps finished in one. */
export async function sheetFilled(
  receiver: Receiver,
  known: Known,
  by: By & { is: 'person' },
  { form: name, args }: { form: string; args: JsonObject },
  answers: Answers,
  at: Moment,
): Promise<Meant> {
  const begun = await beginning(receiver, known, by, name, args, at);
  if ('refusal' in begun)
    return { change: together(begun.refusal, keptFrom(receiver, begun, known, answers, at)) };
  const { begin, opened } = begun;
  const draft = begunDraft(begin, opened, at);
  const filling = {
    person: by.person,
    account: known.account,
    key: receiver.store.read.keys.of(by.person),
    form: opened,
    // Written once, with its answers.
    draft: { ...draft, version: draft.version - 1 },
  };
  const parked = change({ saves: parkedFor(begin, draft, at) });
  const done = answerSheet(filling, answers, at);
  if ('change' in done) return { change: together(parked, done.change) };
  const { outcome, onAccept, onRefuse } = done;
  return {
    command: outcome.command,
    args: outcome.args,
    by,
    endsForm: true,
    onAccept: together(parked, onAccept),
    onRefuse: (refusal) => together(parked, onRefuse(refusal)),
  };
}

/** What was written on the sheet of a form that has closed meanwhile waits as a draft, where a form keeps what is written. */
function keptFrom(
  { store }: Receiver,
  { begin, opened }: Partial<Begun>,
  { account }: Known,
  given: Answers,
  at: Moment,
): Change {
  const wrote = Object.entries(given).filter(([, words]) => words.trim() !== '');
  if (begin?.form.keepsWriting !== true || opened === undefined || wrote.length === 0) return change({});
  const draft = begunDraft(begin, opened, at);
  const key = store.read.keys.of(begin.person);
  const answers = { ...answersOf(draft, key), ...Object.fromEntries(wrote) };
  const answersSealed = sealAnswers(draft.id, answers, key, at.random(12));
  const told = { to: begin.person.id, account: account.id, screen: 'say', mode: 'new' } as const;
  return change({
    saves: [{ table: 'draft', row: { ...draft, answersSealed, open: false } }],
    outgoing: [{ ...told, args: { id: 'written-is-kept', args: {} }, evenIfStopped: true }],
  });
}
