import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { call, faultsIn } from './discord-stand-in-call.ts';
import { identified } from './discord-stand-in-socket.ts';

let standIn: DiscordStandIn;
const now = Date.UTC(2026, 2, 1, 9);
const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();

beforeAll(async () => {
  standIn = await startDiscordStandIn({ limits: 'off', now: () => now });
  standIn.guild({ id: '500' });
});
afterAll(() => standIn.stop());

const event = (more: object = {}) => ({
  name: 'Tea',
  scheduled_start_time: at(1),
  scheduled_end_time: at(2),
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: 'The garden' },
  ...more,
});

describe('a scheduled event', () => {
  it('is made, changed, read and taken away, and the gateway tells', async () => {
    const { socket } = await identified(standIn, 1 << 16);
    const made = await call(standIn, 'POST /guilds/500/scheduled-events', event());
    expect(made).toMatchObject({
      status: 200,
      body: { name: 'Tea', status: 1, guild_id: '500', entity_type: 3 },
    });
    const path = `/guilds/500/scheduled-events/${Object(made.body).id}`;
    const changed = await call(standIn, `PATCH ${path}`, { name: 'Coffee', scheduled_end_time: at(3) });
    expect(changed).toMatchObject({
      status: 200,
      body: { name: 'Coffee', entity_metadata: { location: 'The garden' } },
    });
    expect(await call(standIn, `GET ${path}`)).toMatchObject({ body: changed.body });
    expect(standIn.guild({ id: '500' }).events).toEqual([changed.body]);
    expect((await call(standIn, `PATCH ${path}`, { status: 4 })).status).toBe(200);
    expect(faultsIn((await call(standIn, `PATCH ${path}`, { status: 1 })).body)).toEqual([
      'status GUILD_SCHEDULED_EVENT_INVALID_STATUS_TRANSITION',
    ]);
    expect((await call(standIn, `DELETE ${path}`)).status).toBe(204);
    expect(await call(standIn, `GET ${path}`)).toMatchObject({ status: 404, body: { code: 10070 } });
    await socket.event('GUILD_SCHEDULED_EVENT_DELETE');
    expect(socket.events.slice(1)).toEqual(
      ['CREATE', 'UPDATE', 'UPDATE', 'DELETE'].map((name) => `GUILD_SCHEDULED_EVENT_${name}`),
    );
  });

  it.each([
    ['no place', { entity_metadata: {} }, 'entity_metadata/location BASE_TYPE_REQUIRED'],
    ['no metadata', { entity_metadata: undefined }, 'entity_metadata BASE_TYPE_REQUIRED'],
    [
      'a long place',
      { entity_metadata: { location: 'x'.repeat(101) } },
      'entity_metadata/location BASE_TYPE_MAX_LENGTH',
    ],
    ['no end', { scheduled_end_time: undefined }, 'scheduled_end_time BASE_TYPE_REQUIRED'],
    ['no name', { name: undefined }, 'name BASE_TYPE_REQUIRED'],
    ['a long name', { name: 'x'.repeat(101) }, 'name BASE_TYPE_MAX_LENGTH'],
    ['a long description', { description: 'x'.repeat(1001) }, 'description BASE_TYPE_MAX_LENGTH'],
    [
      'the past',
      { scheduled_start_time: at(-1) },
      'scheduled_start_time GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
    ],
    ['no time', { scheduled_start_time: 'soon' }, 'scheduled_start_time STRING_TYPE_REGEX'],
    [
      'an end before its start',
      { scheduled_end_time: at(0.5) },
      'scheduled_end_time GUILD_SCHEDULED_EVENT_END_BEFORE_START',
    ],
    ['another privacy', { privacy_level: 1 }, 'privacy_level BASE_TYPE_CHOICES'],
    ['an unknown kind', { entity_type: 9 }, 'entity_type BASE_TYPE_CHOICES'],
  ])('is refused with %s', async (_name, more, fault) => {
    const refused = await call(standIn, 'POST /guilds/500/scheduled-events', event(more));
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(faultsIn(refused.body)).toContain(fault);
  });

  it('is one of a hundred at most', async () => {
    standIn.guild({ id: '501', name: 'Full' });
    const make = () => call(standIn, 'POST /guilds/501/scheduled-events', event());
    for (let count = 0; count < 100; count += 1) expect((await make()).status).toBe(200);
    expect(await make()).toMatchObject({ status: 400, body: { code: 30038 } });
  });

  it('needs the permission for it', async () => {
    standIn.guild({ id: '502', name: 'Strict' }).forbid('ManageEvents');
    const refused = await call(standIn, 'POST /guilds/502/scheduled-events', event());
    expect(refused).toMatchObject({ status: 403, body: { code: 50013 } });
  });
});

describe('a role', () => {
  it('is given and taken with the permission for it', async () => {
    const guild = standIn.guild({ id: '503', name: 'Roles' });
    const role = guild.addRole('leads');
    standIn.user({ id: '11', name: 'Mia' }).joinGuild('503');
    const path = `/guilds/503/members/11/roles/${role}`;
    expect(await call(standIn, `PUT ${path}`)).toMatchObject({ status: 403, body: { code: 50013 } });
    guild.allow('ManageRoles');
    expect((await call(standIn, `PUT ${path}`)).status).toBe(204);
    expect(await call(standIn, 'GET /guilds/503/members/11')).toMatchObject({ body: { roles: [role] } });
    expect((await call(standIn, `DELETE ${path}`)).status).toBe(204);
    expect(await call(standIn, 'GET /guilds/503/members/11')).toMatchObject({ body: { roles: [] } });
    expect(await call(standIn, 'PUT /guilds/503/members/11/roles/9')).toMatchObject({
      body: { code: 10011 },
    });
  });
});
