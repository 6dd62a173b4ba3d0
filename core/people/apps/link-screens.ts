import { z } from 'zod';
import { helpButton, homeButtons } from '../../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../../kernel/message.ts';
import { screen } from '../../kernel/screen.ts';
import { text } from '../../texts/text.ts';
import { inHalves } from '../short-code.ts';
import { appName } from './app-names.ts';
import { linkCodePlace } from './link-code.ts';
import { isOpen } from './link-rules.ts';

const OfLink = z.object({ id: z.uuid() });

/** The code, with what to do with it, as long as it is good for something. */
export const linkCode = screen({
  name: 'link-code',
  schema: OfLink.extend({ sealed: z.string() }),
  async load(read, { id, sealed }, { person }) {
    const link = await read.links.link(id);
    if (link === undefined || link.personId !== person.id) return undefined;
    return { link, code: read.keys.of(person).open(sealed, linkCodePlace(id)) };
  },
  show(data, _args, { now }) {
    if (data?.link.state !== 'offered' || !isOpen(data.link, now)) return undefined;
    const code = inHalves(data.code);
    return message(
      [text('link-code-is', { code }), text('link-code-how', { code }), text('link-code-secret')],
      [[myAppsButton], homeButtons],
    );
  },
});

const myAppsButton: Button = {
  label: text('button-my-apps'),
  command: 'show',
  args: { screen: 'my-apps', card: 'apps' },
};

const answers = (id: string, command: string, yes: Line): readonly (readonly Button[])[] => [
  [{ label: yes, command, args: { id } }],
  [{ label: text('button-no'), command: 'end-link', args: { id } }],
  [helpButton],
];

/** In the app that is to be linked: whose it would be, and in which programme. Nothing else of them is shown. */
export const linkAsked = screen({
  name: 'link-asked',
  schema: OfLink,
  async load(read, { id }, { person, account }) {
    const link = await read.links.link(id);
    if (link === undefined || account === undefined || link.toAccountId !== account.id) return undefined;
    const [owner, from] = await Promise.all([
      read.people.person(link.personId),
      read.people.account(link.accountId),
    ]);
    const programme =
      from?.programmeId == null
        ? await read.programmes.first()
        : await read.programmes.programme(from.programmeId);
    return {
      link,
      owner,
      programme,
      begun: (await read.drafts.draft(`${account.id}:welcome`)) !== undefined,
      person,
    };
  },
  show(data, _args, { now }) {
    if (data?.link.state !== 'asked' || !isOpen(data.link, now)) return undefined;
    const { link, owner, programme, begun } = data;
    const who = { named: owner?.name == null ? 'no' : 'yes', name: owner?.name ?? '' };
    return message(
      [
        text('link-asks', { ...who, programme: programme?.document.name ?? '…' }),
        text('link-asks-what'),
        ...(begun ? [text('link-asks-begun')] : []),
      ],
      answers(link.id, 'agree-to-link', text('button-that-is-me')),
    );
  },
});

/** In the app where the code was made: is this really you? */
export const linkConfirm = screen({
  name: 'link-confirm',
  schema: OfLink,
  async load(read, { id }, { person }) {
    const link = await read.links.link(id);
    if (link?.toAccountId == null || link.personId !== person.id) return undefined;
    const other = await read.people.account(link.toAccountId);
    return other === undefined ? undefined : { link, other };
  },
  show(data, _args, { now }) {
    if (data?.link.state !== 'answered' || !isOpen(data.link, now)) return undefined;
    const { link, other } = data;
    return message(
      [text('link-wants', appName(other, [other])), text('link-wants-what')],
      answers(link.id, 'confirm-link', text('button-it-was-me')),
    );
  },
});

/** It is linked: said in every app of theirs, so that nobody can be joined without knowing. */
export const appLinked = screen({
  name: 'app-linked',
  schema: z.object({ accountId: z.uuid() }),
  load: (read, _args, { person }) => read.people.accountsOf(person.id),
  show(accounts, { accountId }, { account }) {
    const linked = accounts.find((each) => each.id === accountId);
    if (linked === undefined) return undefined;
    const said =
      account?.id === accountId ? text('linked-here') : text('linked-there', appName(linked, accounts));
    return message([said, text('linked-private'), text('linked-change')], [[myAppsButton], homeButtons]);
  },
});
