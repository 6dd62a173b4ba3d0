import { z } from 'zod';
import { BY_WEBHOOK, WEBHOOK_ACTIVE } from './long-polls.ts';
import { accept, type Params, refuse, refuseAs } from './wire.ts';
import { findRoom, type Method, numberOf, textOf, type World } from './world.ts';

export const getMe: Method = (world) =>
  accept({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: world.readsAllGroupMessages,
    supports_guest_queries: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  });

const kinds = z.array(z.unknown()).transform((list) => list.filter((kind) => typeof kind === 'string'));

/** A list replaces the last one, also an empty one; none leaves it as it is. */
function updateKinds(world: World, params: Params): void {
  const list = kinds.safeParse(params['allowed_updates']);
  if (list.success) world.queue.allow(list.data);
}

export const getUpdates: Method = (world, { params, gone }) => {
  if (world.webhook.state) return world.polls.conflict(WEBHOOK_ACTIVE);
  updateKinds(world, params);
  const offset = numberOf(params, 'offset') ?? 0;
  const limit = numberOf(params, 'limit') ?? 100;
  return world.polls.poll({ offset, limit, timeout: numberOf(params, 'timeout') ?? 0 }, gone);
};

const LOOPBACK = /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/;

export const setWebhook: Method = (world, { params }) => {
  const address = textOf(params, 'url') ?? '';
  if (address === '')
    return deleteWebhook(world, {
      params,
      entities: [],
      uploads: new Map(),
      gone: new AbortController().signal,
    });
  const url = URL.parse(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`);
  if (!url || !/^https?:$/.test(url.protocol)) return refuse(400, 'invalid webhook URL specified');
  // The one liberty of the stand-in: a bot on this machine may be reached without a certificate.
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return refuse(400, 'bad webhook: An HTTPS URL must be provided for webhook');
  }
  updateKinds(world, params);
  const secret = textOf(params, 'secret_token') || undefined;
  const maxConnections = numberOf(params, 'max_connections') ?? 40;
  const drops = params['drop_pending_updates'] === true;
  const old = world.webhook.state?.settings;
  if (old?.url === url.href && old.secret === secret && old.maxConnections === maxConnections && !drops) {
    return accept(true, 'Webhook is already set');
  }
  if (drops) world.queue.clear();
  world.polls.abort(BY_WEBHOOK);
  world.webhook.set({ url: url.href, secret, maxConnections });
  return accept(true, 'Webhook was set');
};

export const deleteWebhook: Method = (world, { params }) => {
  const existed = world.webhook.state !== undefined;
  if (params['drop_pending_updates'] === true) world.queue.clear();
  if (existed) world.webhook.set(undefined);
  return accept(true, existed ? 'Webhook was deleted' : 'Webhook is already deleted');
};

export const getWebhookInfo: Method = (world) => {
  const state = world.webhook.state;
  const error = state?.lastError;
  return accept({
    url: state?.settings.url ?? '',
    has_custom_certificate: false,
    pending_update_count: world.queue.length,
    ...(error && { last_error_date: Math.floor(error.at / 1000), last_error_message: error.words }),
    ...(state && { max_connections: state.settings.maxConnections, ip_address: '127.0.0.1' }),
    ...(world.queue.allowed.length > 0 && { allowed_updates: world.queue.allowed }),
  });
};

function scopeAndLanguage(params: Params): string {
  return JSON.stringify([params['scope'] ?? { type: 'default' }, textOf(params, 'language_code') ?? '']);
}

const commandList = z.array(z.looseObject({ command: z.string() }));

export const setMyCommands: Method = (world, { params }) => {
  const list = commandList.parse(params['commands'] ?? []);
  const commands = list.map((entry) => ({ ...entry, command: entry.command.replace(/^\//, '') }));
  if (commands.length === 0) world.settings.commands.delete(scopeAndLanguage(params));
  else world.settings.commands.set(scopeAndLanguage(params), commands);
  return accept(true);
};

export const getMyCommands: Method = (world, { params }) =>
  accept(world.settings.commands.get(scopeAndLanguage(params)) ?? []);

export const deleteMyCommands: Method = (world, { params }) => {
  world.settings.commands.delete(scopeAndLanguage(params));
  return accept(true);
};

export const setMyDescription: Method = (world, { params }) => {
  world.settings.descriptions.set(textOf(params, 'language_code') ?? '', textOf(params, 'description') ?? '');
  return accept(true);
};

export const setMyShortDescription: Method = (world, { params }) => {
  const words = textOf(params, 'short_description') ?? '';
  world.settings.shortDescriptions.set(textOf(params, 'language_code') ?? '', words);
  return accept(true);
};

export const setChatMenuButton: Method = (world, { params }) => {
  const chatId = numberOf(params, 'chat_id');
  const room = chatId === undefined ? undefined : world.chats.room(chatId);
  if (chatId !== undefined && room?.chat.type !== 'private') return refuse(400, 'chat not found');
  world.settings.menuButtons.set(
    chatId === undefined ? '' : String(chatId),
    params['menu_button'] ?? { type: 'default' },
  );
  return accept(true);
};

export const getChat: Method = (world, { params }) => {
  const room = findRoom(world, params);
  if ('ok' in room) return room;
  const limits = { accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: {} };
  return accept({ ...room.chat, ...limits });
};

const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

export const getFile: Method = (world, { params }) => {
  const id = textOf(params, 'file_id') ?? '';
  if (id === '') return refuse(400, 'file_id not specified');
  const file = world.files.find(id);
  if (!file) return refuseAs(400, 'Bad Request: invalid file_id');
  if (file.bytes.length > MAX_DOWNLOAD_BYTES) return refuse(400, 'file is too big');
  const { file_id, file_unique_id, file_size } = file.wire;
  return accept({ file_id, file_unique_id, file_size, file_path: file.path });
};
