import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { writeButton } from './reflection-buttons.ts';
import { dayOf } from './reflection-day.ts';
import { firstWords, textOf } from './reflection-text.ts';

const ON_A_PAGE = 6;

/** All of the reader's own entries, newest first, a page at a time. A page that is no more is the last one there is. */
export const myReflectionsScreen = screen({
  name: 'my-reflections',
  schema: z.object({ page: z.int().min(1).default(1), after: z.literal('deleted').optional() }),
  async load(read, { page }, to) {
    const pages = Math.max(1, Math.ceil((await read.reflections.count(to.person.id)) / ON_A_PAGE));
    const shown = Math.min(page, pages);
    const rows = await read.reflections.ofPerson(to.person.id, {
      skip: (shown - 1) * ON_A_PAGE,
      most: ON_A_PAGE,
    });
    const key = read.keys.of(to.person);
    return { pages, shown, entries: rows.map((row) => ({ row, words: firstWords(textOf(row, key)) })) };
  },
  show({ pages, shown, entries }, { after }, to) {
    const deleted = after === 'deleted' ? [text('reflection-deleted')] : [];
    if (entries.length === 0)
      return message([...deleted, text('reflections-none')], [[writeButton], homeButtons]);
    const where = pages > 1 ? [text('list-page', { page: shown, pages })] : [];
    const rows = entries.map(({ row, words }): Button[] => [
      {
        label: text('reflection-entry', { ...dayOf(row.createdAt, to.person.zone, to.now), words }),
        command: 'show',
        args: { screen: 'read-reflection', args: { reflectionId: row.id } },
      },
    ]);
    const turn = [
      ...turnTo('reflections-newer', shown - 1, pages),
      ...turnTo('reflections-older', shown + 1, pages),
    ];
    return message(
      [...deleted, text('reflections-list'), ...where],
      [...rows, ...(turn.length > 0 ? [turn] : []), [writeButton, fileButton], homeButtons],
    );
  },
});

const fileButton: Button = {
  label: text('reflections-save-file'),
  command: 'show',
  args: { screen: 'export-my-reflections' },
};

function turnTo(label: 'reflections-newer' | 'reflections-older', page: number, pages: number): Button[] {
  if (page < 1 || page > pages) return [];
  return [{ label: text(label), command: 'show', args: { screen: 'my-reflections', args: { page } } }];
}
