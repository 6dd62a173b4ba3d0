import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { answersOf } from '../enquiries/sealed-enquiry.ts';
import { change, type DueNew, next } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { unlessDiscreet } from '../kernel/discreet-news.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { factsOf, gatesShut } from '../programmes/ask-rules.ts';
import { saidTo } from '../programmes/code.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';

/** A month later it is looked again, as long as the gate is shut. */
const LOOKS_AGAIN_HOURS = 24 * 30;
const Whose = z.looseObject({ personId: z.uuid(), programmeId: z.uuid() });

/** The end of being supported: from now on it is looked, from time to time, whether the gate is open (PRG-01). */
export const watchForMentoring = command({
  name: 'watch-for-mentoring',
  schema: Whose,
  async load(read, { personId, programmeId }) {
    const [person, programme, role, roles, enquiry, moved] = await Promise.all([
      read.people.person(personId),
      read.programmes.programme(programmeId),
      read.people.role(personId, programmeId, 'mentee'),
      read.people.rolesOf(personId),
      read.enquiries.of(personId, programmeId, 'mentee'),
      read.training.movedOn([personId], programmeId),
    ]);
    const isOpened = enquiry !== undefined && person !== undefined && person.wrappedKey !== '';
    const answers = isOpened ? answersOf(enquiry, read.keys.of(person)) : {};
    const supports = roles.some(
      (each) => each.programmeId === programmeId && ['mentor', 'volunteer'].includes(each.role),
    );
    return { person, programme, role, answers, supports, movedOn: moved.get(personId)?.at ?? null };
  },
  decide({ person, programme, role, answers, supports, movedOn }, { personId, programmeId }, at, by) {
    if (by.is !== 'clock') throw new Error('It is looked at from time to time, nobody asks for it');
    const invites = programme?.document.becomingMentor;
    if (person === undefined || programme === undefined || role === undefined || invites === undefined)
      return change({});
    // Once, softly: whoever was asked is not asked again, and nobody who supports people already (PRG-02).
    if (person.state === 'erased' || supports || role.invitedAt != null || role.notForMeAt != null)
      return change({});
    const again: DueNew = {
      key: `watch-for-mentoring:${personId}:${programmeId}`,
      command: 'watch-for-mentoring',
      args: { personId, programmeId },
      at: at.now.add({ hours: LOOKS_AGAIN_HOURS }),
    };
    const { zone } = programme.document.safeguarding;
    const day = (moment: typeof at.now) => moment.toZonedDateTimeISO(zone);
    const months =
      movedOn === null ? null : day(movedOn).until(day(at.now), { largestUnit: 'months' }).months;
    const isOpen = gateIsOpen(programme.document, invites.gate, answers, person.adult, months);
    if (!isOpen || person.state !== 'active' || person.paused) return change({ due: [again] });
    return change({
      saves: [{ table: 'role', row: next(role, { invitedAt: at.now }) }],
      events: [{ event: 'mentoring.invited', ids: { personId, programmeId } }],
      outgoing: [
        {
          to: personId,
          screen: 'mentoring-invitation',
          args: { programmeId },
          mode: 'new',
          at: nextLoud(at.now, person.zone, person.quietFrom, person.quietTo),
        },
      ],
    });
  },
});

function gateIsOpen(
  document: ProgrammeDocument,
  gate: string,
  answers: Parameters<typeof factsOf>[1]['answers'],
  adult: boolean | null,
  monthsSinceMovedOn: number | null,
): boolean {
  // Training and its check come after the invitation: nobody is kept from hearing of it for lack of them.
  const modules = document.training.modules.map(({ code }) => code);
  const once = { modules, trained: true, disclosed: true };
  const known = { as: 'mentor' as const, answers, adult, wasMentee: true, monthsSinceMovedOn, ...once };
  const whom = document.gates.find(({ code }) => code === gate)?.for ?? 'mentor';
  return !gatesShut(document, whom, factsOf(document, known)).some(({ code }) => code === gate);
}

/** One soft word, with "not for me" as good an answer as any. */
export const mentoringInvitation = screen({
  name: 'mentoring-invitation',
  schema: z.object({ programmeId: z.uuid(), opened: z.boolean().default(false) }),
  load: (read, { programmeId }) => read.programmes.programme(programmeId),
  show(programme, { programmeId, opened }, to) {
    const invites = programme?.document.becomingMentor;
    if (invites === undefined) return undefined;
    const answer = (label: Line, said: string): Button => ({
      label,
      command: 'answer-invitation',
      args: { programmeId, answer: said },
    });
    const news = message(
      [{ written: saidTo(invites.says, to.person.language) }, text('mentoring-no-hurry')],
      [
        [answer(text('mentoring-button-yes'), 'tell-me'), answer(text('mentoring-button-no'), 'not-for-me')],
        homeButtons,
      ],
    );
    return unlessDiscreet(to, opened, 'mentoring-invitation', { programmeId }, news);
  },
});

/** "Not for me" is kept, and it is never asked again; "tell me more" is a task for a coordinator. */
export const answerInvitation = command({
  name: 'answer-invitation',
  schema: z.object({ programmeId: z.uuid(), answer: z.enum(['tell-me', 'not-for-me']) }),
  async load(read, { programmeId }, by) {
    const { person } = personOf(by);
    const [role, open] = await Promise.all([
      read.people.role(person.id, programmeId, 'mentee'),
      read.tasks.openAboutPerson(person.id),
    ]);
    return { role, open };
  },
  decide({ role, open }, { programmeId, answer }, at, by) {
    const { person, account } = personOf(by);
    if (role?.invitedAt == null) return { refused: 'mentoring.not-asked', say: text('match-unknown') };
    const isYes = answer === 'tell-me';
    const isKnown = open.some((task) => task.kind === 'may-mentor' && task.programmeId === programmeId);
    const row = next(role, { notForMeAt: isYes ? null : at.now });
    const task = newTask('may-mentor', { programmeId, personId: person.id }, at);
    return change({
      saves: [{ table: 'role', row }, ...(isYes && !isKnown ? [{ table: 'task', row: task } as const] : [])],
      events: [{ event: 'mentoring.answered', ids: { personId: person.id, programmeId, answer } }],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          screen: 'say',
          args: { id: isYes ? 'mentoring-said-yes' : 'mentoring-said-no', args: {} },
          mode: 'new',
          evenIfStopped: true,
        },
      ],
    });
  },
});
