/** A small programme with two sites of different remits, for whoever tests the way in. */
export function aWayIn(): Record<string, unknown> {
  const yes = (fact: string) => ({ fact, operator: 'equal', value: true });
  const area = (value: string) => ({ fact: 'answer.area', operator: 'equal', value });
  return {
    v: 1,
    name: 'North and South',
    contact: { name: 'Morag', phone: '01632 960 001', hours: 'Monday to Friday, 9 to 5' },
    about: ['You meet somebody who has done the same.'],
    wouldHelp: ['You often look after somebody.', 'You would like to talk.'],
    supports: ['one-to-one', 'taster', 'drop-in'],
    sources: [
      { code: 'leaflet', name: 'Leaflet' },
      { code: 'surgery', name: 'Surgery', kind: 'agency' },
      { code: 'quiet-agency', name: 'Quiet agency', kind: 'agency' },
      { code: 'own-service', name: 'Our carers service', kind: 'host' },
      { code: 'university', name: 'University', kind: 'advert' },
    ],
    intake: [
      {
        code: 'area',
        as: ['mentee', 'mentor'],
        kind: 'one',
        ask: 'Where do you live?',
        choices: [
          { value: 'north', says: 'In the north' },
          { value: 'south', says: 'In the south' },
          { value: 'far', says: 'Somewhere else' },
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
      { code: 'age', as: ['mentee'], kind: 'number', ask: 'How old are you?', optional: true },
      {
        code: 'earlier',
        as: ['mentee'],
        kind: 'yes-no',
        ask: 'Did you have support before?',
        optional: true,
        for: ['reach'],
      },
      {
        code: 'words',
        as: ['mentee'],
        kind: 'words',
        ask: 'A few words about you?',
        optional: true,
        for: ['outline'],
      },
      {
        code: 'own-support',
        as: ['mentor'],
        kind: 'words',
        ask: 'What would help you to do this well?',
        optional: true,
        for: ['own-support'],
      },
    ],
    sites: [
      {
        code: 'north',
        name: 'North',
        takes: {
          mentee: { all: [area('north'), yes('answer.supports')] },
          mentor: area('north'),
        },
      },
      { code: 'south', name: 'South', takes: { mentee: area('south'), mentor: area('south') } },
    ],
    ages: { question: 'age', from: 18, to: 70 },
    otherHelp: [
      { code: 'carers', name: 'Carers line', says: 'They listen to everybody.', call: '01632 960 009' },
      {
        code: 'older',
        name: 'Silver circle',
        says: 'For people over seventy.',
        when: { fact: 'answer.age', operator: 'greaterThan', value: 70 },
      },
    ],
    gates: [
      {
        code: 'trained',
        name: 'Training',
        for: 'mentor',
        when: { fact: 'module.listening', operator: 'equal', value: true },
        says: 'One module of the training is still to come.',
      },
    ],
    training: { modules: [{ code: 'listening', name: 'Listening', requiredOf: ['mentor'] }] },
  };
}
