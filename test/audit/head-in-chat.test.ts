import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareCode } from '../../core/audit-head/audit-head.ts';
import type { Person } from '../../core/people/person.ts';
import { headsIn } from '../../core/store/audit/audit.ts';
import { givesRole, joins, personOf, programmeOn, said } from '../people/newcomers.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';

const desk = { is: 'coordinator', name: 'command line' } as const;

let stage: Stage;
let moira: Phone;
let ruth: Phone;
let person: Person;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z');
  const programme = await programmeOn(stage);
  moira = await joins(stage, 'Moira');
  ruth = await joins(stage, 'Ruth');
  person = await personOf(stage, moira);
  await givesRole(stage, person, programme, 'coordinator');
});
afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

async function sends(personId: string, on = true): Promise<string> {
  const done = await stage.core.perform({ command: 'send-audit-head', args: { personId, on }, by: desk });
  return done.did === 'refused' ? done.refusal.refused : done.did;
}

async function aDay(): Promise<string> {
  const head = await stage.core.postAuditHead();
  await stage.core.settle();
  return head;
}

const sent = (phone: Phone) =>
  phone.messages().filter(({ shown }) => shown.paragraphs.join().includes('who did and saw what')).length;

describe('the head of the audit in a chat', () => {
  it('is sent every day to whoever was chosen, with the day, how many entries, and what to compare', async () => {
    expect(await sends(person.id)).toBe('done');
    const head = await aDay();
    expect(said(moira)).toContain('Monday, 23 November 2026: one entry');
    expect(said(moira)).toContain(compareCode(head));
    expect(compareCode(head)).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
    expect(sent(ruth)).toBe(0);
    await aDay();
    expect(sent(moira)).toBe(1);
    stage.clock.set('2026-11-24T09:00:00Z');
    await aDay();
    expect(sent(moira)).toBe(2);
  });

  it('shows when it is checked that the record was cut or changed since', async () => {
    await sends(person.id);
    await aDay();
    const heads = headsIn(said(moira));
    expect(heads).toHaveLength(1);
    expect(await stage.store.audit.verify(heads)).toMatchObject({ broken: [], headsChecked: 1 });
    await stage.rows(
      `DO $$ BEGIN SET LOCAL session_replication_role = replica;
       DELETE FROM audit WHERE number = (SELECT max(number) FROM audit); END $$`,
    );
    expect((await stage.store.audit.verify(heads)).broken).toMatchObject([{ is: 'cut-off' }]);
  });

  it('goes to nobody who looks after nobody, nobody who lost their role, and nobody who was taken off', async () => {
    const other = await personOf(stage, ruth);
    expect(await sends(other.id)).toBe('audit.head-not-theirs');
    expect(await sends(crypto.randomUUID())).toBe('person.unknown');
    expect(await sends(person.id)).toBe('done');
    await stage.rows(`UPDATE role SET "endedAt" = now()`);
    await aDay();
    await stage.rows(`UPDATE role SET "endedAt" = NULL`);
    expect(await sends(person.id, false)).toBe('done');
    stage.clock.set('2026-11-25T09:00:00Z');
    await aDay();
    expect(sent(moira)).toBe(0);
    expect(await stage.rows(`SELECT 1 FROM outgoing WHERE screen = 'audit-head'`)).toEqual([]);
  });

  it('is chosen by whoever keeps the keys alone, and that is written down', async () => {
    await sends(person.id);
    const [entry] = await stage.store.audit.list({ most: 1 });
    expect(entry).toMatchObject({ by: 'command line', action: 'audit.head-sent' });
    const args = { personId: person.id, on: false };
    const id = stage.at().newId();
    for (const scopes of [['read', 'write', 'shared', 'concerns'], ['tokens']] as const) {
      const by = { is: 'coordinator', name: 'a token', tokenId: id, scopes } as const;
      const done = await stage.core.perform({ command: 'send-audit-head', args, by });
      expect(done.did).toBe(scopes.length === 1 ? 'done' : 'refused');
    }
  });
});
