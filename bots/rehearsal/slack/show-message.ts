import { type Automatic, seeMrkdwn } from './mrkdwn.ts';
import { stateKey } from './posting.ts';
import { joinSeen, type SeenText, seenPlain, type Viewer } from './seen-text.ts';
import { showBlocks } from './show-blocks.ts';
import type { Shown, ShownView } from './shown.ts';
import type { WireView } from './views.ts';
import { unescapeText, type WireMessage, type WireUser } from './wire.ts';
import type { KeptMessage } from './workspace.ts';
import type { World } from './world.ts';

export const SLACKBOT = 'USLACKBOT';

/** How one person reads. */
export function viewerOf({ workspace, now }: World, user: WireUser): Viewer {
  return {
    timeZone: user.timeZone,
    uses24Hours: user.uses24Hours,
    now: now(),
    nameOf: (id) => workspace.person(id)?.user.realName ?? workspace.room(id)?.name,
    channelNamed: (name) =>
      workspace.rooms.find((room) => room.kind === 'channel' && room.name === name.toLowerCase())?.id,
  };
}

/** A message as one person sees it; nothing if it is for somebody else alone. */
export function showMessage(
  world: World,
  me: WireUser,
  { message, revision }: KeptMessage,
): Shown | undefined {
  if (message.onlyFor !== undefined && message.onlyFor !== me.id) return undefined;
  const viewer = viewerOf(world, me);
  const fallback = seeText(message, viewer);
  const shown = showBlocks(message.blocks, {
    viewer,
    state: world.messageStates.get(stateKey(message)) ?? {},
  });
  // Where blocks are shown in its place, nobody can follow a link of the text; but whom it calls is notified.
  const hasBlocks = message.blocks.length > 0;
  const heard = hasBlocks ? { ...fallback, links: [], formats: [] } : fallback;
  const all = joinSeen([heard, { ...shown, plain: '' }], '');
  return {
    ...shown,
    mentions: all.mentions,
    links: all.links,
    formats: all.formats,
    ts: message.ts,
    channel: message.channel,
    from: { id: message.user, name: viewer.nameOf(message.user) ?? 'Slackbot', isBot: message.isBot },
    text: hasBlocks ? shown.paragraphs.join('\n') : fallback.plain,
    fallback: fallback.plain,
    files: message.files.map(({ id, name, title, size }) => ({ id, name, title, size })),
    isEphemeral: message.onlyFor !== undefined,
    ...(message.threadTs !== undefined && { threadTs: message.threadTs }),
    at: Math.floor(Number(message.ts) * 1000),
    isEdited: message.editedTs !== undefined,
    revision,
  };
}

function seeText(message: WireMessage, viewer: Viewer): SeenText {
  if (!message.isBot) {
    return seenPlain(seeMrkdwn(message.text, viewer, 'nothing', false).plain);
  }
  return seeMrkdwn(message.text, viewer, automaticOf(message), message.mrkdwn !== false);
}

function automaticOf({ parse, linkNames }: WireMessage): Automatic {
  if (parse === 'full' || linkNames) return 'everything';
  return parse === 'none' ? 'nothing' : 'addresses';
}

/** A view as its owner sees it. */
export function showView(world: World, me: WireUser, view: WireView): ShownView {
  const viewer = viewerOf(world, me);
  const shown = showBlocks(view.blocks, { viewer, state: view.state, errors: view.errors });
  const depth = world.views.stack(me.id).findIndex(({ id }) => id === view.id) + 1;
  return {
    ...shown,
    viewId: view.id,
    callbackId: view.callbackId,
    text: shown.paragraphs.join('\n'),
    title: wordsOf(view.title),
    ...(view.submit && { submit: wordsOf(view.submit) }),
    close: view.close ? wordsOf(view.close) : 'Cancel',
    depth,
    revision: view.revision,
  };
}

function wordsOf(text: WireView['title']): string {
  return unescapeText(String(text?.['text'] ?? ''));
}
