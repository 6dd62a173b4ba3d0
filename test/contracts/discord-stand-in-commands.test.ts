import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { call, faultsIn } from './discord-stand-in-call.ts';

let standIn: DiscordStandIn;

beforeAll(async () => {
  standIn = await startDiscordStandIn({ limits: 'off' });
  standIn.guild({ id: '500' });
});
afterAll(() => standIn.stop());

const long = (size: number) => 'x'.repeat(size);
const command = (more: object = {}) => ({ name: 'x', description: 'x', ...more });
const commandOption = (more: object = {}) => ({ type: 3, name: 'x', description: 'x', ...more });

describe('commands are refused for', () => {
  it.each([
    ['capitals', [command({ name: 'Group' })], '0/name APPLICATION_COMMAND_INVALID_NAME'],
    ['a space', [command({ name: 'a b' })], '0/name APPLICATION_COMMAND_INVALID_NAME'],
    ['a long name', [command({ name: long(33) })], '0/name BASE_TYPE_BAD_LENGTH'],
    ['no description', [{ name: 'x' }], '0/description BASE_TYPE_REQUIRED'],
    ['a long description', [command({ description: long(101) })], '0/description BASE_TYPE_MAX_LENGTH'],
    [
      '26 options',
      [command({ options: Array.from({ length: 26 }, (_, i) => commandOption({ name: `${i}` })) })],
      '0/options BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an option in capitals',
      [command({ options: [commandOption({ name: 'X' })] })],
      '0/options/0/name APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'an unknown kind of option',
      [command({ options: [commandOption({ type: 99 })] })],
      '0/options/0/type BASE_TYPE_CHOICES',
    ],
    [
      '26 choices',
      [
        command({
          options: [
            commandOption({
              choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })),
            }),
          ],
        }),
      ],
      '0/options/0/choices BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an option twice',
      [command({ options: [commandOption(), commandOption()] })],
      '0/options/1 APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
    ],
    [
      'a required option behind others',
      [command({ options: [commandOption(), commandOption({ name: 'y', required: true })] })],
      '0/options/1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'subcommands beside options',
      [command({ options: [commandOption(), { type: 1, name: 'y', description: 'y' }] })],
      '0/options/1 APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'choices and autocomplete',
      [command({ options: [commandOption({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
      '0/options/0 APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
    ],
    ['the same name twice', [command(), command()], 'name APPLICATION_COMMANDS_DUPLICATE_NAME'],
    [
      'too many letters',
      [
        command({
          options: Array.from({ length: 4 }, (_, o) =>
            commandOption({
              name: `o${o}`,
              choices: Array.from({ length: 25 }, (_n, i) => ({
                name: `${i}${long(50)}`,
                value: `${i}${long(50)}`,
              })),
            }),
          ),
        }),
      ],
      '0 APPLICATION_COMMAND_TOO_LARGE',
    ],
  ])('%s', async (_name, body, fault) => {
    const refused = await call(standIn, `PUT /applications/${standIn.applicationId}/commands`, body);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(faultsIn(refused.body)).toContain(fault);
  });

  it('somebody else’s application', async () => {
    expect(await call(standIn, 'PUT /applications/1/commands', [])).toMatchObject({
      status: 403,
      body: { code: 50001 },
    });
  });
});

describe('commands', () => {
  it('are all kept, and keep their ids when they are put again', async () => {
    const route = `/applications/${standIn.applicationId}/guilds/500/commands`;
    const first = await call(standIn, `PUT ${route}`, [
      command(),
      command({ name: 'мир' }),
      { name: 'Menu', type: 2 },
    ]);
    expect(first.body).toMatchObject([
      { name: 'x', guild_id: '500' },
      { name: 'мир' },
      { name: 'Menu', type: 2 },
    ]);
    const again = await call(standIn, `PUT ${route}`, [command({ description: 'y' })]);
    expect(again.body).toMatchObject([{ id: Reflect.get(Object(first.body)[0], 'id'), description: 'y' }]);
    expect(await call(standIn, `GET ${route}`)).toMatchObject({ status: 200, body: again.body });
    expect(await call(standIn, `GET /applications/${standIn.applicationId}/commands`)).toMatchObject({
      body: [],
    });
  });

  it('take permissions as clients write them', async () => {
    const put = await call(standIn, `PUT /applications/${standIn.applicationId}/commands`, [
      command({ name: 'lead', default_member_permissions: '32' }),
    ]);
    expect(put).toMatchObject({ status: 200, body: [{ default_member_permissions: '32' }] });
    const mia = standIn.user({ id: '11', name: 'Mia' });
    const room = mia.inChannel(standIn.guild({ id: '500' }).channel().id);
    expect(() => room.slash('lead')).toThrow('/lead is not offered to mia');
    const role = standIn.guild({ id: '500' }).addRole('leads', ['ManageGuild']);
    mia.giveRole('500', role);
    expect(room.slash('lead').data).toBe('lead');
  });
});
