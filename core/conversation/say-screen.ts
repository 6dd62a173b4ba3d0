import { z } from 'zod';
import { message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { readText } from '../texts/text.ts';
import { homeButtons } from './home-buttons.ts';

/** One sentence, with the way home beneath it. */
export const say = screen({
  name: 'say',
  schema: z.object({ id: z.string(), args: z.record(z.string(), z.union([z.string(), z.number()])) }),
  async load() {
    return undefined;
  },
  show(_data, said) {
    return message([readText(said)], [homeButtons]);
  },
});
