import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { change, next } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { saidTo } from '../programmes/code.ts';
import { type Text, text } from '../texts/text.ts';
import { answerWith } from './answer.ts';
import { openOnes } from './which-programme.ts';

/** From now on this chat speaks of another programme. What somebody is in elsewhere stays, and its messages still come. */
export const turnToProgramme = command({
  name: 'turn-to-programme',
  schema: z.object({ programmeId: z.uuid() }),
  load: (read, { programmeId }) => read.programmes.programme(programmeId),
  decide(programme, _args, _at, by) {
    const { person, account } = personOf(by);
    if (programme === undefined || openOnes([programme]).length === 0)
      return { refused: 'programme.unknown', say: text('programme-not-open') };
    return change({
      saves: [{ table: 'account', row: next(account, { programmeId: programme.id }) }],
      events: [{ event: 'person.turned', ids: { personId: person.id, programmeId: programme.id } }],
      outgoing: [answerWith(person, account, 'home')],
    });
  },
});

/** The programmes there are, in their own words; which one this chat speaks of, and the way to each other one. */
export const myProgrammes = screen({
  name: 'my-programmes',
  schema: z.object({}),
  async load(read) {
    return openOnes(await read.programmes.all());
  },
  show(programmes, _args, { person, programme, roles }) {
    const lines = programmes.flatMap(({ id, document: { name, about } }) => [
      nameOf(name, { isThis: id === programme?.id, isIn: roles.some((role) => role.programmeId === id) }),
      ...about.slice(0, 1).map((said) => ({ written: saidTo(said, person.language) })),
    ]);
    const turns = programmes
      .filter(({ id }) => id !== programme?.id)
      .map(({ id, document: { name } }): Button[] => [
        { label: text('button-turn-to', { name }), command: 'turn-to-programme', args: { programmeId: id } },
      ]);
    return message([text('programmes-title'), ...lines], [...turns, homeButtons]);
  },
});

function nameOf(name: string, { isThis, isIn }: { isThis: boolean; isIn: boolean }): Text {
  if (isThis) return text('programmes-this-one', { name });
  return isIn ? text('programmes-in-it', { name }) : text('programmes-there-is', { name });
}
