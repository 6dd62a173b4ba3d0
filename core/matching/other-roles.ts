import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { change } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { saidTo } from '../programmes/code.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { talkButton } from './short-list-screen.ts';

/** What else somebody who waits for a mentee can take up, as their programme says it (UNM-02 to UNM-05, UNM-08). */
export const otherRoles = screen({
  name: 'other-roles',
  schema: z.object({ programmeId: z.uuid() }),
  load: (read, { programmeId }) => read.programmes.programme(programmeId),
  show(programme, { programmeId }, { person }) {
    const roles = programme?.document.roles ?? [];
    if (roles.length === 0) return message([text('roles-none')], [[talkButton()], homeButtons]);
    const take = (code: string, name: string): Button[] => [
      { label: text('roles-button-take', { name }), command: 'take-up-role', args: { programmeId, code } },
    ];
    const said = roles.map(
      ({ name, says }): Line => ({ written: `${name}: ${saidTo(says, person.language)}` }),
    );
    return message(
      [text('roles-what'), ...said, text('roles-free')],
      [...roles.map(({ code, name }) => take(code, name)), [talkButton()], homeButtons],
    );
  },
});

/** "I would like this": a coordinator is asked to get in touch about it. Nothing is promised, and the waiting goes on. */
export const takeUpRole = command({
  name: 'take-up-role',
  schema: z.object({ programmeId: z.uuid(), code: z.string().max(40) }),
  async load(read, { programmeId }, by) {
    const { person } = personOf(by);
    const [programme, open] = await Promise.all([
      read.programmes.programme(programmeId),
      read.tasks.openAboutPerson(person.id),
    ]);
    return { programme, open };
  },
  decide({ programme, open }, { programmeId, code }, at, by) {
    const { person, account } = personOf(by);
    if (programme?.document.roles.some((role) => role.code === code) !== true)
      return { refused: 'role.not-offered', say: text('roles-none') };
    const isKnown = open.some(
      (task) => task.kind === 'wants-role' && task.programmeId === programmeId && task.what === code,
    );
    const row = { ...newTask('wants-role', { programmeId, personId: person.id }, at), what: code };
    return change({
      saves: isKnown ? [] : [{ table: 'task', row }],
      events: isKnown ? [] : [{ event: 'role.wished', ids: { personId: person.id, programmeId, code } }],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          screen: 'say',
          args: { id: 'roles-said', args: {} },
          mode: 'new',
          evenIfStopped: true,
        },
      ],
    });
  },
});
