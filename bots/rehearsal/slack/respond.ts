import { approveContent } from './approve.ts';
import type { Content } from './judge.ts';
import { draftOf, edit, post, remove, withNames } from './posting.ts';
import type { ResponseTarget } from './response-urls.ts';
import { type Fields, isSet, type Refused, type Reply, refuse, textOf, type WireMessage } from './wire.ts';
import type { World } from './world.ts';

/** An answer to an address that came with something a person did. */
export function respondTo(world: World, key: string, params: Fields): Reply {
  const target = world.responseUrls.find(key);
  if (typeof target === 'string') return { ...refuse(target), status: 404 };
  const done = respond(world, target, params);
  if (done) return { ...done, status: 400 };
  target.spend();
  return { body: { ok: true } };
}

/** Does what an answer asks for; a refusal if it cannot be done. */
function respond(world: World, target: ResponseTarget, params: Fields): Reply | undefined {
  if (isSet(params, 'delete_original')) {
    const original = originalOf(world, target);
    if (!original) return refuse('message_not_found');
    remove(world, original);
    return undefined;
  }
  const content = approveContent(world, params, 'answer');
  if ('refused' in content) return content.refused;
  if (!isSet(params, 'replace_original')) {
    const posted = showAnswer(world, target, content, params);
    return posted && 'refused' in posted ? posted.refused : undefined;
  }
  const original = originalOf(world, target);
  if (!original) return refuse('message_not_found');
  edit(world, original, {
    text: content.text ?? '',
    blocks: withNames(world, content.blocks ?? []),
    parse: textOf(params, 'parse'),
  });
  return undefined;
}

function originalOf(world: World, target: ResponseTarget): WireMessage | undefined {
  if (target.messageTs === undefined) return undefined;
  return world.workspace.room(target.channel)?.messages.get(target.messageTs)?.message;
}

/** Shows an answer where a person did something: to them alone, unless it says otherwise. */
export function showAnswer(
  world: World,
  { channel, user }: Pick<ResponseTarget, 'channel' | 'user'>,
  content: Content,
  params: Fields,
): Refused | undefined {
  const type = textOf(params, 'response_type') ?? 'ephemeral';
  if (type !== 'ephemeral' && type !== 'in_channel') return { refused: refuse('invalid_response_type') };
  const room = world.workspace.room(channel);
  if (!room) return { refused: refuse('channel_not_found') };
  const draft = draftOf(world, room, content, params);
  post(world, type === 'ephemeral' ? { ...draft, onlyFor: user } : draft);
  return undefined;
}
