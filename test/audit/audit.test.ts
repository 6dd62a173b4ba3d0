import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writtenHead } from '../../core/store/audit/audit.ts';
import { openStage, type Stage } from '../support/stage.ts';

const desk = { is: 'coordinator', name: 'command line' } as const;

let stage: Stage;
let programmeId: string;

beforeAll(async () => {
  stage = await openStage('2026-11-23T09:00:00Z');
  await stage.core.prepare();
  programmeId = (await stage.core.read.programmes.first())?.id ?? '';
});

afterAll(() => stage.close());

async function enrol(name: string, role: string): Promise<string> {
  const args = { name, programmeId, role, agreed: true, adult: true };
  const done = await stage.core.perform({ command: 'enrol-person', args, by: desk });
  if (done.did !== 'done') throw new Error('Nobody was enrolled');
  return String(Object.assign({}, ...done.happened.map(({ ids }) => ids)).personId);
}

const entries = () => stage.store.audit.list({ most: 1000 });

describe('the audit', () => {
  it('keeps what coordinators do, in the same statement, by ids alone', async () => {
    const before = (await entries()).length;
    const personId = await enrol('Zebedee Quince', 'mentor');
    const [made] = await entries();
    expect(made).toMatchObject({ by: 'command line', action: 'person.enrolled' });
    expect(JSON.parse(made?.ids ?? '{}')).toMatchObject({ personId });
    expect(JSON.stringify(await entries())).not.toContain('Zebedee');
    const refused = await stage.core.perform({
      command: 'finish-task',
      args: { taskId: stage.at().newId() },
      by: desk,
    });
    expect(refused.did).toBe('refused');
    expect((await entries()).length - before).toBeLessThanOrEqual(3);
  });

  it('keeps which key to the API it was, and not what somebody called it', async () => {
    const tokenId = stage.at().newId();
    const args = { name: 'Ada', programmeId, role: 'mentee', agreed: true, adult: true };
    const by = { is: 'coordinator', name: "Bea's laptop", tokenId, scopes: ['write'] } as const;
    await stage.core.perform({ command: 'enrol-person', args, by });
    expect((await entries())[0]?.by).toBe(`token:${tokenId}`);
  });

  it('keeps what a coordinator does in chat, and nothing of what others do', async () => {
    const cora = stage.phone('cora');
    await cora.opens();
    const [account] = await stage.rows(`SELECT "personId" AS id FROM account WHERE "userId" = 'cora'`);
    const before = (await entries()).length;
    await cora.says('hello');
    await cora.says('settings');
    expect((await entries()).length).toBe(before);
    await stage.rows(`UPDATE person SET state = 'active', name = 'Cora' WHERE id = $1`, [account?.['id']]);
    const args = { personId: account?.['id'], programmeId, role: 'coordinator' };
    await stage.core.perform({ command: 'give-role', args, by: desk });
    await cora.says('settings');
    const [looked] = await entries();
    expect(looked).toMatchObject({ by: `person:${account?.['id']}`, action: 'show' });
    expect(JSON.parse(looked?.ids ?? '{}')).toEqual({ screen: 'my-settings' });
  });

  it('chains every entry once, in numbers without a gap, whoever writes meanwhile', async () => {
    const audit = stage.store.audit;
    const writing = Array.from({ length: 20 }, (_, n) => enrol(`Person ${n}`, 'mentee'));
    const chaining = Array.from({ length: 20 }, () => audit.chain());
    await Promise.all([...writing, ...chaining]);
    await audit.chain();
    const verified = await audit.verify();
    expect(verified).toMatchObject({ broken: [], unchained: { count: 0 } });
    expect(verified.links).toBe((await entries()).length);
    expect(verified.head.number).toBe(BigInt(verified.links));
    expect(await audit.verify([verified.head])).toMatchObject({ broken: [], headsChecked: 1 });
  });

  it('is not changed by the database either', async () => {
    for (const sql of [
      `UPDATE audit SET action = 'nothing' WHERE number = 3`,
      'UPDATE audit SET number = 100000 WHERE number = 3',
      'UPDATE audit SET number = NULL, key = NULL, link = NULL WHERE number = 3',
      'DELETE FROM audit WHERE number = 3',
      'TRUNCATE audit',
    ])
      await expect(stage.rows(sql), sql).rejects.toThrow(/never changed/);
    await enrol('One more', 'mentee');
    for (const sql of [
      `UPDATE audit SET action = 'nothing' WHERE number IS NULL`,
      `UPDATE audit SET action = 'nothing', number = 9999, key = 'k', link = 'l' WHERE number IS NULL`,
      'DELETE FROM audit WHERE number IS NULL',
    ])
      await expect(stage.rows(sql), sql).rejects.toThrow(/never changed/);
    await stage.store.audit.chain();
    expect((await stage.store.audit.verify()).broken).toEqual([]);
  });

  it('goes on no more in an app that finds the end it left changed', async () => {
    await stage.store.audit.chain();
    const head = await stage.store.audit.head();
    const last = `number = ${head.number}`;
    await stage.rows(
      `DO $$ BEGIN SET LOCAL session_replication_role = replica; 
       UPDATE audit SET action = 'other', number = NULL, key = NULL, link = NULL WHERE ${last}; END $$`,
    );
    await expect(stage.store.audit.chain()).rejects.toThrow(/not as this app left it/);
    expect((await stage.store.audit.verify([head])).broken).toEqual([
      { is: 'cut-off', number: head.number, endsAt: head.number - 1n },
    ]);
    expect(writtenHead(head)).toMatch(/^\d+\.[\w-]{43}$/);
  });
});
