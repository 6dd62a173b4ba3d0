import { z } from 'zod';
import { helpButton, homeButtons } from '../conversation/home-buttons.ts';
import { contactLines } from '../kernel/contact-lines.ts';
import { type Button, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { shortNotice, wholeNotice } from './short-notice.ts';

const nothingToLoad = async () => undefined;

const continueButton: Button = {
  label: text('button-continue'),
  command: 'open-form',
  args: { form: 'welcome' },
};
const whoSeesButton: Button = {
  label: text('button-who-sees'),
  command: 'show-any-time',
  args: { screen: 'who-sees-what' },
};
const whoButton: Button = {
  label: text('button-who'),
  command: 'show-any-time',
  args: { screen: 'who-can-i-talk-to' },
};

function languageButton(to: Recipient): Button {
  return to.person.language === 'en'
    ? { label: text('button-easy-read'), command: 'set-language', args: { language: 'en-easy' } }
    : { label: text('button-plain-english'), command: 'set-language', args: { language: 'en' } };
}

/** The first thing anybody reads: what this is, that people help and not a machine (REC-06, PAC-08), and what is kept. */
export const welcome = screen({
  name: 'welcome',
  schema: z.object({}),
  load: nothingToLoad,
  show(_data, _args, to) {
    // Whoever may come about several is not welcomed to one of them.
    const name = to.account?.programmeId === null ? undefined : to.programme?.document.name;
    const hello = name === undefined ? text('welcome-hello') : text('welcome-hello-from', { name });
    return message(
      [hello, text('welcome-people'), text('welcome-not-a-machine'), ...shortNotice],
      [[continueButton], [languageButton(to)], [wholeNotice], [helpButton]],
    );
  },
});

/** The short notice by itself, for whoever asks for it; the long one behind it. */
export const notice = screen({
  name: 'notice',
  schema: z.object({}),
  load: nothingToLoad,
  show(_data, _args, to) {
    const kept: Button = {
      label: text('menu-know'),
      command: 'show-any-time',
      args: { screen: 'what-is-kept' },
    };
    const rows = to.person.state === 'active' ? [[wholeNotice], [kept]] : [[wholeNotice]];
    return message(shortNotice, [...rows, homeButtons]);
  },
});

/** The whole of it: who can read what, and where confidentiality ends (BND-06). */
export const whoSeesWhat = screen({
  name: 'who-sees-what',
  schema: z.object({}),
  load: nothingToLoad,
  show(_data, _args, to) {
    const lines = [
      text('sees-you'),
      text('sees-partner'),
      text('sees-coordinator'),
      text('sees-answers'),
      text('sees-chat-company'),
      text('sees-nobody-else'),
      text('limits-rule'),
      text('limits-who'),
    ];
    const on =
      to.person.state === 'arriving'
        ? [[continueButton], [whoButton, helpButton]]
        : [[whoButton], homeButtons];
    return message(lines, on);
  },
});

/** "Not now" to the agreement (PAC-05): the door stays open, and there is somebody to talk to. */
export const goodbye = screen({
  name: 'goodbye',
  schema: z.object({}),
  load: nothingToLoad,
  show(_data, _args, to) {
    return message(
      [text('goodbye-fine'), text('goodbye-kept'), ...contactLines(to.programme)],
      [[{ ...continueButton, label: text('button-begin-after-all') }], [whoSeesButton], [helpButton]],
    );
  },
});

/** After "stop": silence, what still stands, and the way back; and an honest word to somebody who writes all the same. */
export const stopped = screen({
  name: 'stopped',
  schema: z.object({ notKept: z.boolean().optional() }),
  async load(read, _args, to) {
    return await read.kept.meetingsToCome(to.person.id, to.now);
  },
  show(meetings, { notKept = false }, to) {
    const again: Button[] = [{ label: text('button-start-again'), command: 'start-again', args: {} }];
    if (notKept) {
      const lines = [text('stopped-not-kept'), text('stopped-person'), ...contactLines(to.programme)];
      return message(lines, [again, [whoButton], [helpButton]]);
    }
    const stand = meetings === 0 ? [] : [text('stopped-meetings', { count: meetings })];
    const cancel: Button = {
      label: text('button-cancel-my-meetings'),
      command: 'cancel-my-meetings',
      args: {},
    };
    return message(
      [text('stopped-done'), ...stand, text('stopped-contact'), ...contactLines(to.programme)],
      [...(meetings === 0 ? [] : [[cancel]]), again, [whoButton], [helpButton]],
    );
  },
});
