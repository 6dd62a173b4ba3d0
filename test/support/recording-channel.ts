import type { Address, CalendarEntry, Channel, Json, Sent, Shown } from '../../core/index.ts';

/** One message as it stands in a chat now. */
export type Message = {
  readonly id: number;
  readonly chatId: string;
  /** As it came, before any edit, and the row it came from. */
  readonly first: Shown;
  readonly once: string;
  shown: Shown;
  edits: number;
};

/** A channel that keeps what it was told to show, as a chat would. */
export type RecordingChannel = Channel & {
  /** The messages of a chat, oldest first, each as it stands now. */
  chat(chatId: string): Message[];
  /** Every message that was sent. */
  all(): readonly Message[];
  /** What stands in the calendars of shared places now; what was called off is gone. */
  calendar(): CalendarEntry[];
  /** What stands on somebody's front page. */
  frontOf(chatId: string): Shown | undefined;
  /** How often any front page was shown. */
  frontsShown(): number;
  /** What it says to every edit while this is set. */
  trouble: Sent | undefined;
};

export function recordingChannel(platform = 'telegram'): RecordingChannel {
  const messages: Message[] = [];
  const entries = new Map<string, CalendarEntry>();
  const fronts = new Map<string, Shown>();
  let frontsShown = 0;
  return {
    platform,
    trouble: undefined,
    async send(to: Address, shown: Shown, once: string): Promise<Sent> {
      const id = messages.length + 1;
      messages.push({ id, chatId: to.chatId, first: shown, once, shown, edits: 0 });
      return { is: 'sent', ref: id };
    },
    async edit(_to: Address, ref: Json, shown: Shown): Promise<Sent> {
      if (this.trouble !== undefined) return this.trouble;
      const found = messages.find((each) => each.id === ref);
      if (found === undefined) return { is: 'gone-message' };
      found.shown = shown;
      found.edits += 1;
      return { is: 'sent', ref };
    },
    async front(to: Address, shown: Shown): Promise<Sent> {
      frontsShown += 1;
      fronts.set(to.chatId, shown);
      return { is: 'sent', ref: 0 };
    },
    frontOf: (chatId) => fronts.get(chatId),
    frontsShown: () => frontsShown,
    async event(_place, entry, ref): Promise<Sent> {
      const key = typeof ref === 'string' ? ref : `entry-${entries.size + 1}`;
      entries.set(key, entry);
      return { is: 'sent', ref: key };
    },
    all: () => messages,
    calendar: () => [...entries.values()].filter((each) => !each.calledOff),
    chat: (chatId) => messages.filter((each) => each.chatId === chatId),
  };
}
