import { z } from 'zod';
import { approveContent } from './approve.ts';
import { structureOf } from './judge.ts';
import { draftOf, findWritableRoom, post, remove } from './posting.ts';
import { accept, refuse, refuseWith, textOf, type WireFile } from './wire.ts';
import type { Method } from './world.ts';

const given = z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1);

/** Announces a file: where to bring it, and under which id to show it. */
const getUploadUrl: Method = (world, { params }) => {
  const name = textOf(params, 'filename') ?? '';
  const length = Number(textOf(params, 'length'));
  if (name === '') return refuseWith('invalid_arguments', ['missing required field: filename']);
  if (!Number.isInteger(length) || length <= 0) {
    return refuseWith('invalid_arguments', ['missing required field: length']);
  }
  const id = world.workspace.newId('F');
  world.files.announce(id, name, length);
  return accept({ upload_url: `http://${world.host()}/upload/v1/${id}`, file_id: id });
};

/** Shows files that were brought, in a channel if one is named. */
const completeUpload: Method = (world, { params }) => {
  const list = structureOf(params, 'files');
  const read = given.safeParse(typeof list === 'object' ? list.value : undefined);
  if (!read.success) return refuseWith('invalid_arguments', ['missing required field: files']);
  const files: WireFile[] = [];
  for (const { id, title } of read.data) {
    const file = world.files.complete(id, title);
    if (!file) return refuse('file_not_found');
    files.push(file);
  }
  const channel = textOf(params, 'channel_id');
  if (channel !== undefined) {
    const room = findWritableRoom(world, channel);
    if ('refused' in room) return room.refused;
    const comment = textOf(params, 'initial_comment') ?? '';
    const hasWords = comment.trim() !== '' || params['blocks'] !== undefined;
    const content = hasWords
      ? approveContent(world, { ...params, text: comment }, 'new')
      : { text: '', blocks: undefined, metadata: undefined };
    if ('refused' in content) return content.refused;
    post(world, { ...draftOf(world, room, content, params), files });
  }
  return accept({ files: files.map(({ id, title }) => ({ id, title })) });
};

/** Takes a file away, and the message that shows it. */
const deleteFile: Method = (world, { params }) => {
  const id = textOf(params, 'file') ?? '';
  const shown = world.workspace.rooms.flatMap((room) => [...room.messages.values()]);
  const found = shown.find(({ message }) => message.files?.some((file) => file.id === id))?.message;
  if (found === undefined) return refuse('file_not_found');
  if (!found.isBot) return refuse('cant_delete_file');
  remove(world, found);
  return accept();
};

export const FILE_METHODS = { getUploadUrl, completeUpload, deleteFile } satisfies Record<string, Method>;
