import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { contactLines } from '../kernel/contact-lines.ts';
import { type Button, message } from '../kernel/message.ts';
import { placeScreen, type Recipient, screen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';

const look = (label: Button['label'], name: string): Button => ({
  label,
  command: 'show-any-time',
  args: { screen: name },
});
const keep = look(text('button-keep-everything'), 'what-is-kept');
const dataFirst: Button = { label: text('button-export-first'), command: 'export-my-data', args: {} };

async function whatEnds(read: Reader, _args: object, { person, now }: Recipient) {
  const [meetings, pairs, led, told] = await Promise.all([
    read.kept.meetingsToCome(person.id, now),
    read.pairs.pairsOf(person.id),
    read.groups.ledBy(person.id),
    read.concerns.ofWriter(person.id),
  ]);
  return { meetings, pairs: pairs.length, led: led.length, told: told.length };
}

/** What "delete me" does, before anything is done: what goes, what stays and why, and that nothing brings it back. */
export const deleteMeScreen = screen({
  name: 'delete-me',
  schema: z.object({}),
  load: whatEnds,
  show({ meetings, pairs, led, told }) {
    const lines = [
      text('delete-what-goes'),
      ...(meetings === 0 ? [] : [text('delete-meetings', { count: meetings })]),
      ...(pairs === 0 ? [] : [text('delete-pair')]),
      ...(led === 0 ? [] : [text('delete-group')]),
      text('delete-what-stays'),
      ...(told === 0 ? [] : [text('delete-concerns-stay')]),
      text('delete-chat'),
      text('delete-no-way-back'),
    ];
    const on = look(text('button-delete-go-on'), 'delete-me-sure');
    return message(lines, [[dataFirst], [on], [keep], homeButtons]);
  },
});

/** The second question. */
export const deleteMeSure = screen({
  name: 'delete-me-sure',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show() {
    const yes: Button = {
      label: text('button-delete-everything'),
      command: 'delete-me',
      args: { sure: true },
    };
    return message([text('delete-sure')], [[keep], [yes], homeButtons]);
  },
});

/** The last word, in the chat of somebody who is not known here any more. */
export const erasedGoodbye = placeScreen({
  name: 'erased',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show: (_data, _args, { programme }) =>
    message([
      text('erased-done'),
      text('erased-welcome-back'),
      text('erased-people'),
      ...contactLines(programme),
    ]),
});

/** To the other half of a pair: that it ended, that it is nothing they did, and who is there to talk. */
export const partnerLeft = screen({
  name: 'partner-left',
  schema: z.object({ pairId: z.uuid(), opened: z.boolean().default(false) }),
  async load() {
    return undefined;
  },
  show(_data, { pairId, opened }, to) {
    if (!opened && to.person.settings.discreet) {
      const args = { screen: 'partner-left', args: { pairId, opened: true } };
      const see: Button = { label: text('button-see-it'), command: 'show', args };
      return message([text('something-new')], [[see], homeButtons]);
    }
    return message(
      [
        text('partner-left'),
        text('partner-left-kept'),
        text('partner-left-next'),
        ...contactLines(to.programme),
      ],
      [[look(text('button-who'), 'who-can-i-talk-to')], homeButtons],
    );
  },
});
