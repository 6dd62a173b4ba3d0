import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { openLog } from '../../run/logger.ts';
import { type RunningRehearsal, startRehearsal } from '../../run/start-rehearsal.ts';
import { FROM_HERE, wordsOf } from './phones-on-a-page.ts';

describe('a rehearsal', () => {
  let folder: string;
  let app: RunningRehearsal | undefined;
  const start = async () => {
    const config = readConfig({
      DATA_DIR: join(folder, 'data'),
      // Nothing may ever be written there.
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/real',
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    app = await startRehearsal(config, openLog('silent'));
    await app.ready;
  };
  const read = async (path = '/rehearsal') => await (await fetch(`${app?.url}${path}`)).text();
  const post = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    await fetch(`${app?.url}/rehearsal${path}`, { method: 'POST', body, headers: FROM_HERE });
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'beenthere-rehearsal-'));
    await start();
  }, 120_000);
  afterAll(async () => {
    await app?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says where to look, and shows the way there', async () => {
    expect(app?.notes.join('\n')).toContain(`${app?.url}/rehearsal`);
    const answer = await fetch(`${app?.url}/`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/rehearsal']);
  });

  it('begins with a mentee and a mentor who know each other, each in an app of their own', async () => {
    const words = wordsOf(await read());
    expect(words).toContain('Ruth is now your mentor.');
    expect(words).toContain('You are now the mentor of Aisha.');
    expect(words).toMatch(/Aisha’s Telegram mentee .* Ruth’s Discord mentor .* Nadia’s Slack coordinator/);
    expect(words).toContain('Who needs you today');
  });

  it('keeps to a folder of its own, and leaves a real database alone', () => {
    expect(readdirSync(join(folder, 'data'))).toEqual(['rehearsal']);
    expect(existsSync(join(folder, 'data', 'rehearsal', 'beenthere.key'))).toBe(true);
  });

  it('goes on after a restart where it was: what was said, who is there, what the clock shows', async () => {
    await post('/phones', { name: 'Sam' });
    await post('/phones/telegram-71001/write', { text: 'book' });
    await post('/clock', { move: 'day' });
    const messages = (page: string) => [...page.matchAll(/id="message-\S+" data-revision="\d+/g)].join();
    const day = (page: string) => /class="now"><time datetime="([\d-]+)/.exec(page)?.[1];
    const before = await read();
    await app?.stop();
    await start();
    const after = await read();
    expect(messages(after)).toBe(messages(before));
    expect(day(after)).toBe(day(before));
    expect(wordsOf(await read('/rehearsal?who=everybody'))).toContain('Sam’s Telegram new here');
    await post('/phones/telegram-71001/write', { text: 'Thursday 3pm' });
    expect(wordsOf(await read('/rehearsal/phones/telegram-71001'))).toContain('How would you like to meet?');
  });
});
