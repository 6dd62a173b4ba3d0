import type { Channel } from './delivery/channel.ts';
import { numberLines } from './help/help-card.ts';
import type { Incoming } from './kernel/incoming.ts';
import type { Moment } from './moment.ts';
import type { Received } from './receive.ts';
import type { Store } from './store/store.ts';
import type { Texts } from './texts/say.ts';
import { text } from './texts/text.ts';
import { wantsHelp } from './understand-newcomer.ts';

type Parts = {
  readonly store: Pick<Store, 'answers'>;
  readonly texts: Texts;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly moment: () => Moment;
};

type Receive = (incoming: Incoming) => Promise<Received>;

/** What was answered while nothing could be kept: so many of the latest. */
const MOST_KNOWN = 1000;

/**
 * Help does not wait for the database. Whoever asks for it while it is away has the numbers at once, from what ships with the
 * program, and reads that nothing could be passed on yet; the rest follows when what they wrote is taken in. No word of a
 * programme and no button: who they are, and whether their chat is put away, is not known just now.
 */
export function helpAtOnce({ store, texts, channels, moment }: Parts, receive: Receive): Receive {
  const helped = new Set<string>();
  const help = async ({ key, account, chat, intent, reply }: Incoming): Promise<void> => {
    const about = chat.private ? wantsHelp(wordsIn(intent)) : undefined;
    const channel = channels.get(account.platform);
    if (about === undefined || channel === undefined || helped.has(key) || (await store.answers())) return;
    helped.add(key);
    const [oldest] = helped;
    if (helped.size > MOST_KNOWN && oldest !== undefined) helped.delete(oldest);
    const { platform, tenant } = account;
    const { now } = moment();
    const lines = [...numberLines({ now, about }), text('help-nothing-passed-on-yet')];
    const paragraphs = lines.map((line) => texts.render('en', line));
    const way = reply === undefined ? {} : { reply: reply.handle };
    const to = { platform, tenant, chatId: chat.id, ...way };
    await channel.send(to, { paragraphs, buttons: [] }, `help:${key}`);
  };
  return async (incoming) => {
    try {
      return await receive(incoming);
    } catch (error) {
      await help(incoming).catch(() => undefined);
      throw error;
    }
  };
}

function wordsIn(intent: Incoming['intent']): string {
  if (intent.is === 'text') return intent.text;
  if (intent.is === 'command') return `${intent.name} ${intent.rest}`.trim();
  if (intent.is === 'answers') return Object.values(intent.answers).join('\n');
  return intent.is === 'not-text' ? (intent.caption ?? '') : '';
}
