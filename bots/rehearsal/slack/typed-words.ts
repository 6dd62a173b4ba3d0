import { randomUUID } from 'node:crypto';
import { tell, tellOfMessage } from './posting.ts';
import { findAddresses } from './seen-text.ts';
import { escapeText, readBlocks, type WireMessage, type WireUser } from './wire.ts';
import type { KeptMessage, Room } from './workspace.ts';
import type { World } from './world.ts';

/** The longest text that Slack's own apps send. */
const LONGEST_TEXT = 12_000;

/** Words that a person typed, as Slack hands them on: three letters as entities, addresses as links, names as ids. */
export function typed(world: World, text: string): string {
  const named = escapeText(text).replaceAll(/@([\p{L}\p{N}._-]+)/gu, (whole, name: string) => {
    const found = world.workspace.people.find(({ user }) => user.name === name.toLowerCase());
    return found ? `<@${found.user.id}>` : whole;
  });
  const links = findAddresses(named).toSorted((a, b) => b.label.length - a.label.length);
  return links
    .filter(({ label }, index) => links.findIndex((other) => other.label === label) === index)
    .reduce(
      (words, { url, label }) => words.replaceAll(label, url === label ? `<${url}>` : `<${url}|${label}>`),
      named,
    );
}

/** Puts a person's words into a channel and tells the app, where it hears them. */
export function say(
  world: World,
  room: Room,
  me: WireUser,
  text: string,
  threadTs: string | undefined,
): KeptMessage {
  if (text.trim() === '') throw new Error(`${me.realName} cannot send an empty message`);
  if (text.length > LONGEST_TEXT) throw new Error(`${me.realName} cannot send a message that long`);
  const message: WireMessage = {
    channel: room.id,
    ts: world.workspace.newTs(),
    user: me.id,
    isBot: false,
    text: typed(world, text),
    blocks: [],
    files: [],
    ...(threadTs !== undefined && { threadTs }),
  };
  world.workspace.keep(message);
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  const blocks = readBlocks([
    { type: 'rich_text', block_id: world.workspace.newId('b').slice(-5), elements: [section] },
  ]);
  tellOfMessage(world, message, { client_msg_id: randomUUID(), blocks });
  if (room.kind === 'channel' && message.text.includes(`<@${world.app.botUserId}>`)) {
    const { ts, user } = message;
    tell(world, 'app_mention', {
      type: 'app_mention',
      user,
      text: message.text,
      ts,
      channel: room.id,
      event_ts: ts,
    });
  }
  return { message, revision: world.workspace.revision };
}
