import { z } from 'zod';
import { type FormFault, faultsBySchema, refusalOf } from './form-errors.ts';
import { botPermissions, type Guild, type GuildEvent } from './places.ts';
import { accept, done, REFUSALS, type Refused, type Reply } from './wire.ts';
import { type Call, findGuild, INTENTS, type World } from './world.ts';

/** A server holds so many events that are not over. */
const MOST_OPEN = 100;

const SCHEMAS: Readonly<Record<number, readonly [create: string, edit: string]>> = {
  1: ['createStageEvent', 'editStageEvent'],
  2: ['createVoiceEvent', 'editVoiceEvent'],
  3: ['createExternalEvent', 'editExternalEvent'],
};

const timed = z.looseObject({
  scheduled_start_time: z.string(),
  scheduled_end_time: z.string().nullish(),
  entity_type: z.number(),
  entity_metadata: z.looseObject({ location: z.string().nullish() }).nullish(),
  status: z.number(),
});

/** 1 planned, 2 under way, 3 over, 4 called off: which may follow which. */
const NEXT_STATUS: Readonly<Record<number, readonly number[]>> = { 1: [1, 2, 4], 2: [2, 3], 3: [], 4: [] };

/** Faults of an event as it would stand, by the rules that the schema does not carry. */
function faultsOfEvent(world: World, event: Readonly<Record<string, unknown>>, isNew: boolean): FormFault[] {
  const parsed = timed.safeParse(event);
  if (!parsed.success) return [{ path: '', code: 'BASE_TYPE_BAD_TYPE', message: 'Wrong type.' }];
  const { scheduled_start_time: start, scheduled_end_time: end, entity_type: type, status } = parsed.data;
  const faults: FormFault[] = [];
  const required = (path: string) =>
    faults.push({ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
  if (type === 3 && !parsed.data.entity_metadata?.location) required('entity_metadata/location');
  if (type === 3 && !end) required('scheduled_end_time');
  if (Number.isNaN(Date.parse(start))) {
    faults.push({
      path: 'scheduled_start_time',
      code: 'DATE_TIME_TYPE_PARSE',
      message: `Could not parse ${start}`,
    });
  } else if ((isNew || status === 1) && Date.parse(start) < world.now()) {
    const message = 'Cannot schedule event in the past.';
    faults.push({ path: 'scheduled_start_time', code: 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST', message });
  }
  if (end && !(Date.parse(end) > Date.parse(start))) {
    const message = 'Cannot schedule event to end before start time';
    faults.push({ path: 'scheduled_end_time', code: 'GUILD_SCHEDULED_EVENT_END_BEFORE_START', message });
  }
  return faults;
}

function findWritable(world: World, call: Call): Guild | Refused {
  const guild = findGuild(world, call);
  if ('refused' in guild) return guild;
  const may = botPermissions(guild, undefined);
  return may.includes('ManageEvents') && may.includes('CreateEvents') ? guild : REFUSALS.missingPermissions;
}

function findEvent(guild: Guild, call: Call): GuildEvent | undefined {
  return guild.events.get(call.path['event'] ?? '');
}

export function createEvent(world: World, call: Call): Reply {
  const guild = findWritable(world, call);
  if ('refused' in guild) return guild;
  const schema = SCHEMAS[Number(call.params['entity_type'])]?.[0];
  const given = { description: null, ...call.params, status: 1 };
  const faults = schema
    ? [...faultsBySchema(schema, call.params), ...faultsOfEvent(world, given, true)]
    : [{ path: 'entity_type', code: 'BASE_TYPE_CHOICES', message: 'Value must be one of {1, 2, 3}.' }];
  const refusal = refusalOf(unique(faults));
  if (refusal) return refusal;
  const open = [...guild.events.values()].filter((event) => Number(event['status']) <= 2);
  if (open.length >= MOST_OPEN) return REFUSALS.tooManyEvents;
  const event: GuildEvent = {
    channel_id: null,
    scheduled_end_time: null,
    entity_metadata: null,
    ...given,
    id: world.ids.next(),
    guild_id: guild.id,
    creator_id: world.bot.id,
    creator: world.bot,
    entity_id: null,
    recurrence_rule: null,
    image: null,
    user_count: 0,
  };
  guild.events.set(event.id, event);
  tell(world, 'GUILD_SCHEDULED_EVENT_CREATE', event);
  return accept(event);
}

function unique(faults: readonly FormFault[]): FormFault[] {
  return faults.filter((one, index) => faults.findIndex((other) => other.path === one.path) === index);
}

function tell(world: World, name: string, data: GuildEvent): void {
  world.publish({ name, data, intents: INTENTS.guildScheduledEvents });
}

export function editEvent(world: World, call: Call): Reply {
  const guild = findWritable(world, call);
  if ('refused' in guild) return guild;
  const old = findEvent(guild, call);
  if (!old) return REFUSALS.unknownEvent;
  const changed = { ...old, ...call.params, id: old.id, guild_id: old.guild_id };
  const schema = SCHEMAS[Number(Reflect.get(changed, 'entity_type'))]?.[1] ?? 'editExternalEvent';
  const asked = Number(call.params['status'] ?? old['status']);
  const faults = [...faultsBySchema(schema, call.params), ...faultsOfEvent(world, changed, false)];
  if (!NEXT_STATUS[Number(old['status'])]?.includes(asked)) {
    const message = 'Invalid Guild Scheduled Event Status Transition';
    faults.push({ path: 'status', code: 'GUILD_SCHEDULED_EVENT_INVALID_STATUS_TRANSITION', message });
  }
  const refusal = refusalOf(unique(faults));
  if (refusal) return refusal;
  guild.events.set(old.id, changed);
  tell(world, 'GUILD_SCHEDULED_EVENT_UPDATE', changed);
  return accept(changed);
}

export function getEvent(world: World, call: Call): Reply {
  const guild = findGuild(world, call);
  if ('refused' in guild) return guild;
  const event = findEvent(guild, call);
  return event ? accept(event) : REFUSALS.unknownEvent;
}

export function getEvents(world: World, call: Call): Reply {
  const guild = findGuild(world, call);
  return 'refused' in guild ? guild : accept([...guild.events.values()]);
}

export function deleteEvent(world: World, call: Call): Reply {
  const guild = findWritable(world, call);
  if ('refused' in guild) return guild;
  const event = findEvent(guild, call);
  if (!event) return REFUSALS.unknownEvent;
  guild.events.delete(event.id);
  tell(world, 'GUILD_SCHEDULED_EVENT_DELETE', event);
  return done;
}
