import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { readInteraction } from '../../bots/discord/read-interaction.ts';
import { writeMessage as writeForDiscord } from '../../bots/discord/write-message.ts';
import { readBody } from '../../bots/slack/read-body.ts';
import { writeMessage as writeForSlack } from '../../bots/slack/write-message.ts';
import { readUpdate } from '../../bots/telegram/read-update.ts';
import { writeMessage as writeForTelegram } from '../../bots/telegram/write-message.ts';
import type { Channel, Core, Incoming, Shown } from '../../core/index.ts';
import { momentNow } from '../../run/moments.ts';
import { type BookingApp, setBookingStage } from './booking-stage.ts';
import type { Side } from './interleaved.ts';

/** An app as far as it is ours: what a press looks like when it comes in, how it is read, and how a message is laid out. */
export type OurPart = BookingApp & {
  press(userId: number, token: string): Incoming | undefined;
  write(shown: Shown): readonly object[];
};

let pressed = 0;

export const telegram: OurPart = {
  platform: 'telegram',
  tenant: '',
  press(userId, data) {
    pressed += 1;
    const from = { id: userId, is_bot: false, first_name: 'Ada', language_code: 'en' };
    const chat = { id: userId, type: 'private' as const, first_name: 'Ada' };
    const message = { message_id: 1, date: 1, chat, text: 'A meeting' };
    const callback_query = { id: String(pressed), from, chat_instance: '1', data, message };
    return readUpdate({ update_id: pressed, callback_query })?.incoming;
  },
  write: writeForTelegram,
};

const COMMANDS = new Set(['home', 'help', 'stop']);
const DISCORD_EPOCH = 1_420_070_400_000;

export const discord: OurPart = {
  platform: 'discord',
  tenant: '',
  press(userId, custom_id) {
    pressed += 1;
    const read = readInteraction(
      {
        id: String((BigInt(momentNow().now.epochMilliseconds - DISCORD_EPOCH) << 22n) + BigInt(pressed)),
        ...{ application_id: '1', token: randomUUID(), type: 3, channel_id: '50', context: 1 },
        ...{ user: { id: String(userId) }, locale: 'en-GB', message: { id: '60' } },
        data: { custom_id, component_type: 2 },
      },
      COMMANDS,
    );
    return read?.is === 'act' ? read.incoming : undefined;
  },
  write: writeForDiscord,
};

export const slack: OurPart = {
  platform: 'slack',
  tenant: 'T1',
  press(userId, value) {
    pressed += 1;
    const action = { type: 'button', block_id: 'x.0', action_id: 'press.0.0', value };
    const body = {
      ...{ type: 'block_actions', user: { id: String(userId) }, team: { id: 'T1' }, actions: [action] },
      ...{ trigger_id: `1.${pressed}.abc`, channel: { id: 'D1', name: 'directmessage' } },
      response_url: `https://hooks.slack.com/actions/${pressed}`,
    };
    const read = readBody(body, { commands: COMMANDS, now: momentNow().now });
    return read !== undefined && 'incoming' in read ? read.incoming : undefined;
  },
  write: (shown) => writeForSlack(shown),
};

/** Lays out everything that is to be shown, and sends nothing. */
export function laidOut({ platform, write }: OurPart, onShown: () => void): Channel {
  const show = async (shown: Shown) => {
    if (write(shown).length === 0) throw new Error('Nothing was laid out');
    onShown();
    return { is: 'sent', ref: { messageId: 1 } } as const;
  };
  return { platform, send: (_to, shown) => show(shown), edit: (_to, _ref, shown) => show(shown) };
}

/** Books a meeting with each press, and has both of the pair told. */
export async function bookings(core: Core, pool: pg.Pool, part: OurPart, count: number): Promise<Side> {
  const { userId, tokens } = await setBookingStage(core, pool, count, part);
  let used = 0;
  return {
    name: part.platform,
    async run(times) {
      for (let n = 0; n < times; n += 1) {
        const incoming = part.press(userId, tokens[used] ?? '');
        used += 1;
        const received = incoming === undefined ? 'not read' : await core.receive(incoming);
        if (received !== 'done') throw new Error(`The booking was ${received}`);
        await core.deliver({ more: () => true });
      }
    },
  };
}
