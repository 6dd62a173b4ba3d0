import { z } from 'zod';
import { contactLines } from '../kernel/contact-lines.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { helpButton, homeButtons, tellSomeoneButton, worriedButton } from './home-buttons.ts';

/** A phone number and a name, one word away everywhere (SUP-08). */
export const whoCanITalkTo = screen({
  name: 'who-can-i-talk-to',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show(_data, _args, { person, programme, supporter }) {
    const lines = [
      text('who-people'),
      ...contactLines(programme, person.adult === false),
      text('who-danger'),
    ];
    return message(lines, [
      [helpButton],
      ...(supporter === undefined ? [[tellSomeoneButton], [worriedButton]] : []),
      ...(person.state === 'active' ? [[...homeButtons.slice(0, 1)]] : []),
    ]);
  },
});

/** A voice note, a picture, a sticker: a kind word, and what to do instead. */
export const onlyTextIsKept = screen({
  name: 'only-text-is-kept',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show() {
    return message([text('only-text-kind'), text('only-text-instead')], [homeButtons]);
  },
});

/** What was written fits nothing that was asked. It is not lost: it waits as the beginning of a reflection. */
export const notUnderstoodScreen = screen({
  name: 'not-understood',
  schema: z.object({ kept: z.enum(['new', 'added']).optional() }),
  async load(read, _args, { account }) {
    return account === undefined ? undefined : await read.drafts.draft(`${account.id}:reflect`);
  },
  show(draft, { kept }) {
    const keep: Button = {
      label: text('button-keep-as-reflection'),
      command: 'keep-as-reflection',
      args: {},
    };
    // What was added to an earlier draft cannot be dropped alone; inside the form all of it can.
    const drop: Button = {
      label: text('button-throw-away'),
      command: 'forget-draft',
      args: { form: 'reflect' },
    };
    if (draft === undefined || kept === undefined)
      return message([text('not-understood'), text('not-understood-try')], [...todo, homeButtons]);
    return message(
      [text('not-understood-kept'), text('not-understood-private')],
      [[keep], ...(kept === 'new' ? [[drop]] : []), ...todo, homeButtons],
    );
  },
});

const todo: readonly (readonly Button[])[] = [
  [{ label: text('button-my-meetings'), command: 'show', args: { screen: 'my-meetings' } }],
  [{ label: text('button-who'), command: 'show-any-time', args: { screen: 'who-can-i-talk-to' } }],
];
