import { DEFAULT_SETTINGS, type Person } from '../../core/people/person.ts';

/** Somebody who has answered all the first questions, in London. What a test is about is given. */
export function personRow(given: Pick<Person, 'id' | 'wrappedKey' | 'createdAt'> & Partial<Person>): Person {
  return {
    version: 1,
    state: 'active',
    name: 'Somebody',
    zone: 'Europe/London',
    language: 'en',
    quietFrom: '21:00',
    quietTo: '08:00',
    adult: true,
    agreedVersion: 1,
    agreedAt: given.createdAt,
    source: null,
    situationSealed: null,
    paused: false,
    pausedUntil: null,
    stoppedAt: null,
    settings: DEFAULT_SETTINGS,
    ...given,
  };
}
