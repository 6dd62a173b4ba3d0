import { z } from 'zod';
import type { Subject } from './cells-world.ts';

const Shape = z.looseObject({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});
const Value = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  pattern: z.string().optional(),
  items: z.unknown().optional(),
});

/** Under which name an id is among those of a subject, where the argument has another. */
const CALLED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'share-with-partner': { pairId: 'partnerPairId' },
  'take-back-message': { messageId: 'ownMessageId' },
  'pair-message-written': { messageId: 'ownMessageId' },
  'shared-with-you': { reflectionId: 'sharedId' },
  'shared-reflection': { reflectionId: 'sharedId' },
  'cancel-my-meetings': { personId: 'whoseId' },
  'answer-invitation': { programmeId: 'waitsInId' },
  'offer-mentors': { programmeId: 'waitsInId' },
  'set-wait-news': { programmeId: 'waitsInId' },
  'take-group-lead': { groupId: 'offeredId' },
  'decline-group-lead': { groupId: 'offeredId' },
};
const ABOUT_GROUP_MEETINGS = new Set([
  ...['move-group-meeting', 'cancel-group-meeting', 'answer-group-meeting', 'mark-attendance'],
  ...['finish-register', 'group-meeting-card', 'group-call-off', 'group-answered', 'group-register'],
]);
/** Ids that may be left out, and are what it is about where they are given. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  'cancel-my-meetings': ['personId'],
  'make-group': ['programmeId'],
  'pair-messages': ['pairId'],
};

/** What fits where the shape does not tell. */
const FITS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  any: { zone: 'Europe/London', quiet: '21:00-08:00', hours: '09:00-17:00' },
  'set-away': { until: '2026-12-01T09:00:00Z' },
  'audit-head': { head: '3.canary' },
  say: { id: 'meeting-changed', args: {} },
};

/** Arguments for one command or screen, about one subject. Undefined: there is nothing of that kind to ask about. */
export function argumentsFor(
  name: string,
  schema: z.ZodType,
  { ids }: Subject,
): { readonly args: Record<string, unknown>; readonly isAbout: boolean } | undefined {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const shape = Shape.parse(whole.anyOf?.[0] ?? whole);
  const args: Record<string, unknown> = {};
  let isAbout = false;
  for (const [argument, of] of Object.entries(shape.properties)) {
    const value = Value.parse(of);
    const isId = value.format === 'uuid' || (argument.endsWith('Id') && value.anyOf !== undefined);
    // A moment is not said to be needed, because the shape cannot tell what it is.
    const isNeeded = shape.required.includes(argument) || argument === 'startsAt';
    if (!isNeeded && ABOUT[name]?.includes(argument) !== true) continue;
    if (argument === 'place') {
      const hasPlace = name !== 'show-group-here' || ids['placeId'] !== undefined;
      if (!hasPlace) return undefined;
      args[argument] = { platform: 'telegram', chatId: ids['placeId'] ?? 'nowhere' };
      isAbout = true;
    } else if (isId) {
      const groups = ABOUT_GROUP_MEETINGS.has(name) && argument === 'meetingId' ? 'groupMeetingId' : argument;
      const id = ids[CALLED[name]?.[argument] ?? groups];
      if (id === undefined && isNeeded) return undefined;
      if (id !== undefined) args[argument] = id;
      isAbout ||= id !== undefined;
    } else args[argument] = FITS[name]?.[argument] ?? FITS['any']?.[argument] ?? filled(value);
  }
  return { args, isAbout };
}

/** Something that fits, whatever it says. */
function filled(value: z.infer<typeof Value>): unknown {
  if (value.const !== undefined) return value.const;
  if (value.enum !== undefined) return value.enum[0];
  if (value.anyOf !== undefined) return filled(Value.parse(value.anyOf[0]));
  if (value.format === 'uuid') return crypto.randomUUID();
  if (value.format === 'date') return '2026-12-20';
  if (value.type === 'boolean') return true;
  if (value.type === 'integer') return Math.max(2, value.minimum ?? 2);
  if (value.type === 'array') return [filled(Value.parse(value.items ?? {}))];
  if (value.type === 'object') return {};
  if (value.type === 'string' && value.format === undefined)
    return value.pattern === undefined ? 'words' : '09:00';
  return '2026-12-20T10:00:00Z';
}
