import { randomBytes, randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import pg from 'pg';
import { readUpdate } from '../../../bots/telegram/read-update.ts';
import { type Core, openCore } from '../../../core/index.ts';
import { PrismaClient } from '../../../core/store/generated/client.ts';
import { tieToKey } from '../../../core/store/install.ts';
import { openKeys } from '../../../core/store/keys.ts';
import { openStore } from '../../../core/store/store.ts';
import { momentNow } from '../../../run/moments.ts';
import { type BookingStage, setBookingStage } from '../booking-stage.ts';
import { interleaved, median, spread, WARMING } from '../interleaved.ts';
import { benchDatabase } from '../one-database.ts';

const GOAL = 3;
const ROUNDS = 15;
const TIMES = 150;

const me: UserFromGetMe = {
  id: 1,
  is_bot: true,
  first_name: 'Beenthere',
  username: 'beenthere_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

/**
 * P1: a whole booking press (seen before? who? may they? book, take the time of both, queue the messages, journal, one
 * commit) against grammY with one `prisma.create` in its handler. Neither side talks to Telegram.
 */
export async function p1(): Promise<boolean> {
  const database = await benchDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  const keys = openKeys(randomBytes(32));
  await tieToKey(pool, keys.fingerprint);
  const store = openStore({ url: database.url, keys, connections: 4 });
  const core = openCore({
    store,
    channels: [],
    moment: () => momentNow(),
    onFault: (fault) => process.stderr.write(`${JSON.stringify(fault)}\n`),
  });
  await core.prepare();
  const stage = await setBookingStage(core, pool, (WARMING + ROUNDS) * TIMES);
  const db = new PrismaClient({ adapter: new PrismaPg(pool) });
  try {
    const compared = await interleaved(bookings(core, stage), creations(db), ROUNDS, TIMES);
    const booked = Number(
      (await pool.query(`SELECT count(*) AS n FROM meeting WHERE state = 'confirmed'`)).rows[0].n,
    );
    const well = median(compared.ratios) <= GOAL && booked === (WARMING + ROUNDS) * TIMES;
    process.stdout.write(
      [
        `P1 a booking press: ${spread(compared.ratios, 2)} times the CPU of grammY with one prisma.create; goal at most ${GOAL}`,
        `   ours ${spread(compared.ours, 0)} µs, beside ${spread(compared.beside, 0)} µs an update; ${ROUNDS} rounds of ${TIMES}; ${booked} meetings booked and counted`,
        '',
      ].join('\n'),
    );
    return well;
  } finally {
    await db.$disconnect();
    await store.close();
    await pool.end();
    await database.stop();
  }
}

function quietBot(): Bot {
  const bot = new Bot('1:bench', { botInfo: me });
  // Both sides acknowledge the press; nothing leaves the process.
  bot.api.config.use(async () => JSON.parse('{"ok":true,"result":true}'));
  return bot;
}

let updates = 0;

function press(userId: number, data: string) {
  updates += 1;
  const from = { id: userId, is_bot: false, first_name: 'Ada', language_code: 'en' };
  const chat = { id: userId, type: 'private' as const, first_name: 'Ada' };
  const message = { message_id: 1, date: 1, chat, text: 'A meeting' };
  return {
    update_id: updates,
    callback_query: { id: String(updates), from, chat_instance: '1', data, message },
  };
}

function bookings(core: Core, { userId, tokens }: BookingStage) {
  const bot = quietBot();
  let used = 0;
  bot.use(async ({ update }) => {
    const read = readUpdate(update);
    if (read?.press === undefined) throw new Error('Not a press');
    const acknowledged = bot.api.answerCallbackQuery(read.press);
    const received = await core.receive(read.incoming);
    if (received !== 'done') throw new Error(`The booking was ${received}`);
    await acknowledged;
  });
  return {
    name: 'booking',
    async run(times: number) {
      for (let n = 0; n < times; n += 1) {
        await bot.handleUpdate(press(userId, tokens[used] ?? ''));
        used += 1;
      }
    },
  };
}

function creations(db: PrismaClient) {
  const bot = quietBot();
  bot.on('callback_query:data', async (context) => {
    const acknowledged = context.answerCallbackQuery();
    const about = {
      personId: randomUUID(),
      pairId: randomUUID(),
      meetingId: randomUUID(),
      programmeId: randomUUID(),
    };
    await db.task.create({
      data: { id: randomUUID(), version: 1, kind: 'clash', createdAt: new Date(), ...about },
    });
    await acknowledged;
  });
  return {
    name: 'prisma.create',
    async run(times: number) {
      for (let n = 0; n < times; n += 1) await bot.handleUpdate(press(7, randomUUID()));
    },
  };
}
