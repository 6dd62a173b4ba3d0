import { aboutReply } from './about-reply.ts';
import { announceMessage, removeMessage } from './announce.ts';
import { draft, post, replace } from './compose.ts';
import type { Interaction } from './interactions.ts';
import type { KeptMessage } from './shown.ts';
import { accept, done, FLAGS, isRefused, REFUSALS, type Refused, type Reply } from './wire.ts';
import type { Call, World } from './world.ts';

/** The interaction whose token a call carries. */
function findInteraction(world: World, call: Call): Interaction | Refused {
  if (call.path['app'] !== world.applicationId) return REFUSALS.unknownWebhook;
  const found = world.interactions.byToken(call.path['token'] ?? '');
  if (found === 'expired') return REFUSALS.invalidToken;
  return found?.state === 'acknowledged' ? found : REFUSALS.unknownWebhook;
}

function findAnswer(world: World, call: Call): { interaction: Interaction; kept: KeptMessage } | Refused {
  const interaction = findInteraction(world, call);
  if ('refused' in interaction) return interaction;
  const named = call.path['message'];
  const id = named === '@original' ? interaction.originalId : named;
  const kept = id === undefined ? undefined : world.chats.message(interaction.channelId, id);
  if (!kept || kept.message.author.id !== world.bot.id) return REFUSALS.unknownMessage;
  return { interaction, kept };
}

export function createFollowup(world: World, call: Call): Reply {
  const interaction = findInteraction(world, call);
  if ('refused' in interaction) return interaction;
  const promised = interaction.isThinking && interaction.originalId;
  const old = promised ? world.chats.message(interaction.channelId, promised) : undefined;
  const drafted = draft('createFollowup', call.params, call.uploads);
  if (isRefused(drafted)) return drafted;
  // The first followup after a promise keeps the promise; it stays as private as that was.
  if (old) return keepPromise(world, interaction, replace(world, old, drafted));
  const onlyFor = (drafted.content.flags & FLAGS.ephemeral) === 0 ? undefined : interaction.userId;
  const about = aboutReply(world, interaction);
  const original = interaction.originalId;
  const reference =
    original === undefined
      ? {}
      : { type: 19, message_reference: { type: 0, channel_id: interaction.channelId, message_id: original } };
  const message = post(world, interaction.channelId, drafted, { ...about, ...reference }, onlyFor);
  announceMessage(world, 'MESSAGE_CREATE', message);
  return accept(message.message);
}

export function getAnswer(world: World, call: Call): Reply {
  const found = findAnswer(world, call);
  return isRefused(found) ? found : accept(found.kept.message);
}

export function editAnswer(world: World, call: Call): Reply {
  const found = findAnswer(world, call);
  if (isRefused(found)) return found;
  const drafted = draft('editWebhookMessage', call.params, call.uploads, found.kept);
  if (isRefused(drafted)) return drafted;
  return keepPromise(world, found.interaction, replace(world, found.kept, drafted));
}

function keepPromise(world: World, interaction: Interaction, kept: KeptMessage): Reply {
  announceMessage(world, 'MESSAGE_UPDATE', kept);
  if (kept.message.id === interaction.originalId) world.interactions.thought(interaction);
  return accept(kept.message);
}

export function deleteAnswer(world: World, call: Call): Reply {
  const found = findAnswer(world, call);
  if (isRefused(found)) return found;
  removeMessage(world, found.kept);
  if (found.kept.message.id === found.interaction.originalId) world.interactions.thought(found.interaction);
  return done;
}
