import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { type Text, text } from '../texts/text.ts';
import { CONSENT_PARTS, ConsentPart, holds } from './consent.ts';

const WHAT = {
  situation: text('consent-situation'),
  answers: text('consent-answers'),
  reflections: text('consent-reflections'),
  sharing: text('consent-sharing'),
  nudges: text('consent-nudges'),
} as const satisfies Record<ConsentPart, Text>;

const GOES = {
  situation: text('withdraw-situation'),
  answers: text('withdraw-answers'),
  reflections: text('withdraw-reflections'),
  sharing: text('withdraw-sharing'),
  nudges: text('withdraw-nudges'),
} as const satisfies Record<ConsentPart, Text>;

const STOP = {
  situation: text('button-stop-situation'),
  answers: text('button-stop-answers'),
  reflections: text('button-stop-reflections'),
  sharing: text('button-stop-sharing'),
  nudges: text('button-stop-nudges'),
} as const satisfies Record<ConsentPart, Text>;

const list: Button = {
  label: text('button-my-consents'),
  command: 'show',
  args: { screen: 'my-consents', card: 'consents' },
};

const short: Button = {
  label: text('button-notice'),
  command: 'show-any-time',
  args: { screen: 'notice' },
};

/** The parts that can be kept or not, with a button to stop or allow each. */
export const myConsents = screen({
  name: 'my-consents',
  schema: z.object({}),
  load: (read, _args, { person }) => read.privacy.consents(person.id),
  show({ said, wordings, answered }) {
    const speaksOf = (part: ConsentPart): boolean =>
      part !== 'answers' || answered || said.some((each) => each.part === part);
    const rows = CONSENT_PARTS.filter(speaksOf).map((part): Button[] => {
      const on = holds(
        said.find((each) => each.part === part),
        wordings[part],
      );
      const label = on ? STOP[part] : text('button-allow-part', { part });
      return [
        { label, command: 'show', args: { screen: on ? 'withdraw-consent' : 'consent', args: { part } } },
      ];
    });
    return message([text('consents-title'), text('consents-how')], [...rows, [short], homeButtons]);
  },
});

/** The question about one part: what is kept of it and who sees it. Nothing of it is done before the answer. */
export const consentScreen = screen({
  name: 'consent',
  schema: z.object({ part: ConsentPart }),
  load: (read, _args, { person }) => read.privacy.consents(person.id),
  show({ said }, { part }) {
    const isAskedAgain = said.some((each) => each.part === part && each.state === 'asked');
    const yes: Button = { label: text('button-yes-keep'), command: 'give-consent', args: { part } };
    const no: Button = {
      label: text('button-no-do-not-keep'),
      command: 'show',
      args: { screen: 'withdraw-consent', args: { part } },
    };
    return message(
      [...(isAskedAgain ? [text('consent-asked-again')] : []), WHAT[part], text('consent-free')],
      [[yes], [no], [list], [short], homeButtons],
    );
  },
});

/** Before what was kept of a part is deleted. */
export const withdrawScreen = screen({
  name: 'withdraw-consent',
  schema: z.object({ part: ConsentPart }),
  async load() {
    return undefined;
  },
  show(_data, { part }) {
    const yes: Button = {
      label: text('button-yes-stop-keeping'),
      command: 'withdraw-consent',
      args: { part },
    };
    return message([GOES[part]], [[yes], [{ ...list, label: text('button-no') }], homeButtons]);
  },
});
