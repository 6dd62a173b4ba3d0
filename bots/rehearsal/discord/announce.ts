import type { KeptMessage } from './shown.ts';
import { wireMember } from './wire-places.ts';
import { INTENTS, type World } from './world.ts';

/** Tells the gateway of a message; ephemeral ones are told to nobody. */
export function announceMessage(
  world: World,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  kept: KeptMessage,
): void {
  const { message, onlyFor } = kept;
  if (onlyFor !== undefined) return;
  const channel = world.chats.channels.get(message.channel_id);
  const guild = channel?.guildId === undefined ? undefined : world.chats.guilds.get(channel.guildId);
  if (!guild) {
    world.publish({ name, data: { ...message, channel_type: 1 }, intents: INTENTS.directMessages });
    return;
  }
  const member = guild.members.get(message.author.id);
  const { user: _user, ...memberData } = member ? wireMember(member, message.author) : { user: undefined };
  const data = { ...message, guild_id: guild.id, channel_type: 0, ...(member && { member: memberData }) };
  const isReadable =
    message.author.id === world.bot.id || message.mentions.some((user) => user.id === world.bot.id);
  const hidden = isReadable ? data : { ...data, content: '', embeds: [], attachments: [], components: [] };
  world.publish({ name, data, hidden, intents: INTENTS.guildMessages });
}

/** Takes a message away and tells the gateway. */
export function removeMessage(world: World, { message, onlyFor }: KeptMessage): void {
  world.chats.remove(message.channel_id, message.id);
  if (onlyFor !== undefined) return;
  const guildId = world.chats.channels.get(message.channel_id)?.guildId;
  world.publish({
    name: 'MESSAGE_DELETE',
    data: {
      id: message.id,
      channel_id: message.channel_id,
      ...(guildId !== undefined && { guild_id: guildId }),
    },
    intents: guildId === undefined ? INTENTS.directMessages : INTENTS.guildMessages,
  });
}
