import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ActingState,
  cell,
  mayAtAll,
  RELATIONS,
  ROLES,
  STATES,
  type Table,
} from '../../core/access/access.ts';
import { personActing } from '../../core/access/actor.ts';
import { PEOPLE } from '../../core/access/audiences.ts';
import { committedPage, page } from '../../core/access/generate-access.ts';
import { commandTable } from '../../core/access/table-commands.ts';
import { formTable } from '../../core/access/table-forms.ts';
import { placeTable, screenTable } from '../../core/access/table-screens.ts';
import { commands } from '../../core/commands.ts';
import { forms } from '../../core/forms.ts';
import type { By } from '../../core/index.ts';
import type { Scope } from '../../core/kernel/admin-token.ts';
import { change } from '../../core/kernel/change.ts';
import type { AnyCommand } from '../../core/kernel/command.ts';
import type { Person, Role } from '../../core/people/person.ts';
import { perform } from '../../core/perform.ts';
import { placeScreens } from '../../core/place-screens.ts';
import { screensWith } from '../../core/screens.ts';
import { figure } from '../faults/size.ts';
import { byOf, momentOf } from '../meetings/in-full.ts';
import { personRow } from '../support/person-row.ts';
import { openStage, type Stage } from '../support/stage.ts';

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort();
const entries = (table: Table) => [...table.keys()].sort();
const screens = screensWith(new Map(forms.map((each) => [each.name, each])));

describe('the table of who may what', () => {
  it('has every command, screen and form, once, and nothing else', () => {
    expect(entries(commandTable)).toEqual(names(commands));
    expect(entries(screenTable)).toEqual(names(screens));
    expect(entries(formTable)).toEqual(names(forms));
    expect(entries(placeTable)).toEqual(names(placeScreens));
  });

  it('is printed in docs/access.md: otherwise run "npm run access"', () => {
    expect(committedPage() === page()).toBe(true);
  });

  it('lets nobody who is erased do or see anything, and decides each cell', () => {
    let cells = 0;
    let undecided = 0;
    for (const table of [commandTable, screenTable, formTable, placeTable])
      for (const entry of table.values())
        for (const role of ROLES)
          for (const relation of RELATIONS)
            for (const state of STATES) {
              cells += 1;
              const decided = cell(entry, role, relation, state);
              if (decided !== 'may' && decided !== 'may not') undecided += 1;
              if (state === 'erased') expect(decided).toBe('may not');
            }
    figure('T', 'cells of the table', cells, 'all');
    figure('T', 'undecided cells', undecided, '0');
    expect(undecided).toBe(0);
  });

  it('refuses what it does not have', () => {
    for (const role of ROLES) {
      expect(cell(commandTable.get('read-everything'), role, 'own', 'active')).toBe('may not');
      expect(mayAtAll(undefined, { roles: [role], states: ['active'] })).toBe(false);
    }
  });

  it('lets whoever acts beside somebody do and see only what is about meetings, or anybody may', () => {
    const beside = (table: Table) =>
      [...table].filter(([, { may }]) => may.supporter.length > 0).map(([name]) => name);
    const private_ = /reflect|pair-message|letter|nudge|delete|export|my-data|name|zone|quiet|group|board/;
    for (const table of [commandTable, screenTable, formTable])
      expect(beside(table).filter((name) => private_.test(name))).toEqual([]);
  });
});

describe('what is done', () => {
  let stage: Stage;
  const reached: string[] = [];
  /** Of every name there is a command that would do it for anybody. */
  const probes = new Map(commands.map(({ name }) => [name, probe(name)]));

  function probe(name: string): AnyCommand {
    return {
      name,
      async run() {
        reached.push(name);
        return () => change({});
      },
    };
  }

  beforeAll(async () => {
    stage = await openStage('2026-11-23T09:00:00Z');
  });
  afterAll(() => stage.close());

  const PERSON: Readonly<Record<ActingState, Partial<Person>>> = {
    arriving: { state: 'arriving' },
    active: {},
    held: { state: 'held' },
    paused: { paused: true },
    stopped: { state: 'stopped' },
    erased: { state: 'erased' },
  };
  const inState = (state: ActingState): Person =>
    personRow({ id: crypto.randomUUID(), wrappedKey: '', createdAt: stage.clock.now(), ...PERSON[state] });

  /** Everybody who can ask, in each state of theirs. */
  function actors(): { role: (typeof ROLES)[number]; state: ActingState; by: By; roles: Role['role'][] }[] {
    const token = (scope: Scope): By => ({ is: 'coordinator', name: 't', tokenId: 't', scopes: [scope] });
    const account = { platform: 'telegram', tenant: '', userId: '1' };
    const others = [
      { role: 'unknown', by: { is: 'newcomer', account, chatId: '1' } },
      { role: 'desk', by: { is: 'coordinator', name: 'command line' } },
      { role: 'token-read', by: token('read') },
      { role: 'token-write', by: token('write') },
      { role: 'token-shared', by: token('shared') },
      { role: 'token-tokens', by: token('tokens') },
      { role: 'clock', by: { is: 'clock' } },
    ] as const;
    return [
      ...others.map(({ role, by }) => ({ role, by, state: 'active' as const, roles: [] })),
      ...STATES.flatMap((state) => [
        ...PEOPLE.map((role) => {
          const roles = role === 'somebody' ? [] : [role];
          return { role, state, by: byOf(inState(state)), roles };
        }),
        { role: 'supporter' as const, state, by: byOf(inState(state), inState('active')), roles: [] },
        { role: 'supporter' as const, state, by: byOf(inState('active'), inState(state)), roles: [] },
      ]),
    ];
  }

  it('goes by the table for everybody, in every state: what it refuses is not even read', async () => {
    const store = { ...stage.store, commit: async () => 'done' as const };
    let wrong = 0;
    let cells = 0;
    for (const { role, state, by, roles } of actors())
      for (const [name, entry] of commandTable) {
        reached.length = 0;
        const done = await perform(
          { store, commands: probes },
          { command: name, args: {}, by, roles },
          momentOf(),
        );
        // What is no person has no state to be in.
        const isAlways = by.is !== 'person';
        const may = RELATIONS.some((each) =>
          isAlways ? entry.may[role].includes(each) : cell(entry, role, each, state) === 'may',
        );
        cells += 1;
        if ((done.did === 'done') !== may || reached.length !== (may ? 1 : 0)) wrong += 1;
        if (done.did === 'refused') expect(done.refusal.refused).toMatch(/not-yours$|may-not$/);
      }
    figure('T', 'commands tried by everybody in every state', cells, 'all');
    figure('T', 'of them not as the table says', wrong, '0');
    expect(wrong).toBe(0);
  });

  it('reads the roles itself where they are not known, so that no caller can leave them out', async () => {
    const by = byOf(inState('active'));
    const refused = await perform(
      { store: stage.store, commands: probes },
      { command: 'finish-task', args: {}, by: { ...by, person: inState('active') } },
      momentOf(),
    );
    expect(refused).toMatchObject({ did: 'refused', refusal: { refused: 'access.not-yours' } });
  });

  it('takes somebody in all their roles at once, and whoever acts beside another in none of their own', () => {
    const person = inState('active');
    expect(personActing(person, ['mentee', 'mentor']).roles).toEqual(['somebody', 'mentee', 'mentor']);
    expect(personActing(person, ['coordinator'], person).roles).toEqual(['supporter']);
  });
});
