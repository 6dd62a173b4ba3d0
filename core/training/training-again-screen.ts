import { z } from 'zod';
import { homeButtons, myTrainingButton } from '../conversation/home-buttons.ts';
import { unlessDiscreet } from '../kernel/discreet-news.ts';
import { type Button, message, type Paragraph } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import { readWebAddress } from '../kernel/web-address.ts';
import { saidTo } from '../programmes/code.ts';
import type { TrainingModule } from '../programmes/training-plan.ts';
import { text } from '../texts/text.ts';
import { sentAgain, supporting } from './send-again.ts';
import { mayInterrupt } from './training-screens.ts';

/** What of the training is looked at again: a few words of each module, and where the rest stands (TRN-05). */
export const trainingAgain = screen({
  name: 'training-again',
  schema: z.object({ programmeId: z.uuid(), opened: z.boolean().default(false) }),
  async load(read, { programmeId }, to) {
    return supporting(to.roles, programmeId).length === 0
      ? undefined
      : read.programmes.programme(programmeId);
  },
  show(programme, { programmeId, opened }, to) {
    const modules = programme === undefined ? [] : sentAgain(programme.document);
    if (programme === undefined || modules.length === 0 || (!opened && !mayInterrupt(to))) return undefined;
    const read: Button = {
      label: text('button-training-again-read'),
      command: 'read-again',
      args: { programmeId },
    };
    const news = message(
      [text('training-again'), ...modules.flatMap((module) => linesOf(module, to))],
      [[read], [myTrainingButton], homeButtons],
    );
    return unlessDiscreet(to, opened, 'training-again', { programmeId }, news);
  },
});

function linesOf({ name, about, material }: TrainingModule, { person }: Recipient): Paragraph[] {
  const says = material?.says ?? about;
  const link = material?.link === undefined ? undefined : readWebAddress(material.link);
  return [
    { written: says === undefined ? name : `${name}: ${saidTo(says, person.language)}` },
    ...(link === undefined ? [] : [text('training-again-link'), { link }]),
  ];
}
