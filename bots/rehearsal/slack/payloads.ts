import { normalised } from './state.ts';
import type { WireView } from './views.ts';
import type { Block, Fields, WireMessage, WireUser } from './wire.ts';
import type { Person, Room } from './workspace.ts';
import type { AppIdentity, World } from './world.ts';

/** A message as Slack hands it out. */
export function messageJson(app: AppIdentity, message: WireMessage): Fields {
  const own = message.isBot ? { bot_id: app.botId, app_id: app.appId } : {};
  return {
    type: 'message',
    user: message.user,
    ...own,
    text: message.text,
    ts: message.ts,
    team: app.teamId,
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.editedTs !== undefined && { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(message.files.length > 0 && { files: message.files }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
  };
}

/** A view as Slack hands it out. */
export function viewJson(app: AppIdentity, view: WireView): Fields {
  return {
    id: view.id,
    team_id: app.teamId,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: view.state },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: app.appId,
    external_id: view.externalId,
    app_installed_team_id: app.teamId,
    bot_id: app.botId,
  };
}

/** An event with what Slack puts around it. */
export function eventJson(world: World, eventId: string, event: Fields): Fields {
  const { app } = world;
  return {
    token: 'verification-token',
    team_id: app.teamId,
    context_team_id: app.teamId,
    context_enterprise_id: null,
    api_app_id: app.appId,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(world.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: app.teamId,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${eventId}`,
  };
}

/** What comes with everything a person presses, chooses or sends off. */
export function interactionJson(app: AppIdentity, user: WireUser, type: string): Fields {
  return {
    type,
    team: { id: app.teamId, domain: app.teamDomain },
    user: { id: user.id, username: user.name, name: user.name, team_id: app.teamId },
    api_app_id: app.appId,
    token: 'verification-token',
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A person as users.info shows them. */
export function userJson(
  app: AppIdentity,
  { user, deleted }: Person,
  showsEmail: boolean,
  now: number,
): Fields {
  const zone = { tz: user.timeZone, tz_label: user.timeZone, tz_offset: offsetOf(user.timeZone, now) };
  return {
    id: user.id,
    team_id: app.teamId,
    name: user.name,
    deleted,
    // Slack says nothing of the zone of somebody who has gone.
    ...(!deleted && { real_name: user.realName, ...zone }),
    profile: {
      real_name: user.realName,
      display_name: user.realName,
      team: app.teamId,
      ...(showsEmail && !user.isBot && { email: user.email }),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.isGuest,
    is_ultra_restricted: false,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 1_700_000_000,
  };
}

/** A channel as conversations.info shows it. */
export function roomJson(app: AppIdentity, room: Room): Fields {
  if (room.kind === 'im') {
    return { id: room.id, created: 1_700_000_000, is_im: true, is_archived: false, user: room.name };
  }
  return {
    id: room.id,
    name: room.name,
    name_normalized: room.name,
    is_channel: !room.isPrivate,
    is_group: room.isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: room.isPrivate,
    is_archived: room.archived,
    is_general: false,
    is_member: room.members.has(app.botUserId),
    created: 1_700_000_000,
    context_team_id: app.teamId,
    num_members: room.members.size,
  };
}

/** Blocks as they come back in a payload: with the three letters of every plain text as entities. */
export function blocksJson(blocks: readonly Block[]): unknown {
  return JSON.parse(JSON.stringify(blocks), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('type' in value) || !('text' in value)) return value;
    if (value.type !== 'plain_text' || typeof value.text !== 'string') return value;
    return { ...value, text: normalised(value.text) };
  });
}

/** Seconds east of Greenwich. */
function offsetOf(timeZone: string, now: number): number {
  const words = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).format(now);
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(words) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
