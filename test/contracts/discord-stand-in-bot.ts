import {
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  Partials,
} from 'discord.js';
import type { DiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';

export interface TalkativeBot {
  client: Client<true>;
  /** What it was told, in short. */
  heard: string[];
  errors: string[];
  stop(): Promise<void>;
}

export const BUTTONS = {
  type: 1,
  components: [
    { type: 2, style: 1, label: 'Yes', custom_id: 'yes' },
    { type: 2, style: 2, label: 'Form', custom_id: 'form' },
    { type: 2, style: 2, label: 'Slow', custom_id: 'slow' },
    { type: 2, style: 5, label: 'Web', url: 'https://example.org' },
  ],
} as const;

const LIST = {
  type: 1,
  components: [
    {
      type: 3,
      custom_id: 'drink',
      placeholder: 'What would you like?',
      max_values: 2,
      options: [
        { label: 'Tea', value: 't' },
        { label: 'Coffee', value: 'c' },
        { label: 'Water', value: 'w' },
      ],
    },
  ],
} as const;

export const COMMANDS = [
  {
    name: 'group',
    description: 'Groups',
    contexts: [0],
    options: [
      {
        type: 1,
        name: 'new',
        description: 'Make one',
        options: [
          {
            type: 3,
            name: 'topic',
            description: 'About what',
            required: true,
            autocomplete: true,
            max_length: 20,
          },
          { type: 4, name: 'places', description: 'How many', min_value: 2, max_value: 30 },
          { type: 3, name: 'day', description: 'When', choices: [{ name: 'Monday', value: 'mon' }] },
          { type: 6, name: 'lead', description: 'Who' },
        ],
      },
    ],
  },
  { name: 'hello', description: 'Says hello' },
];

/** A real discord.js client on the stand-in's gateway that knows a few tricks. */
export async function startTalkativeBot(standIn: DiscordStandIn): Promise<TalkativeBot> {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.GuildScheduledEvents,
      GatewayIntentBits.DirectMessages,
    ],
    partials: [Partials.Channel],
    rest: { api: standIn.url, retries: 0 },
  });
  const heard: string[] = [];
  const errors: string[] = [];
  client.on(Events.Error, (error) => errors.push(error.message));
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot) return;
    heard.push(`${message.author.displayName}:${message.content}`);
    reply(message).catch((error: unknown) => errors.push(String(error)));
  });
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction, heard).catch((error: unknown) => errors.push(String(error)));
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(standIn.token);
  const running = await ready;
  await running.application.commands.set(COMMANDS);
  return { client: running, heard, errors, stop: () => client.destroy() };
}

async function reply(message: Message): Promise<void> {
  const { content, author } = message;
  if (content === 'list') await message.reply({ components: [LIST], content: 'Choose' });
  if (content.startsWith('hi')) {
    await message.reply({ content: `Hello **${author.displayName}**`, components: [BUTTONS] });
  }
}

async function answer(interaction: Interaction, heard: string[]): Promise<void> {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: `${interaction.options.getFocused()} time`, value: 'tea' }]);
  } else if (interaction.isChatInputCommand()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(`Made ${interaction.options.getString('topic') ?? 'nothing'}`);
    await interaction.followUp('There is a new group');
  } else if (interaction.isStringSelectMenu()) {
    await interaction.reply({
      content: `You chose ${interaction.values.join()}`,
      flags: MessageFlags.Ephemeral,
    });
  } else if (interaction.isModalSubmit()) {
    const sent = await interaction.reply({ content: 'Thank you for telling', withResponse: true });
    heard.push(`${interaction.fields.getTextInputValue('why')} ${sent.resource?.message?.content}`);
  } else if (interaction.isButton() && interaction.customId === 'yes') {
    await interaction.update({ content: 'Thank you', components: [] });
  } else if (interaction.isButton() && interaction.customId === 'form') {
    const why = { type: 4, custom_id: 'why', style: 2, min_length: 3, required: true } as const;
    await interaction.showModal({
      custom_id: 'why',
      title: 'Tell us',
      components: [{ type: 18, label: 'Why', component: why }],
    });
  }
}
