import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { COMMANDS } from './discord-stand-in-bot.ts';
import { call, callBack } from './discord-stand-in-call.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'discord-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a stand-in with a file', () => {
  it('comes back with everything that people see', async () => {
    const file = join(folder, 'world.json');
    const now = () => Date.UTC(2026, 2, 1, 9);
    const first = await startDiscordStandIn({ file, limits: 'off', now });
    const role = first.guild({ id: '500' }).addRole('leads', ['ManageGuild']);
    first.guild({ id: '500' }).channel({ id: '501', name: 'tea' }).forbid('AttachFiles');
    const mia = first.user({ id: '11', name: 'Mia' });
    await call(first, `PUT /applications/${first.applicationId}/commands`, COMMANDS);
    const asked = mia.inChannel('501').slash('hello');
    mia.giveRole('500', role);
    await callBack(first, asked, { type: 4, data: { content: 'secret', flags: 64 } });
    mia.closeDms();
    mia.sendPhoto('look');
    await call(first, 'POST /channels/501/messages', { content: 'news', nonce: 'a', enforce_nonce: true });
    const before = [mia.see(), mia.inChannel('501').see()];
    await first.stop();

    const second = await startDiscordStandIn({ file, limits: 'off', now });
    expect(second.publicKey).toBe(first.publicKey);
    expect(second.everybody().map(({ id, name }) => [id, name])).toEqual([['11', 'Mia']]);
    const again = second.user({ id: '11', name: 'Mia' });
    expect([again.see(), again.inChannel('501').see()]).toEqual(before);
    expect(again.isReachable).toBe(false);
    expect(second.commands.list(undefined)).toMatchObject([{ name: 'group' }, { name: 'hello' }]);
    expect(second.file(again.see()[0]?.file?.id ?? '')).toHaveLength(4);
    expect(await call(second, 'GET /guilds/500/members/11')).toMatchObject({ body: { roles: [role] } });
    await call(second, 'POST /channels/501/messages', { content: 'news', nonce: 'a', enforce_nonce: true });
    expect(again.inChannel('501').see()).toHaveLength(2);
    const id = again.send('later').messageId;
    expect(BigInt(id) > BigInt(before[0]?.[0]?.messageId ?? 0)).toBe(true);
    await second.stop();
  });

  it('does not take the file of another bot', async () => {
    const file = join(folder, 'world.json');
    await (await startDiscordStandIn({ file })).stop();
    await expect(startDiscordStandIn({ file, token: 'MTIz.other.bot' })).rejects.toThrow('another stand-in');
  });
});
