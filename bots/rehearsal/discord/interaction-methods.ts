import { z } from 'zod';
import { aboutReply } from './about-reply.ts';
import { announceMessage } from './announce.ts';
import { draft, post, replace } from './compose.ts';
import { readForm } from './form.ts';
import { faultsBySchema, refusalOf } from './form-errors.ts';
import type { Answer, Interaction } from './interactions.ts';
import type { Upload } from './request-body.ts';
import { type KeptMessage, showMessage } from './shown.ts';
import {
  accept,
  done,
  FLAGS,
  invalidForm,
  isRefused,
  type Params,
  REFUSALS,
  type Refused,
  type Reply,
} from './wire.ts';
import type { Call, World } from './world.ts';

/** What a bot says first to an interaction. */
export interface Given {
  readonly params: Params;
  readonly uploads: ReadonlyMap<string, Upload>;
}

interface Taken {
  readonly answer: Answer;
  readonly message?: KeptMessage;
}

/** Answers by the kind of what was asked: 2 command, 3 component, 4 autocomplete, 5 form. */
const ALLOWED: Readonly<Record<Interaction['type'], readonly number[]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};

export function answerInteraction(world: World, call: Call): Reply {
  const interaction = world.interactions.find(call.path['interaction'] ?? '', call.path['token'] ?? '');
  if (!interaction) return REFUSALS.unknownInteraction;
  const taken = takeAnswer(world, interaction, call);
  if (isRefused(taken)) return taken;
  if (call.query.get('with_response') !== 'true') return done;
  return accept(callbackResponse(interaction, Number(call.params['type']), taken.message));
}

/** Does what a bot says first to an interaction, by whichever way it came. */
export function takeAnswer(world: World, interaction: Interaction, given: Given): Taken | Refused {
  if (interaction.state === 'acknowledged') return REFUSALS.acknowledged;
  const type = Number(given.params['type']);
  const allowed = ALLOWED[interaction.type].filter(
    (one) => interaction.sourceId !== undefined || (one !== 6 && one !== 7),
  );
  if (!allowed.includes(type)) {
    const message = `Value must be one of {${allowed.join(', ')}}.`;
    return invalidForm({ type: { _errors: [{ code: 'BASE_TYPE_CHOICES', message }] } });
  }
  const taken = BY_TYPE[type]?.(world, interaction, given) ?? REFUSALS.invalidJson;
  if (!isRefused(taken)) {
    if (taken.message) interaction.originalId = taken.message.message.id;
    world.interactions.acknowledge(interaction, taken.answer);
  }
  return taken;
}

type Taker = (world: World, interaction: Interaction, given: Given) => Taken | Refused;

const BY_TYPE: Readonly<Record<number, Taker>> = {
  4: sayMessage,
  5: promiseMessage,
  6: promiseUpdate,
  7: updateSource,
  8: offerChoices,
  9: openForm,
};

const dataOf = z.record(z.string(), z.unknown());

function readData({ params }: Given): Params {
  const parsed = dataOf.safeParse(params['data'] ?? {});
  return parsed.success ? parsed.data : {};
}

/** Faults of `data` are named under `data`. */
function under(refusal: Refused): Refused {
  const { errors, ...body } = refusal.body;
  return errors ? { ...refusal, body: { ...body, errors: { data: errors } } } : refusal;
}

function sayMessage(world: World, interaction: Interaction, given: Given): Taken | Refused {
  const drafted = draft('createFollowup', readData(given), given.uploads);
  if (isRefused(drafted)) return under(drafted);
  const onlyFor = (drafted.content.flags & FLAGS.ephemeral) === 0 ? undefined : interaction.userId;
  const message = post(world, interaction.channelId, drafted, aboutReply(world, interaction), onlyFor);
  announceMessage(world, 'MESSAGE_CREATE', message);
  return { answer: { kind: 'message', shown: showMessage(message) }, message };
}

function promiseMessage(world: World, interaction: Interaction, given: Given): Taken {
  const flags = Number(readData(given)['flags'] ?? 0) & FLAGS.ephemeral;
  const onlyFor = flags === 0 ? undefined : interaction.userId;
  const empty = { content: '', embeds: [], components: [], flags: FLAGS.loading };
  const pings = { users: [], roles: [], everyone: false };
  const drafted = {
    content: empty,
    keptFiles: [],
    newFiles: [],
    pings,
    nonce: undefined,
    callsReplied: false,
  };
  const message = post(world, interaction.channelId, drafted, aboutReply(world, interaction), onlyFor);
  announceMessage(world, 'MESSAGE_CREATE', message);
  return { answer: { kind: 'thinking', shown: showMessage(message) }, message };
}

function promiseUpdate(_world: World, interaction: Interaction): Taken {
  interaction.originalId = interaction.sourceId;
  return { answer: { kind: 'later' } };
}

function updateSource(world: World, interaction: Interaction, given: Given): Taken | Refused {
  const old = world.chats.message(interaction.channelId, interaction.sourceId ?? '');
  if (!old) return REFUSALS.unknownMessage;
  const drafted = draft('editWebhookMessage', readData(given), given.uploads, old);
  if (isRefused(drafted)) return under(drafted);
  const message = replace(world, old, drafted);
  announceMessage(world, 'MESSAGE_UPDATE', message);
  return { answer: { kind: 'update', shown: showMessage(message) }, message };
}

const choices = z.object({
  choices: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })).nullish(),
});

const SCHEMAS_OF_CHOICES: Readonly<Record<number, string>> = {
  3: 'choicesOfString',
  4: 'choicesOfInteger',
  10: 'choicesOfNumber',
};

function offerChoices(_world: World, interaction: Interaction, given: Given): Taken | Refused {
  const data = readData(given);
  const schema = SCHEMAS_OF_CHOICES[interaction.focusedType ?? 3] ?? 'choicesOfString';
  const refusal = refusalOf(faultsBySchema(schema, data));
  if (refusal) return under(refusal);
  const parsed = choices.safeParse(data);
  if (!parsed.success) return REFUSALS.invalidJson;
  return { answer: { kind: 'choices', choices: parsed.data.choices ?? [] } };
}

function openForm(world: World, interaction: Interaction, given: Given): Taken | Refused {
  const form = readForm(given.params['data']);
  if (isRefused(form)) return form;
  const { channelId, sourceId } = interaction;
  world.forms.set(interaction.userId, { ...form, channelId, sourceId });
  world.chats.touch(channelId);
  return { answer: { kind: 'form', form: form.shown } };
}

function callbackResponse(interaction: Interaction, type: number, kept: KeptMessage | undefined) {
  const isLoading = ((kept?.message.flags ?? 0) & FLAGS.loading) !== 0;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channelId,
      ...(interaction.guildId !== undefined && { guild_id: interaction.guildId }),
      ...(kept && { response_message_id: kept.message.id }),
      response_message_loading: isLoading,
      response_message_ephemeral: kept?.onlyFor !== undefined,
    },
    ...(kept && { resource: { type, message: kept.message } }),
  };
}
