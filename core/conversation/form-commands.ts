import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { jsonObject } from '../kernel/json.ts';

export const OpenFormArgs = z.object({ form: z.string(), args: jsonObject.default({}) });
export const AnswerArgs = z.object({
  draftId: z.string(),
  question: z.string(),
  value: z.string().optional(),
  go: z.enum(['back', 'skip', 'cancel', 'kept']).optional(),
});

// Opening and answering a form are worked out in core/receive.ts, because an answer may end in any other command; they
// stand in the list of commands so that buttons can name them.
function workedOutOnReceipt(): never {
  throw new Error('A form is opened and answered on receipt, not performed');
}

export const openForm = command({
  name: 'open-form',
  schema: OpenFormArgs,
  keepsForm: true,
  load: async () => workedOutOnReceipt(),
  decide: () => change({}),
});

export const answer = command({
  name: 'answer',
  schema: AnswerArgs,
  keepsForm: true,
  load: async () => workedOutOnReceipt(),
  decide: () => change({}),
});
