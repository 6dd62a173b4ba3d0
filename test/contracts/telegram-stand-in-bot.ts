import { Bot, InlineKeyboard, InputFile, Keyboard } from 'grammy';
import type { TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';

export interface TalkativeBot {
  bot: Bot;
  /** What it was told, in short. */
  heard: string[];
  errors: string[];
  stop(): Promise<void>;
}

/** A real grammY bot that polls the stand-in and knows a few tricks. */
export function startTalkativeBot(standIn: TelegramStandIn): TalkativeBot {
  const bot = new Bot(standIn.token, { client: { apiRoot: standIn.url } });
  const heard: string[] = [];
  const errors: string[] = [];
  bot.catch(({ error }) => {
    errors.push(error instanceof Error ? error.message : String(error));
  });
  teach(bot);
  listen(bot, heard);
  const running = bot.start({ allowed_updates: ['message', 'callback_query', 'my_chat_member'] });
  return {
    bot,
    heard,
    errors,
    async stop() {
      await bot.stop();
      await running;
    },
  };
}

function teach(bot: Bot): void {
  const buttons = new InlineKeyboard()
    .text('Yes', 'y')
    .text('No', 'n')
    .row()
    .url('Web', 'https://example.org');
  const keys = new Keyboard().text('Tea').text('Coffee');
  bot.command('start', (ctx) => ctx.reply(`Hello ${ctx.match}`, { reply_markup: buttons }));
  bot.command('keys', (ctx) => ctx.reply('Choose', { reply_markup: keys }));
  bot.command('file', (ctx) =>
    ctx.replyWithDocument(new InputFile(Buffer.from('BEGIN'), 'a.ics'), { caption: 'Keep it' }),
  );
  bot.command('picture', (ctx) =>
    ctx.replyWithPhoto(new InputFile(Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'a.png')),
  );
  bot.command('gone', (ctx) => ctx.api.deleteMessage(ctx.chat.id, Number(ctx.match)));
}

function listen(bot: Bot, heard: string[]): void {
  bot.on('callback_query:data', async (ctx) => {
    const { data } = ctx.callbackQuery;
    heard.push(`${ctx.from.first_name}:${data}`);
    await ctx.answerCallbackQuery({ text: `You said ${data}`, show_alert: true });
    if (data === 'y') await ctx.editMessageText('Thank you');
  });
  bot.on('message', (ctx) => {
    heard.push(
      Object.keys(ctx.message)
        .filter((key) => /text|voice|photo|sticker|members/.test(key))
        .join(),
    );
  });
  bot.on('my_chat_member', (ctx) => {
    const { old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
    heard.push(`${ctx.chat.type} ${before.status}→${after.status}`);
  });
}
