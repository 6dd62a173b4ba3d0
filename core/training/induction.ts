import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { change } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { rolesOfActor } from '../kernel/coordinator.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { saidTo } from '../programmes/code.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import { text } from '../texts/text.ts';
import { newRecord } from './record-training.ts';
import { endsAtOf } from './training-stands.ts';
import { dueAroundEnd } from './when-it-ends.ts';

/** What it is on record as, where the programme names no module of its own for those who are supported. */
const INDUCTION = 'induction';
const PAGES = 4;

type Language = 'en' | 'en-easy';

/** Its own modules for those who are supported. */
function modulesFor({ training }: ProgrammeDocument) {
  return training.modules.filter(({ requiredOf }) => requiredOf.includes('mentee'));
}

/** What it is for; what to expect; where it ends between the two; how it comes to an end (TRN-06). */
function pageOf(document: ProgrammeDocument, page: number, language: Language): Line[] {
  const written = (said: Parameters<typeof saidTo>[0]): Line => ({ written: saidTo(said, language) });
  if (page === 0) return [text('induction-purpose'), ...document.about.map(written)];
  if (page === 1) {
    const about = modulesFor(document).flatMap((module) =>
      module.about === undefined ? [] : [module.about],
    );
    return [text('induction-expect'), ...about.map(written)];
  }
  if (page === 2) return [text('induction-boundaries'), ...document.agreement.lines.map(written)];
  return [text('induction-endings'), endingOf(document), text('induction-endings-more')];
}

function endingOf({ ending }: ProgrammeDocument): Line {
  if (ending.policy === 'date') return text('induction-ends-date', { weeks: String(ending.weeks) });
  if (ending.policy === 'review') return text('induction-ends-review', { weeks: String(ending.everyWeeks) });
  return ending.policy === 'milestone' ? text('induction-ends-milestone') : text('induction-ends-open');
}

/** A short way in for those who are supported, to be read at their own pace, now or again later. */
export const induction = screen({
  name: 'induction',
  schema: z.object({
    programmeId: z.uuid().optional(),
    page: z
      .int()
      .min(0)
      .max(PAGES - 1)
      .default(0),
  }),
  async load(read, { programmeId }, to) {
    const own = to.roles.filter(({ role }) => role === 'mentee').map((each) => each.programmeId);
    const id = own.find((each) => programmeId === undefined || each === programmeId);
    // Anybody may read it; only whoever is supported has something to say to it.
    const programme = id === undefined ? to.programme : await read.programmes.programme(id);
    return programme === undefined ? undefined : { programme, isTheirs: id !== undefined };
  },
  show(data, { page }, to) {
    if (data === undefined) return undefined;
    const { programme, isTheirs } = data;
    const { id: programmeId, document } = programme;
    const turn = (label: Button['label'], other: number): Button => ({
      label,
      command: 'show',
      args: { screen: 'induction', args: { programmeId, page: other }, card: `induction:${programmeId}` },
    });
    const read: Button = {
      label: text('button-induction-read'),
      command: 'finish-induction',
      args: { programmeId },
    };
    const isLast = page === PAGES - 1;
    return message(
      [text('list-page', { page: page + 1, pages: PAGES }), ...pageOf(document, page, to.person.language)],
      [
        [
          ...(page > 0 ? [turn(text('button-back'), page - 1)] : []),
          ...(isLast && isTheirs ? [read] : []),
          ...(isLast ? [] : [turn(text('button-next'), page + 1)]),
        ],
        homeButtons,
      ],
    );
  },
});

/** They have read it: on record once, until it is due again. */
export const finishInduction = command({
  name: 'finish-induction',
  schema: z.object({ programmeId: z.uuid().optional() }),
  async load(read, { programmeId }, by) {
    const { person } = personOf(by);
    const roles = (await rolesOfActor(read, by, {})).filter(({ role }) => role === 'mentee');
    const id = programmeId ?? roles[0]?.programmeId;
    if (id === undefined || !roles.some((each) => each.programmeId === id)) return undefined;
    const [programme, records] = await Promise.all([
      read.programmes.programme(id),
      read.training.records([person.id], id),
    ]);
    return programme === undefined ? undefined : { programme, records };
  },
  decide(data, _args, at, by) {
    const { person, account } = personOf(by);
    if (data === undefined) return { refused: 'training.no-role', say: text('training-not-yours') };
    const { programme, records } = data;
    const { document, id: programmeId } = programme;
    const own = modulesFor(document).map(({ code }) => code);
    const today = at.now.toString().slice(0, 10);
    const isThere = (code: string): boolean =>
      records.some(
        ({ kind, what, doneAt }) =>
          kind === 'module' && what === code && (own.length === 0 || doneAt.toString().startsWith(today)),
      );
    const rows = (own.length === 0 ? [INDUCTION] : own)
      .filter((code) => !isThere(code))
      .map((what) => {
        const about = { personId: person.id, programmeId, kind: 'module' as const, what, issuer: null };
        return newRecord(about, at.now, at, by);
      });
    const outgoing = [
      {
        to: person.id,
        account: account.id,
        screen: 'say',
        args: { id: 'induction-read', args: {} },
        mode: 'new' as const,
        evenIfStopped: true,
      },
    ];
    return change({
      saves: rows.map((row) => ({
        table: 'training_record',
        row: { ...row, endsAt: endsAtOf(document, row) ?? null },
      })),
      events: rows.map(({ id: recordId, kind }) => ({
        event: 'training.recorded',
        ids: { recordId, personId: person.id, programmeId, kind },
      })),
      due: rows.flatMap((row) => dueAroundEnd(row, document, at)),
      outgoing,
    });
  },
});
