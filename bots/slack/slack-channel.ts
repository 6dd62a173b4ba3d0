import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import {
  type Address,
  type Channel,
  crashpoint,
  type Json,
  type Removed,
  type Sent,
  type Shown,
} from '../../core/index.ts';
import { keyOfPart, PartsSent } from '../parts-sent.ts';
import { AnswerUrls } from './answer-urls.ts';
import { type Brought, bringFile, showFile } from './send-file.ts';
import { type NotSent, understood } from './understood.ts';
import { writeHome } from './write-home.ts';
import { type Part, writeMessage } from './write-message.ts';

/** Where a message stands: in a channel, or before one person alone where nobody can find it again but by an address. */
const Ref = z.union([z.object({ channel: z.string(), ts: z.string() }), z.object({ ephemeral: z.string() })]);
/** What was sent: such a message, or a file beside it. */
const Standing = z.union([Ref, z.object({ file: z.string() })]);
const Reply = z.object({ responseUrl: z.string().min(1), on: z.string().optional() });

/** Nothing in a text is looked for, linked, previewed or formatted. */
const AS_IT_IS = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

type Slack = {
  readonly client: webApi.WebClient;
  readonly urls: AnswerUrls;
  readonly withinMs: number;
  readonly parts: PartsSent;
};

/** Sends through the SDK. What Slack answers comes back as a value; a call has `withinMs` milliseconds. */
export function slackChannel(client: webApi.WebClient, withinMs: number): Channel {
  const slack: Slack = { client, urls: new AnswerUrls(withinMs), withinMs, parts: new PartsSent() };
  const asValue = async (work: () => Promise<Sent>): Promise<Sent> => {
    try {
      return await work();
    } catch (error) {
      return await aboutWhom(client, understood(error));
    }
  };
  return {
    platform: 'slack',
    sheets: true,
    send: (to, shown, once) => asValue(() => send(slack, to, shown, once)),
    edit: (to, ref, shown) => asValue(() => edit(slack, to, ref, shown)),
    remove: (_to, ref) => remove(client, ref),
    front: (to, shown) =>
      asValue(async () => {
        const { view } = await client.views.publish({ user_id: to.chatId, view: writeHome(shown) });
        return { is: 'sent', ref: { view: view?.id ?? '' } };
      }),
  };
}

async function send(slack: Slack, to: Address, shown: Shown, once: string): Promise<Sent> {
  const reply = Reply.safeParse(to.reply);
  if (reply.success && shown.file === undefined) {
    const parts = writeMessage(shown, once);
    if (await answered(slack, reply.data.responseUrl, parts, once))
      return { is: 'sent', ref: { ephemeral: once } };
  }
  return await sendMessages(slack, to, shown, once);
}

/** Whether it was answered at the address: all of it, or nothing unless the address is used up on the way. */
async function answered(slack: Slack, url: string, parts: readonly Part[], once: string): Promise<boolean> {
  const { urls } = slack;
  const keys = parts.map(({ text }, index) => keyOfPart(url, once, index, text));
  const left = parts.filter((_part, index) => !slack.parts.has(keys[index] ?? '')).length;
  if (urls.left(url) < left) return false;
  for (const [index, part] of parts.entries()) {
    const said = await slack.parts.once(keys[index] ?? '', () => urls.answer(url, part, false));
    if (said === 'used-up') return false;
  }
  return true;
}

async function sendMessages(slack: Slack, to: Address, shown: Shown, once: string): Promise<Sent> {
  const { client, parts } = slack;
  const file = await brought(slack, shown);
  let ref = { channel: '', ts: '' };
  const all: Json[] = [];
  for (const [index, { text, blocks }] of writeMessage(shown).entries()) {
    const said = await parts.once(keyOfPart(to.chatId, once, index, text), async () => {
      const whole = { channel: to.chatId, text, blocks, mrkdwn: false, ...AS_IT_IS };
      const sent = await client.chat.postMessage(whole);
      crashpoint('slack.part-sent');
      return `${sent.channel ?? to.chatId} ${sent.ts ?? ''}`;
    });
    const [channel = '', ts = ''] = said.split(' ');
    ref = { channel, ts };
    all.push(ref);
  }
  if (file !== undefined) await showFile(client, file, ref.channel || (await chatOf(client, to)));
  if (file !== undefined) all.push({ file: file.id });
  return { is: 'sent', ref, all };
}

/** The file is with Slack before anything is shown, so that little can go wrong between the two. */
async function brought({ client, withinMs }: Slack, { file }: Shown): Promise<Brought | undefined> {
  if (file === undefined || file.bytes.byteLength === 0) return undefined;
  return await bringFile(client, file, withinMs);
}

/** The direct messages with somebody, where nothing was sent before that names them. */
async function chatOf(client: webApi.WebClient, { chatId }: Address): Promise<string> {
  if (!/^[UW]/.test(chatId)) return chatId;
  const { channel } = await client.conversations.open({ users: chatId });
  return channel?.id ?? chatId;
}

async function edit(slack: Slack, to: Address, given: Json, shown: Shown): Promise<Sent> {
  const ref = Ref.parse(given);
  if ('ephemeral' in ref) return await replace(slack, to, ref, shown);
  const [part, ...more] = writeMessage(shown);
  // What no longer fits one message is shown anew rather than cut off.
  if (part === undefined || shown.file !== undefined || more.length > 0 || ref.ts === '')
    return { is: 'gone-message' };
  const { text, blocks } = part;
  await slack.client.chat.update({ channel: ref.channel, ts: ref.ts, text, blocks, ...AS_IT_IS });
  return { is: 'sent', ref: given };
}

/** Takes a message away. What only one person sees cannot be found again: it goes when their app is opened anew. */
async function remove(client: webApi.WebClient, given: Json): Promise<Removed> {
  const ref = Standing.parse(given);
  if ('ephemeral' in ref) return { is: 'refused', why: 'slack-shown-to-one' };
  try {
    if ('file' in ref) await client.files.delete({ file: ref.file });
    else await client.chat.delete({ channel: ref.channel, ts: ref.ts });
    return { is: 'removed' };
  } catch (error) {
    return understood(error);
  }
}

/** What only one person sees can be brought up to date by what was pressed on it, and by nothing else. */
async function replace(slack: Slack, to: Address, ref: { ephemeral: string }, shown: Shown): Promise<Sent> {
  const reply = Reply.safeParse(to.reply);
  const [part, ...more] = writeMessage(shown, ref.ephemeral);
  if (!reply.success || reply.data.on !== ref.ephemeral) return { is: 'gone-message' };
  if (part === undefined || shown.file !== undefined || more.length > 0) return { is: 'gone-message' };
  const done = await slack.urls.answer(reply.data.responseUrl, part, true);
  return done === 'answered' ? { is: 'sent', ref } : { is: 'gone-message' };
}

/** "account_inactive" may be said of the person or of the bot: whether the bot itself is well decides. */
async function aboutWhom(client: webApi.WebClient, sent: NotSent): Promise<NotSent> {
  if (sent.is !== 'unreachable' || sent.why !== 'slack-account_inactive') return sent;
  try {
    await client.auth.test();
    return sent;
  } catch {
    return { is: 'later', why: 'slack-bot-inactive' };
  }
}
