import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cell, type Entry, mayAtAll, type Relation } from '../../core/access/access.ts';
import { personActing } from '../../core/access/actor.ts';
import { commandTable } from '../../core/access/table-commands.ts';
import { screenTable } from '../../core/access/table-screens.ts';
import { commands } from '../../core/commands.ts';
import { forms } from '../../core/forms.ts';
import type { Message } from '../../core/kernel/message.ts';
import type { Recipient } from '../../core/kernel/screen.ts';
import type { Role } from '../../core/people/person.ts';
import { screensWith } from '../../core/screens.ts';
import { figure } from '../faults/size.ts';
import { whatIsKept } from '../faults/what-is-kept.ts';
import { momentAt } from '../support/moved-clock.ts';
import { argumentsFor } from './arguments.ts';
import { byOf, type CellsWorld, openCells, type Subject } from './cells-world.ts';
import type { Someone } from './sealed-rows.ts';

/** What is sent and shown; nothing of that is state. A refusal is noted among what came in, and that staff tried. */
const SENDING = ['audit', 'outgoing', 'button', 'shown', 'sent_message', 'inbox', 'journal'];
/** A "no" because of whose it is, not because of how things stand. */
const NO_RIGHT = /\.(not-yours|not-yours-to-make|may-not|not-theirs)$/;
const HELD = [
  ...(['mentee', 'mentor', 'volunteer', 'referrer'] as const),
  ...(['coordinator', 'safeguarding-lead', 'safeguarding-deputy', 'supervision-cover'] as const),
];
const forms_ = new Map(forms.map((each) => [each.name, each]));
const screens = screensWith(forms_);

let cells: CellsWorld;
type Actor = {
  readonly role: Role['role'] | 'somebody';
  readonly who: Someone;
  /** The one site that they see, of whoever sees one. */
  readonly site?: string;
  readonly about: readonly (readonly [Relation, Subject])[];
};
let actors: Actor[];

beforeAll(async () => {
  cells = await openCells();
  const programme = await cells.strangers(cells.world.programmeId);
  const another = await cells.strangers(cells.otherProgrammeId);
  const [here, there] = [
    await cells.strangers(cells.world.programmeId, 'here'),
    await cells.strangers(cells.world.programmeId, 'there'),
  ];
  actors = [];
  for (const role of [undefined, ...HELD]) {
    const who = await cells.someone(role);
    const about: Actor['about'] = [
      ['own', await cells.own(who)],
      ['pair', await cells.pair(who, 'active')],
      ['ended-pair', await cells.pair(who, 'ended')],
      ['group-member', await cells.group(who, 1)],
      ['group-lead', await cells.group(who, 0)],
      ['programme', programme],
      ['another-site', there],
      ['another', another],
    ];
    actors.push({ role: role ?? 'somebody', who, about });
  }
  for (const role of ['coordinator', 'supervision-cover'] as const) {
    const who = await cells.someone(role, cells.world.programmeId, 'here');
    // What is of no site yet is for whoever sees all of the programme.
    const about: Actor['about'] = [
      ['programme', here],
      ['another-site', there],
      ['another-site', programme],
      ['another', another],
    ];
    actors.push({ role, who, site: 'here', about });
  }
}, 120_000);
afterAll(() => cells.close());

/** Each person, what they ask about, and in which relation they stand to it. */
function* tried(): Generator<
  Omit<Actor, 'about'> & { readonly relation: Relation; readonly subject: Subject }
> {
  for (const { about, ...actor } of actors)
    for (const [relation, subject] of about) yield { ...actor, relation, subject };
}

type Tried = {
  readonly role: Role['role'] | 'somebody';
  readonly site?: string;
  readonly relation: Relation;
};

/** What is of a coordinator's own programme is that too, whatever else it is to them: to whoever sees all of its sites. */
function mayIn(entry: Entry | undefined, { role, site, relation }: Tried): boolean {
  const isAll = role === 'coordinator' || role === 'supervision-cover';
  const all: Relation[] =
    isAll && site === undefined && relation !== 'another' ? [relation, 'programme'] : [relation];
  return all.some((each) => cell(entry, role, each, 'active') === 'may');
}

/** What shows nothing although somebody may see it: each needs more than a relation. */
const NEEDS_MORE: Readonly<Record<string, string>> = {
  'enquiry-answers': 'somebody who has come in',
  'group-answered': 'an answer given',
  'group-join': 'a group one is not in',
  'group-place-free': 'a place that is offered',
  'match-asked': 'a request that is theirs to answer',
  'match-ended': 'a pair that somebody ended in this way',
  'mentoring-invitation': 'a programme that invites',
  'pair-messages-how': 'previews that are not private',
  question: 'a form that was begun',
  'supervision-of': 'that it was written down who reads',
  'training-again': 'a module that is sent again',
  'wait-news': 'somebody who waits',
};

function schemaOf(each: object): z.ZodType {
  if ('schema' in each && each.schema instanceof z.ZodType) return each.schema;
  throw new Error('It has no schema');
}

describe('every command, by everybody, about what is theirs and what is not', () => {
  it('is refused and changes nothing where the table says so, and is not refused for lack of right elsewhere', async () => {
    const { world } = cells;
    const before = await whatIsKept(world, SENDING);
    const wrong: string[] = [];
    const count = { allowed: 0, denied: 0, nothing: 0 };
    for (const each of tried())
      for (const command of commands) {
        const { role, who, relation, subject } = each;
        if (command.name === 'open-form' || command.name === 'answer') continue;
        const entry = commandTable.get(command.name);
        const may = mayIn(entry, each);
        const given = argumentsFor(command.name, schemaOf(command), subject);
        const where = `${command.name}: ${role}${each.site ?? ''}, ${relation}`;
        // Without anything to point at it is about whoever does it.
        if (given === undefined || (!given.isAbout && relation !== 'own' && mayAtAll(entry, acting(who)))) {
          count.nothing += 1;
          continue;
        }
        const by = byOf(who);
        if (may) {
          count.allowed += 1;
          const decision = await command
            .run(world.store.read, given.args, by)
            .then((decide) => decide(momentAt(world.clock)))
            .catch((error: unknown) => ({ refused: `${String(error).slice(0, 200)} fault.not-yours` }));
          if ('refused' in decision && NO_RIGHT.test(decision.refused))
            wrong.push(`${where}: ${decision.refused}`);
          continue;
        }
        count.denied += 1;
        const done = await world.core
          .perform({ command: command.name, args: given.args, by })
          .catch((error: unknown) => ({ did: `fault ${String(error).slice(0, 200)}` }));
        if (done.did !== 'refused') wrong.push(`${where}: ${done.did}`);
      }
    figure('T', 'commands allowed by the table and tried', count.allowed, 'all');
    figure('T', 'commands refused by the table and tried', count.denied, 'all');
    figure('T', 'differences', wrong.length, '0');
    expect(wrong).toEqual([]);
    expect(await whatIsKept(world, SENDING)).toEqual(before);
    const noted = await world.rows(`SELECT DISTINCT action FROM audit ORDER BY 1`);
    expect(noted).toEqual([{ action: 'refused' }]);
  }, 300_000);
});

function acting({ person, roles }: Someone) {
  return personActing(
    person,
    roles.map(({ role }) => role),
  );
}

describe('every screen, to everybody, about what is theirs and what is not', () => {
  it('shows nothing of anybody where the table says so, and never a sealed word that was not shared', async () => {
    const { world } = cells;
    const leaks: string[] = [];
    const blank: string[] = [];
    let shown = 0;
    const programme = await world.store.read.programmes.programme(world.programmeId);
    for (const each of tried())
      for (const screen of screens) {
        const { role, who, relation, subject } = each;
        const given = argumentsFor(screen.name, schemaOf(screen), subject);
        if (given === undefined || (!given.isAbout && relation !== 'own')) continue;
        const entry = screenTable.get(screen.name);
        const may = mayIn(entry, each);
        if (!mayAtAll(entry, acting(who))) continue;
        const to: Recipient = { ...who, programme, now: world.clock.now() };
        const args = { ...given.args, opened: true };
        const message = await screen.run(world.store.read, args, to).catch((error: unknown) => {
          blank.push(`${screen.name} ${String(error).slice(0, 300)}`);
          return undefined;
        });
        shown += 1;
        const said = message === undefined ? '' : wordsOf(message);
        const where = `${screen.name}: ${role}${each.site ?? ''}, ${relation}`;
        for (const word of [...subject.words, ...(may ? [] : (subject.names ?? []))])
          if (said.includes(word)) leaks.push(`${where}: ${word}`);
        if (may && message === undefined) blank.push(where);
      }
    figure('T', 'screens shown to somebody about something', shown, 'all');
    figure('T', 'words of others in them', leaks.length, '0');
    expect(leaks).toEqual([]);
    expect([...new Set(blank.map((each) => each.split(':')[0]))].sort()).toEqual(Object.keys(NEEDS_MORE));
  }, 300_000);

  function wordsOf(message: Message): string {
    const labels = JSON.stringify(message.buttons.flat().map(({ label }) => label));
    const file = message.file === undefined ? '' : Buffer.from(message.file.bytes).toString('utf8');
    return [JSON.stringify(message.lines), labels, file].join('\n');
  }
});
