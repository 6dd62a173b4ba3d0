import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { letterPlace } from './letter.ts';

/** What somebody wrote to this person, with the way to answer. On a locked screen it says only that there is something. */
export const letterScreen = screen({
  name: 'letter',
  schema: z.object({ letterId: z.uuid(), opened: z.boolean().default(false) }),
  async load(read, { letterId }, { person }) {
    const letter = await read.letters.letter(letterId);
    if (letter === undefined || letter.toId !== person.id) return undefined;
    const words = read.keys.of(person).open(letter.textSealed, letterPlace(letter.id));
    return { letter, words, writer: await read.people.person(letter.fromId) };
  },
  show(data, { letterId, opened }, { person }) {
    if (data === undefined) return opened ? message([text('letter-gone')], [homeButtons]) : undefined;
    const { letter, words, writer } = data;
    if (!opened && person.settings.discreet) {
      const args = { screen: 'letter', args: { letterId, opened: true } };
      const see: Button = { label: text('button-see-it'), command: 'show', args };
      return message([text('something-new')], [[see], homeButtons]);
    }
    const name = writer?.name ?? '';
    const from = letter.fromCoordinator
      ? text('letter-from-coordinator', { name })
      : text('letter-from', { name });
    const answer: Button = {
      label: text('letter-button-answer', { name }),
      command: 'open-form',
      args: { form: 'write-letter', args: { toId: letter.fromId } },
    };
    return message([from, { written: words }], [[answer], homeButtons]);
  },
});
