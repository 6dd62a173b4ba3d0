import { describe, expect, it } from 'vitest';
import { helpAtOnce } from '../../core/help-at-once.ts';
import type { Incoming } from '../../core/index.ts';
import { loadTexts } from '../../core/texts/say.ts';
import { momentAt, movedClock } from '../support/moved-clock.ts';
import { recordingChannel } from '../support/recording-channel.ts';

const PLATFORMS = ['telegram', 'discord', 'slack'] as const;

function door(platform: string, { away = true } = {}) {
  const channel = recordingChannel(platform);
  const clock = movedClock('2026-11-23T09:00:00Z');
  const parts = {
    store: { answers: async () => !away },
    texts: loadTexts(),
    channels: new Map([[platform, channel]]),
    moment: () => momentAt(clock),
  };
  const receive = helpAtOnce(parts, async () => {
    throw new Error('The database is away');
  });
  return {
    channel,
    async writes(intent: Incoming['intent'], isPrivate = true, key: string = crypto.randomUUID()) {
      const account = { platform, tenant: '', userId: 'mia' };
      const incoming = { key, account, chat: { id: 'mia', private: isPrivate }, intent };
      await expect(receive(incoming)).rejects.toThrow('away');
      return channel.all().map(({ shown }) => shown.paragraphs.join('\n'));
    },
  };
}

const text = (words: string) => ({ is: 'text', text: words }) as const;

describe.each(PLATFORMS)('while the database is away, on %s', (platform) => {
  it.each(['help', 'I need help now', 'I want to kill myself'])(
    '"%s" brings the numbers at once',
    async (words) => {
      const [said = '', ...more] = await door(platform).writes(text(words));
      expect(said).toMatch(/999(.|\n)*116 123/);
      expect(said).toMatch(/pass anything on just now(.|\n)*write it again/);
      expect(more).toEqual([]);
    },
  );

  it('a command and words on a sheet do too, however often what came is tried again', async () => {
    const { writes } = door(platform);
    await writes({ is: 'command', name: 'help', rest: '' }, true, 'one');
    expect(await writes({ is: 'command', name: 'help', rest: '' }, true, 'one')).toHaveLength(1);
    expect(await writes({ is: 'answers', token: 't', answers: { a: 'I want to end my life' } })).toHaveLength(
      2,
    );
  });

  it('nothing else is answered, nothing where many read, and nothing while the database answers', async () => {
    expect(await door(platform).writes(text('see you on Friday'))).toEqual([]);
    expect(await door(platform).writes(text('help'), false)).toEqual([]);
    expect(await door(platform, { away: false }).writes(text('help'))).toEqual([]);
  });
});
