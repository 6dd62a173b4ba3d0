import { type ActingRole, type ActingState, type Audience, RELATIONS, type Relation } from './access.ts';

/** Roles that a person holds, and what everybody is who is known at all. */
export const PEOPLE = [
  'somebody',
  'mentee',
  'mentor',
  'volunteer',
  'referrer',
  'coordinator',
  'safeguarding-lead',
  'safeguarding-deputy',
  'supervision-cover',
] as const satisfies readonly ActingRole[];

type Given = Partial<Record<ActingRole | 'people', readonly Relation[]>>;

const NONE: readonly Relation[] = [];

/** Deny by default: who is not named may not. "people" is everybody who is known, in whatever role. */
function audience(given: Given): Audience {
  const of = (role: ActingRole): readonly Relation[] => given[role] ?? NONE;
  const person = (role: ActingRole): readonly Relation[] => [
    ...new Set([...(given.people ?? []), ...of(role)]),
  ];
  return {
    unknown: of('unknown'),
    somebody: person('somebody'),
    mentee: person('mentee'),
    mentor: person('mentor'),
    volunteer: person('volunteer'),
    referrer: person('referrer'),
    coordinator: person('coordinator'),
    'safeguarding-lead': person('safeguarding-lead'),
    'safeguarding-deputy': person('safeguarding-deputy'),
    'supervision-cover': person('supervision-cover'),
    supporter: of('supporter'),
    desk: of('desk'),
    'token-read': of('token-read'),
    'token-write': of('token-write'),
    'token-shared': of('token-shared'),
    'token-concerns': of('token-concerns'),
    'token-tokens': of('token-tokens'),
    'token-referrals': of('token-referrals'),
    place: of('place'),
    clock: of('clock'),
  };
}

const ALL = RELATIONS;
const AT_THE_DESK = { desk: ALL, 'token-write': ALL } as const;
const BY_THE_CLOCK = { clock: ALL } as const;
const COORDINATES = { coordinator: ['programme'], ...AT_THE_DESK } as const;
const RUNS = { people: ['group-lead'], ...COORDINATES } as const;

/** Somebody's own matter. */
export const own = audience({ people: ['own'] });
/** The same, also by a supporter beside them. */
export const ownBeside = audience({ people: ['own'], supporter: ['own'] });
/** The same, and at the desk for whoever asked there. */
export const ownBesideOrDesk = audience({ people: ['own'], supporter: ['own'], ...AT_THE_DESK });
/** Somebody's own matter, also begun by somebody who is not known yet. */
export const ownOrUnknown = audience({ unknown: ['own'], people: ['own'], supporter: ['own'] });
export const onlyUnknown = audience({ unknown: ['own'] });
/** Done when it is due or follows from something else; never by anybody. */
export const byClock = audience(BY_THE_CLOCK);
export const ownOrClock = audience({ people: ['own'], ...BY_THE_CLOCK });
/** Both of a pair, while it lasts. */
export const twoOfPair = audience({ people: ['pair'] });
export const twoOfPairBeside = audience({ people: ['pair'], supporter: ['pair'] });
/** Both of a pair, and still after it has ended: what is theirs of it, never the other's words. */
export const twoAlsoAfter = audience({ people: ['pair', 'ended-pair'] });
export const twoAlsoAfterBeside = audience({
  people: ['pair', 'ended-pair'],
  supporter: ['pair', 'ended-pair'],
});
/** Both of a pair, and the desk for them. */
export const twoAlsoAfterOrDesk = audience({
  people: ['pair', 'ended-pair'],
  supporter: ['pair', 'ended-pair'],
  ...AT_THE_DESK,
});
export const twoOrDesk = audience({ people: ['pair'], supporter: ['pair'], ...AT_THE_DESK });
/** Coordinators in their chat, for the programmes they coordinate. */
export const onlyCoordinators = audience({ coordinator: ['programme'] });
/** Coordinators, in their chat or signed in at the desk; the command line, and tokens that may write. */
export const coordination = audience(COORDINATES);
/** Whoever takes part in a programme, about what is there for all of them. */
export const inProgramme = audience({ people: ['own', 'programme', 'another-site'] });
/** Somebody's own matter, and what coordinators do for others. */
export const ownOrCoordination = audience({ people: ['own'], ...COORDINATES });
/** The same, and when it is due. */
export const coordinationOrClock = audience({ ...COORDINATES, ...BY_THE_CLOCK });
/** At the desk: the command line, and tokens that may write. */
export const atDesk = audience(AT_THE_DESK);
export const atDeskOrClock = audience({ ...AT_THE_DESK, ...BY_THE_CLOCK });
/** Whoever runs the place: the command line alone. */
export const onlyDesk = audience({ desk: ALL });
/** Any token, about itself. */
/** Coming in at the web desk: those who may be there. */
export const staffOwn = audience({
  coordinator: ['own'],
  'safeguarding-lead': ['own'],
  'safeguarding-deputy': ['own'],
});
/** Somebody's own sessions at the web desk, and those of all for whoever runs the place. */
export const ownOrDesk = audience({ people: ['own'], desk: ALL });
export const anyToken = audience({
  'token-read': ['own'],
  'token-write': ['own'],
  'token-shared': ['own'],
  'token-concerns': ['own'],
  'token-tokens': ['own'],
  'token-referrals': ['own'],
  desk: ALL,
});
/** Any token ends itself; others only one that is made for it. */
export const endsTokens = audience({
  'token-read': ['own'],
  'token-write': ['own'],
  'token-shared': ['own'],
  'token-concerns': ['own'],
  'token-tokens': ALL,
  'token-referrals': ['own'],
  desk: ALL,
});
/** Who comes in and what is written down of it: tokens made for it. */
export const keepsAccess = audience({ desk: ALL, 'token-tokens': ALL });
/** Names and what happened, at the desk. */
export const reads = audience({ desk: ALL, 'token-read': ALL });
/** What people wrote and put before coordinators: tokens made for it. */
export const shared = audience({ desk: ALL, 'token-shared': ALL });
/** Opening what somebody wrote and did not share: asked for and read at the desk, by tokens made to read words. */
export const opens = audience({ desk: ALL, 'token-shared': ALL });
/** A second person, of those who look after the programme. */
const WATCHES = {
  coordinator: ['programme'],
  'safeguarding-lead': ['programme'],
  'safeguarding-deputy': ['programme'],
} as const;
export const watches = audience(WATCHES);
export const stopsOpening = audience({ ...WATCHES, desk: ALL, 'token-shared': ALL });
/** Those who answer when somebody tells that they are worried; at the desk somebody acts as one of them. */
const ANSWERS = { 'safeguarding-lead': ['programme'], 'safeguarding-deputy': ['programme'] } as const;
export const answers = audience({ ...ANSWERS, desk: ALL, 'token-concerns': ALL });
export const answersInChat = audience(ANSWERS);
export const concernsAtDesk = audience({ desk: ALL, 'token-concerns': ALL });
/** Supervision of mentors: those who coordinate, and whoever stands in for them by name. */
const OVERSEES = { coordinator: ['programme'], 'supervision-cover': ['programme'] } as const;
export const oversees = audience({ ...OVERSEES, desk: ALL, 'token-shared': ALL });
export const overseesInChat = audience(OVERSEES);
/** The same, and mentors about their own. */
export const writesSupervision = audience({
  mentor: ['own'],
  volunteer: ['own'],
  ...OVERSEES,
  ...AT_THE_DESK,
});
export const writesSupervisionInChat = audience({ mentor: ['own'], volunteer: ['own'], ...OVERSEES });
/** They themselves, and whoever coordinates. */
export const saysAway = audience({
  'safeguarding-lead': ['own'],
  'safeguarding-deputy': ['own'],
  ...COORDINATES,
});
/** A coordinator to their people; everybody else as an answer. */
export const letters = audience({ people: ['own'], ...COORDINATES });
/** The same in their chat. */
export const lettersInChat = audience({ people: ['own'], coordinator: ['programme'] });
/** Those who look after a group: its lead, its coordinators, the desk. */
export const runsGroup = audience(RUNS);
export const runsGroupOrClock = audience({ ...RUNS, ...BY_THE_CLOCK });
/** Coordinators, and mentors and volunteers who will lead it themselves. */
export const makesGroup = audience({ mentor: ['own'], volunteer: ['own'], ...COORDINATES });
/** The same where there is nothing of it at the desk. */
export const runsGroupInChat = audience({ people: ['group-lead'], coordinator: ['programme'] });
export const makesGroupInChat = audience({
  mentor: ['own'],
  volunteer: ['own'],
  coordinator: ['programme'],
});
export const leadsGroup = audience({ people: ['group-lead'] });
export const inGroup = audience({ people: ['group-member', 'group-lead'] });
/** A group stands in a shared place: anybody who reads there may ask about it, and join. */
export const aroundGroup = audience({
  people: ['group-member', 'group-lead', 'programme', 'another-site', 'another'],
});
/** Coming into a programme: any that there is here. */
export const comesIn = audience({ people: ['own', 'programme', 'another-site', 'another'] });
/** Sending somebody, and hearing what whoever sent them may hear: an agency with a token for that alone, and the desk. */
export const refers = audience({ desk: ALL, 'token-referrals': ALL });
/** Where many read: nothing of anybody alone. */
export const inPlace = audience({ place: ALL });

/** Once somebody is through the first questions, until they ask for silence. */
export const USUAL: readonly ActingState[] = ['active', 'paused'];
/** What the first questions need too. */
export const WELCOME: readonly ActingState[] = ['arriving', ...USUAL];
/** What is shown to people who take part; an answer reaches those who asked for silence as well. */
export const SHOWN: readonly ActingState[] = [...USUAL, 'stopped'];
/** In whatever state somebody is. */
export const ALWAYS: readonly ActingState[] = ['arriving', 'active', 'held', 'paused', 'stopped'];
