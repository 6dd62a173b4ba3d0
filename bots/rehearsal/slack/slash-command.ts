import { approveContent } from './approve.ts';
import { type Heard, heard } from './interact.ts';
import { post } from './posting.ts';
import { showAnswer } from './respond.ts';
import { SLACKBOT } from './show-message.ts';
import { escapeText, type Fields, type WireUser } from './wire.ts';
import type { Room } from './workspace.ts';
import type { World } from './world.ts';

export type CommandResult = Heard;

/** Runs a slash command and shows what the bot answers at once. */
export async function runCommand(
  world: World,
  room: Room,
  me: WireUser,
  name: string,
  text: string,
): Promise<CommandResult> {
  if (!/^\/[^\s]+$/.test(name)) throw new Error(`“${name}” is no slash command`);
  const path = world.responseUrls.issue({ channel: room.id, user: me.id, messageTs: undefined });
  const payload = {
    token: 'verification-token',
    team_id: world.app.teamId,
    team_domain: world.app.teamDomain,
    channel_id: room.id,
    channel_name: nameOf(room),
    user_id: me.id,
    user_name: me.name,
    command: name,
    text: escapeText(text),
    api_app_id: world.app.appId,
    is_enterprise_install: 'false',
    response_url: `http://${world.host()}${path}`,
    trigger_id: world.triggers.issue(me.id),
  };
  const outcome = await world.dispatcher.dispatch('slash_commands', payload, true);
  if (outcome.kind === 'failed')
    tellOfFailure(world, room, me, `${name} failed with the error "dispatch_failed"`);
  else if (outcome.answer !== undefined) showAtOnce(world, room, me, name, outcome.answer);
  return heard(outcome);
}

function nameOf(room: Room): string {
  if (room.kind === 'im') return 'directmessage';
  return room.isPrivate ? 'privategroup' : room.name;
}

/** What came with the acknowledgement is the first answer. */
function showAtOnce(world: World, room: Room, me: WireUser, name: string, answer: unknown): void {
  const params: Fields =
    typeof answer === 'object' && answer !== null ? { ...answer } : { text: String(answer) };
  const content = approveContent(world, params, 'answer');
  const refused =
    'refused' in content ? content : showAnswer(world, { channel: room.id, user: me.id }, content, params);
  if (refused)
    tellOfFailure(world, room, me, `${name} failed with the error "${refused.refused.body.error}"`);
}

/** Slack's own words to the person alone. */
function tellOfFailure(world: World, room: Room, me: WireUser, text: string): void {
  post(world, {
    channel: room.id,
    user: SLACKBOT,
    isBot: false,
    text,
    blocks: [],
    files: [],
    onlyFor: me.id,
  });
}
