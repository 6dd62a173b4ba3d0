import { afterEach, expect, test } from 'vitest';
import type { ChatScreen } from '../../bots/rehearsal/discord/chat-screen.ts';
import { type DiscordWorld, openDiscordWorld } from '../support/discord-world.ts';
import { pairOnDiscord } from './discord-people.ts';

let world: DiscordWorld;
afterEach(() => world.close());

async function press(screen: ChatScreen, ...labels: (string | RegExp)[]): Promise<void> {
  for (const label of labels) {
    screen.press(label);
    await world.settle();
  }
}

test('a group is made and opened in a channel: its card is for all, every answer for one', async () => {
  world = await openDiscordWorld();
  const { mentee, mentor } = await pairOnDiscord(world);
  const guild = world.discord.guild({ name: 'Cafe' });
  const channel = guild.channel({ name: 'tea' });
  const lead = mentor.inChannel(channel.id);
  lead.slash('group new', { name: 'Tea' });
  await world.settle();
  await press(lead, 'Skip', '10');
  const [group] = await world.rows('SELECT id, tenant, "chatId" FROM "group"');
  expect(group).toMatchObject({ tenant: guild.id, chatId: channel.id });
  await world.coordinate('confirm-group-lead', { groupId: group?.['id'] });
  await press(lead, 'Read the ground rules', /agree|accept/i, 'Open the group');
  const seenByAll = channel.messages.filter(({ onlyFor }) => onlyFor === undefined);
  expect(seenByAll).toHaveLength(1);
  expect(seenByAll[0]?.text).toContain('Tea');
  expect(seenByAll[0]?.text).not.toMatch(/Ruth|Aisha/);

  const member = mentee.inChannel(channel.id);
  const pressed = member.press(/join/i, { message: seenByAll[0]?.messageId ?? '' });
  expect((await pressed.answered).kind).toBe('thinking');
  await world.settle();
  expect(member.last()?.onlyFor).toBe(mentee.id);
  expect(channel.messages.filter(({ onlyFor }) => onlyFor === undefined)).toHaveLength(1);
  expect(channel.messages.some(({ isThinking }) => isThinking)).toBe(false);
  expect(world.faults).toEqual([]);
}, 60_000);
