import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { input, label, modal, words } from './discord-stand-in-answers.ts';
import { COMMANDS } from './discord-stand-in-bot.ts';
import { call, callBack, faultsIn } from './discord-stand-in-call.ts';

let standIn: DiscordStandIn;
let clock = Date.UTC(2026, 2, 1, 9);
let stopwatch = 0;

beforeEach(async () => {
  stopwatch = 0;
  standIn = await startDiscordStandIn({ limits: 'off', now: () => clock, stopwatch: () => stopwatch });
  standIn.guild({ id: '500' }).channel({ id: '501' });
  await call(standIn, `PUT /applications/${standIn.applicationId}/commands`, COMMANDS);
});
afterEach(() => standIn.stop());

function room(id = '11') {
  return standIn.user({ id, name: `Mia${id}` }).inChannel('501');
}

async function buttonMessage() {
  const asked = room().slash('hello');
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'Yes', custom_id: 'yes' }] }];
  await callBack(standIn, asked, { type: 4, data: { content: 'one', components } });
  return asked;
}

describe('a form is refused for', () => {
  it.each([
    ['a long title', modal([label()], { title: 'x'.repeat(46) }), 'data/title BASE_TYPE_BAD_LENGTH'],
    [
      'a long custom_id',
      modal([label()], { custom_id: 'x'.repeat(101) }),
      'data/custom_id BASE_TYPE_BAD_LENGTH',
    ],
    ['an empty form', modal([]), 'data/components BASE_TYPE_BAD_LENGTH'],
    [
      'six fields',
      modal(Array.from({ length: 6 }, (_, i) => label(input({ custom_id: `${i}` })))),
      'data/components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a long label',
      modal([label(input(), { label: 'x'.repeat(46) })]),
      'data/components/0/label BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a long hint',
      modal([label(input(), { description: 'x'.repeat(101) })]),
      'data/components/0/description BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a field without custom_id',
      modal([label({ type: 4, style: 1 })]),
      'data/components/0/component/custom_id BASE_TYPE_REQUIRED',
    ],
    [
      'a long placeholder',
      modal([label(input({ placeholder: 'x'.repeat(101) }))]),
      'data/components/0/component/placeholder BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a long value',
      modal([label(input({ value: 'x'.repeat(4001) }))]),
      'data/components/0/component/value BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a value that does not fit',
      modal([label(input({ value: 'xxx', max_length: 2 }))]),
      'data/components/0/component/value BASE_TYPE_BAD_LENGTH',
    ],
    [
      'more at least than at most',
      modal([label(input({ min_length: 3, max_length: 2 }))]),
      'data/components/0/component/min_length NUMBER_TYPE_MAX',
    ],
    ['the same field twice', modal([label(), label()]), 'components COMPONENT_CUSTOM_ID_DUPLICATED'],
    [
      'a button in a form',
      modal([label({ type: 2, style: 1, custom_id: 'x', label: 'x' })]),
      'data/components/0/component/type BASE_TYPE_CHOICES',
    ],
    [
      'a row without label',
      modal([{ type: 1, components: [input()] }]),
      'data/components/0/components/0/label BASE_TYPE_REQUIRED',
    ],
    [
      'two in a row',
      modal([{ type: 1, components: [input({ label: 'a' }), input({ label: 'b', custom_id: 'b' })] }]),
      'data/components/0/components BASE_TYPE_BAD_LENGTH',
    ],
    [
      '26 options',
      modal([
        label({
          type: 3,
          custom_id: 'x',
          options: Array.from({ length: 26 }, (_, i) => ({ label: `${i}`, value: `${i}` })),
        }),
      ]),
      'data/components/0/component/options BASE_TYPE_BAD_LENGTH',
    ],
  ])('%s', async (_name, body, fault) => {
    const asked = room().slash('hello');
    const refused = await callBack(standIn, asked, body);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(faultsIn(refused.body)).toContain(fault);
    expect(room().form()).toBeUndefined();
  });
});

describe('a form', () => {
  it('comes back with what was filled in, and cannot be answered with another form', async () => {
    await buttonMessage();
    const pressed = room().press('Yes');
    await callBack(standIn, pressed, modal([label(), { type: 10, content: 'Take your time' }]));
    expect(room().form()).toMatchObject({
      title: 'Tell us',
      texts: ['Take your time'],
      fields: [{ label: 'Why' }],
    });
    clock += 3_600_000;
    const sent = room().submit({ Why: 'because' });
    expect(standIn.journal.events('INTERACTION_CREATE').at(-1)?.data).toMatchObject({
      type: 5,
      message: { content: 'one' },
      data: {
        custom_id: 'form',
        components: [{ type: 18, component: { type: 4, custom_id: 'why', value: 'because' } }, { type: 10 }],
      },
    });
    expect(faultsIn((await callBack(standIn, sent, modal([label()]))).body)).toEqual([
      'type BASE_TYPE_CHOICES',
    ]);
    expect(await callBack(standIn, sent, { type: 7, data: { content: 'two' } })).toMatchObject({
      status: 204,
    });
  });

  it('takes choices of every kind by their labels', async () => {
    const options = [
      { label: 'Tea', value: 't' },
      { label: 'Coffee', value: 'c' },
    ];
    const asked = room().slash('hello');
    await callBack(
      standIn,
      asked,
      modal([
        label({ type: 3, custom_id: 'a', options }, { label: 'One' }),
        label({ type: 21, custom_id: 'b', options }, { label: 'Radio' }),
        label({ type: 22, custom_id: 'c', options, max_values: 2 }, { label: 'Checks' }),
        label({ type: 23, custom_id: 'd' }, { label: 'Check' }),
        label({ type: 5, custom_id: 'e', required: false, min_values: 0 }, { label: 'Who' }),
      ]),
    );
    expect(await asked.answered).toMatchObject({ kind: 'form' });
    expect(() => room().submit({ One: 'Milk', Radio: 'Tea', Checks: [] })).toThrow('“One” has no “Milk”');
    expect(() => room().submit({ One: ['Tea', 'Coffee'], Radio: 'Tea' })).toThrow('takes 1 to 1, not 2');
    room().submit({ One: 'Tea', Radio: 'Coffee', Checks: ['Tea', 'Coffee'], Check: true, Who: '11' });
    const { data } = Object(standIn.journal.events('INTERACTION_CREATE').at(-1)?.data);
    expect(data.components.map((one: { component: object }) => one.component)).toMatchObject([
      { values: ['t'] },
      { value: 'c' },
      { values: ['t', 'c'] },
      { value: true },
      { values: ['11'] },
    ]);
    expect(data.resolved).toMatchObject({ users: { 11: { id: '11' } }, members: { 11: { roles: [] } } });
  });
});

describe('an option that is being typed', () => {
  it('is offered 25 choices at most', async () => {
    const choice = (index: number) => ({ name: `${index}`, value: `${index}` });
    const offered = room().autocomplete('group new', 'topic', 'T');
    const data = Object(standIn.journal.events('INTERACTION_CREATE').at(-1)?.data);
    expect(data).toMatchObject({
      type: 4,
      data: { options: [{ options: [{ name: 'topic', value: 'T', focused: true }] }] },
    });
    const asked = { interactionId: data.id, token: data.token };
    const choices = Array.from({ length: 26 }, (_, index) => choice(index));
    const refused = await callBack(standIn, asked, { type: 8, data: { choices } });
    expect(faultsIn(refused.body)).toEqual(['data/choices BASE_TYPE_MAX_LENGTH']);
    expect(faultsIn((await callBack(standIn, asked, words('x'))).body)).toEqual(['type BASE_TYPE_CHOICES']);
    await callBack(standIn, asked, { type: 8, data: { choices: choices.slice(1) } });
    expect(await offered).toHaveLength(25);
  });
});
