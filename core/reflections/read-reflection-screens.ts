import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { message } from '../kernel/message.ts';
import { namedTo } from '../kernel/on-a-locked-screen.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { allButton, deleteButton, readButton, rewriteButtons, whoSeesButton } from './reflection-buttons.ts';
import { dayOf } from './reflection-day.ts';
import { nameOf, partnerMayRead } from './reflection-readers.ts';
import { textOf } from './reflection-text.ts';

const Args = z.object({ reflectionId: z.uuid() });
type Args = z.infer<typeof Args>;

async function ownEntry(read: Reader, { reflectionId }: Args, to: Recipient) {
  const row = await read.reflections.reflection(reflectionId);
  if (row === undefined || row.personId !== to.person.id) return undefined;
  return { row, written: textOf(row, read.keys.of(to.person)) };
}

const notHere = message([text('reflection-not-here')], [[allButton], homeButtons]);

/** One of the reader's own entries, in full. */
export const readReflectionScreen = screen({
  name: 'read-reflection',
  schema: Args,
  load: ownEntry,
  show(data, _args, to) {
    if (data === undefined) return notHere;
    const { id, createdAt } = data.row;
    return message(
      [text('reflection-of', dayOf(createdAt, to.person.zone, to.now)), { written: data.written }],
      [rewriteButtons(id), [whoSeesButton(id), deleteButton(id)], [allButton], homeButtons],
    );
  },
});

/** Asks once whether an entry shall really go. */
export const deleteReflectionScreen = screen({
  name: 'delete-reflection',
  schema: Args,
  load: ownEntry,
  show(data, _args, to) {
    if (data === undefined) return notHere;
    const reflectionId = data.row.id;
    return message(
      [text('reflection-delete-ask', dayOf(data.row.createdAt, to.person.zone, to.now))],
      [
        [
          { label: text('button-delete'), command: 'delete-reflection', args: { reflectionId } },
          {
            label: text('button-keep'),
            command: 'show',
            args: { screen: 'reflection', args: { reflectionId } },
          },
        ],
        homeButtons,
      ],
    );
  },
});

/** What somebody else shared, opened with the writer's key only while the reader may read it. */
async function sharedEntry(read: Reader, { reflectionId }: Args, to: Recipient) {
  const row = await read.reflections.reflection(reflectionId);
  if (row === undefined || row.pairId === null) return undefined;
  if (!partnerMayRead(row, await read.pairs.pair(row.pairId), to.person.id)) return undefined;
  const writer = await read.people.person(row.personId);
  return writer === undefined ? undefined : { row, writer, written: textOf(row, read.keys.of(writer)) };
}

/** Tells somebody that there is something to read; the text itself is one tap away, not on a locked screen. */
export const sharedWithYouScreen = screen({
  name: 'shared-with-you',
  schema: Args,
  load: sharedEntry,
  show(data, _args, to) {
    if (data === undefined) return undefined;
    const args = { screen: 'shared-reflection', args: { reflectionId: data.row.id } };
    return message(
      [text('reflection-shared-with-you', { partner: nameOf(namedTo(data.writer, to)) })],
      [[{ ...readButton(data.row.id), args }], homeButtons],
    );
  },
});

/** What somebody shared with the reader, in full. */
export const sharedReflectionScreen = screen({
  name: 'shared-reflection',
  schema: Args,
  load: sharedEntry,
  show(data, _args, to) {
    if (data === undefined) return message([text('reflection-not-shared')], [homeButtons]);
    const { row, writer, written } = data;
    const day = dayOf(row.createdAt, to.person.zone, to.now);
    return message([text('reflection-by', { partner: nameOf(writer), ...day }), { written }], [homeButtons]);
  },
});
