import { form } from '../kernel/open-form.ts';
import { text } from '../texts/text.ts';
import { readCode } from './supporter-code.ts';

/** For somebody who was told a code rather than sent a link. */
export const supporterCodeForm = form<undefined>({
  name: 'supporter-code',
  questions: [
    {
      id: 'code',
      ask: () => [text('ask-supporter-code')],
      written: true,
      take(written) {
        const code = readCode(written);
        return code === undefined ? { again: text('supporter-code-not-a-code') } : { value: code };
      },
    },
  ],
  load: async () => undefined,
  finish: ({ answers }) => ({ command: 'open-link', args: { payload: `help-${answers['code'] ?? ''}` } }),
});
