import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { contactLines } from '../kernel/contact-lines.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { keptLines, loadKept } from './kept-lines.ts';

const see = (label: Line, name: string): Button => ({ label, command: 'show', args: { screen: name } });

const copy: Button = { label: text('button-export-my-data'), command: 'export-my-data', args: {} };
const goes: Button = {
  label: text('button-delete-me'),
  command: 'show-any-time',
  args: { screen: 'delete-me' },
};

const nudges: Button = {
  label: text('button-my-nudges'),
  command: 'show',
  args: { screen: 'my-nudges', card: 'my-nudges' },
};

/** Where each kind can be seen, changed or deleted. */
const PLACES: readonly (readonly Button[])[] = [
  [see(text('button-settings'), 'my-settings'), nudges],
  [see(text('button-my-meetings'), 'my-meetings'), see(text('button-my-free-times'), 'my-free-times')],
  [see(text('button-my-consents'), 'my-consents')],
  [see(text('button-my-reflections'), 'my-reflections'), see(text('button-my-supporters'), 'my-supporters')],
];

/** "What do you know about me?": all of it, in plain words, who else sees it, and where to change it (PAC-03). */
export const whatIsKept = screen({
  name: 'what-is-kept',
  schema: z.object({}),
  load: loadKept,
  show(kept, _args, to) {
    const sees: Button = {
      label: text('button-who-sees'),
      command: 'show-any-time',
      args: { screen: 'who-sees-what' },
    };
    const lines = [
      text('kept-title'),
      ...keptLines(kept, to),
      text('kept-chat-company'),
      text('kept-sealed'),
      text('kept-delete'),
      ...contactLines(to.programme, to.person.adult === false),
    ];
    return message(lines, [
      ...(to.person.state === 'active' ? PLACES : []),
      ...(to.person.state === 'active' ? [[see(text('button-coordinator-sees'), 'coordinator-sees')]] : []),
      [sees],
      [copy],
      [goes],
      homeButtons,
    ]);
  },
});
