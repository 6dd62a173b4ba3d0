/** A small programme in which everything fits together, to be changed by whoever tests what does not. */
export function aDocument(): Record<string, unknown> {
  return {
    v: 1,
    name: 'North Side',
    contact: { name: 'Morag', phone: '01632 960 001', hours: 'Monday to Friday, 9 to 5' },
    intake: [
      {
        code: 'area',
        as: ['mentee', 'mentor'],
        kind: 'one',
        ask: 'Where do you live?',
        choices: [
          { value: 'north', says: 'In the north' },
          { value: 'south', says: 'In the south' },
        ],
      },
      { code: 'supports', as: ['mentee', 'mentor'], kind: 'yes-no', ask: 'Do you support somebody?' },
      {
        code: 'likes',
        as: ['mentee', 'mentor'],
        kind: 'many',
        ask: 'What do you like?',
        choices: [
          { value: 'walks', says: 'Walks' },
          { value: 'music', says: 'Music' },
        ],
        optional: true,
      },
      { code: 'age', as: ['mentee', 'mentor'], kind: 'number', ask: 'How old are you?', optional: true },
      { code: 'firm', as: ['mentee'], kind: 'yes-no', ask: 'Only somebody about my age?', optional: true },
    ],
    sites: [
      {
        code: 'north',
        name: 'North',
        takes: {
          mentee: {
            all: [
              { fact: 'answer.area', operator: 'equal', value: 'north' },
              { fact: 'answer.supports', operator: 'equal', value: true },
            ],
          },
          mentor: { fact: 'answer.area', operator: 'equal', value: 'north' },
        },
      },
      {
        code: 'south',
        name: 'South',
        takes: { mentee: { fact: 'answer.area', operator: 'equal', value: 'south' } },
      },
    ],
    otherHelp: [{ code: 'carers-line', name: 'Carers line', says: 'They listen.', call: '01632 960 009' }],
    gates: [
      {
        code: 'trained',
        name: 'Training',
        for: 'mentor',
        when: { fact: 'module.listening', operator: 'equal', value: true },
        says: 'One module is still to come.',
      },
      {
        code: 'ready',
        name: 'Ready',
        for: 'mentor',
        when: {
          all: [
            { fact: 'gate.trained', operator: 'equal', value: true },
            { fact: 'months-since-moved-on', operator: 'greaterThanInclusive', value: 6 },
          ],
        },
        says: 'Six months after you moved on.',
      },
    ],
    training: { modules: [{ code: 'listening', name: 'Listening', requiredOf: ['mentor'] }] },
    matching: {
      factors: [
        {
          code: 'same-likes',
          weight: 3,
          says: 'You like the same things.',
          how: 'shared',
          question: 'likes',
        },
        {
          code: 'near-age',
          weight: 1,
          says: 'You are about the same age.',
          how: 'near',
          question: 'age',
          within: 30,
        },
      ],
    },
    becomingMentor: { gate: 'ready', says: 'Some people like to support somebody else later on.' },
  };
}
