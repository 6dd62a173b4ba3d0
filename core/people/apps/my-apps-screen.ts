import { z } from 'zod';
import { homeButtons } from '../../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../../kernel/message.ts';
import { placeScreen, type Recipient, screen } from '../../kernel/screen.ts';
import { text } from '../../texts/text.ts';
import { whenParts } from '../../time/say-when.ts';
import type { Account } from '../person.ts';
import { appName, isLastReachable, readsIn } from './app-names.ts';

/** The chat apps somebody reads in, for their own eyes: nobody else is ever shown any of it. */
export const myApps = screen({
  name: 'my-apps',
  schema: z.object({}),
  load: (read, _args, { person }) => read.people.accountsOf(person.id),
  show(accounts, _args, to) {
    const chosen = readsIn(to.person, accounts);
    const choose = accounts.filter((each) => each.reachable && each.id !== chosen?.id);
    const write = choose.map((each): Button[] => [
      {
        label: text('button-write-in-app', appName(each, accounts)),
        command: 'set-write-to',
        args: { accountId: each.id },
      },
    ]);
    const unlink = accounts.map((each): Button[] => [
      {
        label: text('button-unlink-app', appName(each, accounts)),
        command: 'show',
        args: { screen: 'unlink-app', args: { accountId: each.id } },
      },
    ]);
    const another: Button = { label: text('button-link-another'), command: 'make-link-code', args: {} };
    return message(
      [
        text('my-apps-title'),
        ...accounts.map((each) => lineOf(each, accounts, to)),
        ...(chosen === undefined ? [] : [text('my-apps-write-to', appName(chosen, accounts))]),
        text('my-apps-nobody-sees'),
      ],
      [[another], ...write, ...unlink, homeButtons],
    );
  },
});

function lineOf(account: Account, all: readonly Account[], { person, now }: Recipient): Line {
  const { day, month } = whenParts(account.createdAt, person.zone, now);
  const name = appName(account, all);
  return account.reachable ? text('my-apps-one', { ...name, day, month }) : text('my-apps-not-reached', name);
}

/** Whether they are sure; and said plainly when nothing could reach them any more. */
export const unlinkAppScreen = screen({
  name: 'unlink-app',
  schema: z.object({ accountId: z.uuid() }),
  load: (read, _args, { person }) => read.people.accountsOf(person.id),
  show(accounts, { accountId }) {
    const account = accounts.find((each) => each.id === accountId);
    if (account === undefined) return undefined;
    const last = isLastReachable(account, accounts);
    const yes: Button = {
      label: text('button-yes-unlink'),
      command: 'unlink-app',
      args: { accountId, last },
    };
    const no: Button = {
      label: text('button-no'),
      command: 'show',
      args: { screen: 'my-apps', card: 'apps' },
    };
    return message(
      [
        text('unlink-ask', appName(account, accounts)),
        text(last ? 'unlink-last' : 'unlink-what'),
        ...(last ? [text('unlink-last-instead')] : []),
      ],
      [[yes], [no], homeButtons],
    );
  },
});

/** The last word in a chat that was unlinked: whose it was is not known there any more. */
export const appUnlinked = placeScreen({
  name: 'app-unlinked',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show: () => message([text('unlinked-here')]),
});
