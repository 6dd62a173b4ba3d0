import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { newTask, type Task } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import type { Enquiry } from './enquiry.ts';
import { newEnquiry, sourceFor } from './new-enquiry.ts';

const WANTS = ['taster', 'drop-in'] as const;
const TASK: Readonly<Record<(typeof WANTS)[number], Task['kind']>> = {
  taster: 'wants-taster',
  'drop-in': 'wants-drop-in',
};
/** Beyond these somebody has said yes already, and leaves by another word. */
const OPEN: readonly Enquiry['state'][] = ['asking', 'not-yet', 'elsewhere', 'withdrawn'];

/** Not ready yet: that is as good an answer as any (REC-10). The way back is one press. */
export const notYet = command({
  name: 'not-yet',
  schema: z.object({
    programmeId: z.uuid(),
    wants: z.enum(WANTS).optional(),
    source: z.string().max(64).optional(),
  }),
  async load(read, { programmeId }, by) {
    const { person } = personOf(by);
    const [programme, enquiry, tasks] = await Promise.all([
      read.programmes.programme(programmeId),
      read.enquiries.of(person.id, programmeId, 'mentee'),
      read.tasks.openAboutPerson(person.id),
    ]);
    return { programme, enquiry, tasks: tasks.filter((each) => each.programmeId === programmeId) };
  },
  decide({ programme, enquiry, tasks }, { programmeId, wants, source }, at, by) {
    const { person, account } = personOf(by);
    const here = { screen: 'way-in', args: { programmeId } };
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    if (enquiry !== undefined && !OPEN.includes(enquiry.state))
      return { refused: 'enquiry.moved-on', say: text('way-in-moved-on'), show: here };
    const { document } = programme;
    // The document may have changed since the button was shown.
    if (wants !== undefined && !document.supports.includes(wants))
      return { refused: 'enquiry.not-offered', say: text('way-in-not-offered'), show: here };
    const row =
      enquiry === undefined
        ? {
            ...newEnquiry(person, programme, 'mentee', sourceFor(document, person, source), at),
            state: 'not-yet' as const,
          }
        : next(enquiry, { state: 'not-yet', site: null });
    const kind = wants === undefined ? undefined : TASK[wants];
    const isNew = kind !== undefined && !tasks.some((each) => each.kind === kind);
    const about = { programmeId, personId: person.id };
    return change({
      saves: [
        { table: 'enquiry', row },
        ...(isNew ? [{ table: 'task', row: newTask(kind, about, at) } as const] : []),
      ],
      events: [{ event: 'enquiry.not-yet', ids: { enquiryId: row.id, ...about, wants: wants ?? null } }],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          screen: wants === undefined ? 'not-ready' : 'way-in',
          args: { programmeId },
          mode: 'new',
          evenIfStopped: true,
        },
      ],
    });
  },
});
