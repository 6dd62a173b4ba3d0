import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { wallOf } from '../time/wall-time.ts';
import { allButton, writeButton } from './reflection-buttons.ts';
import { textOf } from './reflection-text.ts';

/** More than anybody will write; what is kept in memory stays within bounds. */
const MOST = 10_000;

/** Everything somebody wrote, oldest first, as a text file: each entry under its own time on their own clock. */
export const exportReflectionsScreen = screen({
  name: 'export-my-reflections',
  schema: z.object({}),
  async load(read, _args, to) {
    const rows = await read.reflections.ofPerson(to.person.id, { skip: 0, most: MOST });
    const key = read.keys.of(to.person);
    return rows.reverse().map((row) => ({ at: row.createdAt, written: textOf(row, key) }));
  },
  show(entries, _args, to) {
    if (entries.length === 0) return message([text('reflections-none')], [[writeButton], homeButtons]);
    const { zone } = to.person;
    const parts = entries.map(
      ({ at, written }) => `${wallOf(at, zone).replace('T', ' ')} (${zone})\n\n${written}\n`,
    );
    const file = {
      name: `my-notes-${wallOf(to.now, zone).slice(0, 10)}.txt`,
      type: 'text/plain; charset=utf-8',
      bytes: new TextEncoder().encode(parts.join('\n----\n\n')),
    };
    return { ...message([text('reflections-file')], [[allButton], homeButtons]), file };
  },
});
