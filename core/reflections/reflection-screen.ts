import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { type Text, text } from '../texts/text.ts';
import type { Reflection } from './reflection.ts';
import { allButton, deleteButton, readButton, rewriteButtons } from './reflection-buttons.ts';
import { dayOf } from './reflection-day.ts';
import { nameOf, otherIn, type Partner, partnersFor } from './reflection-readers.ts';

/** The card of one entry: who can read it, and what can be done with it. It does not show the text itself. */
export const reflectionScreen = screen({
  name: 'reflection',
  schema: z.object({ reflectionId: z.uuid(), after: z.literal('saved').optional() }),
  async load(read, { reflectionId }, to) {
    const row = await read.reflections.reflection(reflectionId);
    if (row === undefined || row.personId !== to.person.id) return undefined;
    const pair =
      row.pairId === null || !row.sharedWithPartner ? undefined : await read.pairs.pair(row.pairId);
    const readerId = pair === undefined || pair.state === 'ended' ? undefined : otherIn(pair, row.personId);
    const reader = readerId === undefined ? undefined : nameOf(await read.people.person(readerId));
    return { row, reader, partners: await partnersFor(read, row) };
  },
  show(data, { after }, to) {
    if (data === undefined) return message([text('reflection-not-here')], [[allButton], homeButtons]);
    const { row, reader, partners } = data;
    const saved = after === 'saved' ? [text('reflection-saved')] : [];
    const about = text('reflection-of', dayOf(row.createdAt, to.person.zone, to.now));
    return message(
      [...saved, about, ...whoReads(row, reader)],
      [
        ...sharing(row, reader, partners).map((button) => [button]),
        [readButton(row.id), ...rewriteButtons(row.id)],
        [deleteButton(row.id), allButton],
        homeButtons,
      ],
    );
  },
});

function whoReads(row: Reflection, reader: string | undefined): Text[] {
  const partner = row.sharedWithPartner && reader !== undefined;
  const lines = [
    ...(partner ? [text('reflection-seen-by-partner', { partner: reader })] : []),
    ...(row.sharedWithCoordinator ? [text('reflection-seen-by-coordinator')] : []),
  ];
  return lines.length === 0 ? [text('reflection-only-you')] : lines;
}

function sharing(row: Reflection, reader: string | undefined, partners: readonly Partner[]): Button[] {
  const reflectionId = row.id;
  const taken: Button[] = [];
  if (row.sharedWithPartner) {
    const label = text('reflection-unshare-partner', { partner: reader ?? 'unnamed' });
    taken.push({ label, command: 'unshare-reflection', args: { reflectionId, from: 'partner' } });
  } else {
    for (const { pairId, name } of partners) {
      const label = text('reflection-share-partner', { partner: name });
      taken.push({ label, command: 'share-with-partner', args: { reflectionId, pairId } });
    }
  }
  const coordinator: Button = row.sharedWithCoordinator
    ? {
        label: text('reflection-unshare-coordinator'),
        command: 'unshare-reflection',
        args: { reflectionId, from: 'coordinator' },
      }
    : {
        label: text('reflection-share-coordinator'),
        command: 'share-with-coordinator',
        args: { reflectionId },
      };
  return [...taken, coordinator];
}
