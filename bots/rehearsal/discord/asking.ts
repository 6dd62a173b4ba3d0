import { randomBytes } from 'node:crypto';
import type { SignedEndpoint } from './endpoint.ts';
import { takeAnswer } from './interaction-methods.ts';
import type { Answer, Interaction, InteractionType } from './interactions.ts';
import type { Journal } from './journal.ts';
import { bitsOf, botPermissions, type Channel, type Person } from './places.ts';
import { done, isRefused } from './wire.ts';
import { wireActingMember, wireChannel } from './wire-places.ts';
import type { World } from './world.ts';

/** Something that a person does and the bot must answer. */
export interface Question {
  readonly type: InteractionType;
  readonly person: Person;
  readonly channel: Channel;
  readonly data: Readonly<Record<string, unknown>>;
  readonly sourceId?: string | undefined;
  readonly focusedType?: number;
  readonly commandName?: string;
}

/** A press, a command or a form, and what the bot will say to it. */
export interface Pressed {
  readonly interactionId: string;
  readonly token: string;
  /** The custom_id, or the name of the command. */
  readonly data: string;
  /** Settles when the bot answers or has run out of time; never rejects. */
  readonly answered: Promise<Answer>;
}

/** Brings what people do to the bot, by the gateway or to its own address. */
export class Asking {
  readonly #world: World;
  readonly #endpoint: SignedEndpoint;
  readonly #journal: Journal;
  #onTheWay = 0;

  constructor(world: World, endpoint: SignedEndpoint, journal: Journal) {
    this.#world = world;
    this.#endpoint = endpoint;
    this.#journal = journal;
  }

  /** Interactions that the bot's address has not answered yet. */
  get onTheWay(): number {
    return this.#onTheWay;
  }

  ask(question: Question): Pressed {
    const { ids, now, interactions } = this.#world;
    const interaction: Interaction = {
      id: ids.next(),
      token: randomBytes(48).toString('base64url'),
      type: question.type,
      userId: question.person.user.id,
      channelId: question.channel.id,
      guildId: question.channel.guildId,
      sourceId: question.sourceId,
      ...(question.focusedType !== undefined && { focusedType: question.focusedType }),
      ...(question.commandName !== undefined && { commandName: question.commandName }),
      askedAt: now(),
      startedAt: interactions.startedAt(),
      state: 'open',
      originalId: undefined,
      isThinking: false,
    };
    const answered = new Promise<Answer>((resolve) => interactions.open(interaction, resolve));
    this.#carry(interaction, this.#wire(interaction, question));
    const { id, token } = interaction;
    const data = String(question.data['custom_id'] ?? question.data['name']);
    return { interactionId: id, token, data, answered };
  }

  #carry(interaction: Interaction, data: Readonly<Record<string, unknown>>): void {
    const at = this.#world.now();
    this.#journal.add({ kind: 'event', at, name: 'INTERACTION_CREATE', data });
    if (this.#endpoint.url === undefined) {
      this.#world.publish({ name: 'INTERACTION_CREATE', data, intents: 0 });
      return;
    }
    this.#onTheWay += 1;
    const brought = this.#bring(interaction, data).catch(() => this.#world.interactions.fail(interaction));
    this.#settle(brought).catch(() => {});
  }

  async #settle(brought: Promise<void>): Promise<void> {
    await brought;
    this.#onTheWay -= 1;
  }

  async #bring(interaction: Interaction, data: Readonly<Record<string, unknown>>): Promise<void> {
    const { status, given } = await this.#endpoint.bring(data);
    const at = this.#world.now();
    this.#journal.add({ kind: 'delivery', at, interactionId: interaction.id, status });
    // 202: the answer comes by the callback.
    if (status === 202) return;
    const isInTime = this.#world.interactions.find(interaction.id, interaction.token) !== undefined;
    if (!given || !isInTime) {
      this.#world.interactions.fail(interaction);
      return;
    }
    const taken = takeAnswer(this.#world, interaction, given);
    this.#journal.add({
      kind: 'request',
      at,
      route: 'POST /interactions/:interaction/:token/callback',
      path: `/interactions/${interaction.id}/${interaction.token}/callback`,
      query: {},
      params: given.params,
      files: [...given.uploads.values()].map((upload) => upload.name),
      reply: isRefused(taken) ? taken : done,
      fault: undefined,
      via: 'inline',
      warnings: [],
    });
    if (isRefused(taken)) this.#world.interactions.fail(interaction);
  }

  /** An interaction as the bot gets it. */
  #wire(interaction: Interaction, { person, channel, data, sourceId }: Question): Record<string, unknown> {
    const guild = channel.guildId === undefined ? undefined : this.#world.chats.guilds.get(channel.guildId);
    const member = guild?.members.get(person.user.id);
    const source = sourceId === undefined ? undefined : this.#world.chats.message(channel.id, sourceId);
    const recipient = guild ? undefined : person.user;
    return {
      id: interaction.id,
      application_id: this.#world.applicationId,
      type: interaction.type,
      token: interaction.token,
      version: 1,
      data,
      channel_id: channel.id,
      channel: wireChannel(channel, recipient),
      locale: person.locale,
      entitlements: [],
      attachment_size_limit: 10 * 1024 * 1024,
      authorizing_integration_owners: guild ? { 0: guild.id } : { 0: '0' },
      context: guild ? 0 : 1,
      app_permissions: guild ? bitsOf(botPermissions(guild, channel)) : '2251799813684224',
      ...(source && { message: source.message }),
      ...(guild && member
        ? {
            guild_id: guild.id,
            guild: { id: guild.id, locale: 'en-GB', features: [] },
            guild_locale: 'en-GB',
            member: wireActingMember(guild, member, person),
          }
        : { user: person.user }),
    };
  }
}
