import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message, type Paragraph } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { inHalves } from '../people/short-code.ts';
import { text } from '../texts/text.ts';
import { answerPlace, isOpen, staffRoles } from './desk-session.ts';

const signOut: Button = { label: text('button-desk-sign-out'), command: 'end-desk-sessions', args: {} };

/** How to come in at the desk: for those who may. */
export const deskHow = screen({
  name: 'desk',
  schema: z.object({}),
  load: async ({ deskAddress }) => deskAddress,
  show(address, _args, { roles, supporter }) {
    const isStaff = supporter === undefined && staffRoles(roles).length > 0;
    const where: Paragraph[] = address === undefined ? [] : [{ link: address }];
    return isStaff
      ? message([text('desk-how'), ...where, text('desk-how-code')], [[signOut], homeButtons])
      : message([text('desk-not-yours')], [homeButtons]);
  },
});

/** What to type into the page that asked; as long as it is good for something. */
export const deskCode = screen({
  name: 'desk-code',
  schema: z.object({ signInId: z.uuid(), sealed: z.string() }),
  async load(read, { signInId, sealed }, { person, supporter }) {
    const asked = await read.sessions.signIn(signInId);
    if (asked === undefined || asked.personId !== person.id || supporter !== undefined) return undefined;
    return { asked, answer: read.keys.of(person).open(sealed, answerPlace(signInId)) };
  },
  show(data, _args, { now }) {
    if (data === undefined || !isOpen(data.asked, now)) return undefined;
    return message(
      [
        text('desk-code-is', { code: inHalves(data.answer) }),
        text('desk-code-where'),
        text('desk-code-secret'),
      ],
      [[signOut], homeButtons],
    );
  },
});

/** That somebody came in as them: said wherever they read. */
export const deskSignedIn = screen({
  name: 'desk-signed-in',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show: (_data, _args, { supporter }) =>
    supporter === undefined
      ? message([text('desk-signed-in'), text('desk-signed-in-not-me')], [[signOut], homeButtons])
      : undefined,
});
