import { readdirSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../core/store/embedded-postgres/folder-lock.ts';
import {
  type App,
  ask,
  newFolder,
  removeFolders,
  removeModel,
  startApp,
  tryApp,
  usedFolder,
} from './embedded-postgres-app.ts';

const apps: App[] = [];

afterAll(removeModel);

afterEach(async () => {
  for (const app of apps.splice(0)) await app.kill('SIGTERM');
  removeFolders();
});

function keep(app: App | string): App | string {
  if (typeof app !== 'string') apps.push(app);
  return app;
}

describe('a second Beenthere on the same DATA_DIR', () => {
  it('is refused with what to do, and does the first no harm', async () => {
    const folder = await usedFolder();
    const first = await startApp(folder);
    keep(first);
    expect(keep(await tryApp(folder))).toMatch(
      /^Another Beenthere is already running on .*data; stop it or set DATA_DIR to another folder\.$/,
    );
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.each([1, 2])('is refused when both start at the same moment on nothing (round %i)', async () => {
    const folder = newFolder();
    const both = await Promise.all([tryApp(folder), tryApp(folder), tryApp(folder)]);
    for (const app of both) keep(app);
    expect(both.filter((app) => typeof app === 'string')).toHaveLength(2);
    for (const said of both) if (typeof said === 'string') expect(said).toContain('already running');
    expect(await ask(apps[0]?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('may start once the first is gone, whatever it left in the folder', async () => {
    const folder = await usedFolder();
    const first = await startApp(folder);
    await first.kill('SIGKILL');
    const second = keep(await tryApp(folder));
    expect(typeof second).not.toBe('string');
  });
});

describe('the lock of a folder', () => {
  it('goes to one at a time and can be taken again after it was released', () => {
    const folder = newFolder();
    const first = lockFolder(folder);
    expect(first).toBeDefined();
    expect(readdirSync(folder)).toEqual(['beenthere.lock']);
    expect(lockFolder(folder)).toBeUndefined();
    expect(lockFolder(folder)).toBeUndefined();
    first?.release();
    first?.release();
    const second = lockFolder(folder);
    expect(second).toBeDefined();
    second?.release();
  });

  it('says so when the folder cannot be written to at all', () => {
    expect(() => lockFolder('/proc')).toThrow();
  });
});
