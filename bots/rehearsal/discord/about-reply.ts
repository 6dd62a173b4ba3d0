import type { MessageExtra } from './compose.ts';
import type { Interaction } from './interactions.ts';
import type { World } from './world.ts';

/** What a message tells about the interaction that it answers. */
export function aboutReply(world: World, interaction: Interaction): MessageExtra {
  const { sourceId, channelId, commandName } = interaction;
  const source = sourceId === undefined ? undefined : world.chats.message(channelId, sourceId);
  const withoutSource = commandName === undefined ? 0 : 20;
  return {
    type: source ? 19 : withoutSource,
    webhook_id: world.applicationId,
    application_id: world.applicationId,
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user: world.chats.people.get(interaction.userId)?.user,
      authorizing_integration_owners: {},
      ...(commandName !== undefined && { name: commandName }),
    },
    ...(source && {
      message_reference: { type: 0, channel_id: channelId, message_id: source.message.id },
    }),
  };
}
