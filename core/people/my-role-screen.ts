import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { contactLines } from '../kernel/contact-lines.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { Programme } from '../programmes/programme.ts';
import { text } from '../texts/text.ts';
import type { Role } from './person.ts';

const SAFEGUARDING: readonly Line[] = [text('role-safeguarding-duties'), text('role-safeguarding-limits')];

const SAID: Readonly<Record<Role['role'], readonly Line[]>> = {
  mentee: [text('role-mentee'), text('role-mentee-duties'), text('role-mentee-limits')],
  mentor: [text('role-mentor'), text('role-mentor-duties'), text('role-mentor-limits')],
  volunteer: [text('role-volunteer'), text('role-volunteer-duties'), text('role-volunteer-limits')],
  coordinator: [text('role-coordinator'), text('role-coordinator-duties'), text('role-coordinator-limits')],
  'safeguarding-lead': [text('role-safeguarding-lead'), ...SAFEGUARDING],
  'safeguarding-deputy': [text('role-safeguarding-deputy'), ...SAFEGUARDING],
  'supervision-cover': [
    text('role-supervision-cover'),
    text('role-supervision-cover-duties'),
    text('role-supervision-cover-limits'),
  ],
  referrer: [text('role-referrer'), text('role-referrer-duties'), text('role-referrer-limits')],
};

const whoSees: Button = {
  label: text('button-who-sees'),
  command: 'show-any-time',
  args: { screen: 'who-sees-what' },
};

const training: Button = {
  label: text('button-my-training'),
  command: 'show',
  args: { screen: 'my-training' },
};
const different: Button = {
  label: text('different-button'),
  command: 'show',
  args: { screen: 'different-matches' },
};
const expect: Button = {
  label: text('button-induction'),
  command: 'show',
  args: { screen: 'induction' },
};
const forSupervision: Button = {
  label: text('button-for-supervision'),
  command: 'open-form',
  args: { form: 'supervision-note' },
};
const supervision: Button = {
  label: text('button-my-supervision'),
  command: 'show',
  args: { screen: 'my-supervision' },
};
const people: Button = {
  label: text('button-supervision-people'),
  command: 'show',
  args: { screen: 'supervision-people' },
};
const SUPERVISED: readonly Role['role'][] = ['mentor', 'volunteer'];
const OVERSEES: readonly Role['role'][] = ['coordinator', 'supervision-cover'];

const aLot: Button = { label: text('button-a-lot'), command: 'a-lot-for-me', args: {} };

/** What somebody does here, where it ends, and whom to ask (ELG-07). Two roles stand apart, each in full (ELG-06). */
export const myRole = screen({
  name: 'my-role',
  schema: z.object({}),
  async load(read, _args, { programme, roles }) {
    const others = roles.filter(({ programmeId }) => programmeId !== programme?.id);
    if (others.length === 0) return [];
    const all = await read.programmes.all();
    return all.filter(({ id }) => others.some(({ programmeId }) => programmeId === id));
  },
  show(others, _args, to) {
    const held = [...new Set(to.roles.map((each) => each.role))];
    const here = rolesHere(to);
    const two = here.length > 1 ? [text('role-more-than-one')] : [];
    const said = here.length === 0 ? [text('role-none-yet')] : here.flatMap((role) => SAID[role]);
    const elsewhere = others.map(({ document: { name } }) => text('role-elsewhere', { name }));
    return message(
      [...two, ...said, ...elsewhere, text('role-ask'), ...contactLines(to.programme)],
      [
        ...others.map(turnTo),
        ...(held.includes('mentor') ? [[aLot]] : []),
        ...(asksTraining(to) && held.some((role) => role === 'mentor' || role === 'volunteer')
          ? [[training]]
          : []),
        ...(held.includes('mentee') ? [[expect]] : []),
        ...(held.includes('mentee') || held.includes('mentor') ? [[different]] : []),
        ...(held.some((role) => SUPERVISED.includes(role)) ? [[forSupervision], [supervision]] : []),
        ...(held.some((role) => OVERSEES.includes(role)) ? [[people]] : []),
        [whoSees],
        homeButtons,
      ],
    );
  },
});

/** What they are in the programme that is spoken of, whose words are used; of another it is said that there is more. */
function rolesHere({ roles, programme }: Recipient): Role['role'][] {
  const own = roles.filter(({ programmeId }) => programmeId === programme?.id);
  return [...new Set(own.map(({ role }) => role))];
}

function turnTo({ id: programmeId, document: { name } }: Programme): Button[] {
  return [{ label: text('button-turn-to', { name }), command: 'turn-to-programme', args: { programmeId } }];
}

function asksTraining({ programme }: Recipient): boolean {
  return (programme?.document.training.modules.length ?? 0) > 0;
}
