import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTogether, chooseRole } from '../../core/board/board-forms.ts';
import { boardCommands } from '../../core/board/board-list.ts';
import { verbs } from '../../run/command-line/verbs.ts';
import { type ApiWorld, openApiWorld } from './api-world.ts';
import { callsOf, Described } from './described.ts';

let world: ApiWorld;
let routes: string[];

beforeAll(async () => {
  world = await openApiWorld();
  const document = Described.parse((await world.ask('GET', '/openapi.json')).body);
  routes = callsOf(document).map(({ method, path }) => `${method} ${path}`);
});
afterAll(() => world.close());

/** What can be typed, and where the API does it; or why it does not. */
const TYPED: Readonly<Record<string, string>> = {
  help: 'no: the reference page is its help',
  status: 'no: /metrics counts',
  programmes: 'GET /v1/programmes',
  'programme load': 'PUT /v1/programmes/{slug}',
  'programme defaults': 'no: a list to read through, for whoever sets a programme up',
  'programme show': 'GET /v1/programmes/{slug}',
  'programme open': 'POST /v1/programmes/{slug}/open',
  'programme team-code': 'no: it lets people in before anybody answers for them',
  concerns: 'GET /v1/concerns',
  'concern read': 'GET /v1/concerns/{id}',
  'concern seen': 'POST /v1/concerns/{id}/seen',
  'concern take': 'POST /v1/concerns/{id}/taken',
  'concern pause': 'POST /v1/concerns/{id}/pause',
  'concern resume': 'POST /v1/concerns/{id}/resume',
  'concern close': 'POST /v1/concerns/{id}/closed',
  away: 'POST /v1/people/{id}/away',
  people: 'GET /v1/people',
  person: 'GET /v1/people/{id}',
  shared: 'GET /v1/people/{id}/shared',
  supervision: 'GET /v1/people/{id}/supervision',
  supervise: 'POST /v1/people/{id}/supervision',
  enrol: 'POST /v1/people',
  enquiries: 'GET /v1/enquiries',
  enquiry: 'GET /v1/enquiries/{id}/answers',
  ready: 'POST /v1/enquiries/{id}/ready',
  'ways-in': 'GET /v1/programmes/{slug}/ways-in',
  refer: 'POST /v1/referrals',
  referral: 'GET /v1/referrals/{id}',
  'source links': 'no: a program knows where its bot is',
  role: 'POST /v1/people/{id}/roles',
  'end-role': 'POST /v1/people/{id}/roles/end',
  join: 'POST /v1/people/{id}/join',
  pair: 'POST /v1/pairs',
  pairs: 'GET /v1/pairs',
  matches: 'GET /v1/matches',
  'match draft': 'POST /v1/programmes/{slug}/matches/draft',
  'match confirm': 'POST /v1/matches/{id}/confirm',
  'match aside': 'POST /v1/matches/{id}/aside',
  'match offer': 'POST /v1/matches/{id}/offer',
  'match offer-all': 'no: each is offered by POST /v1/matches/{id}/offer',
  'match add': 'no: a change to a draft by hand; a program makes a pair',
  'match out': 'POST /v1/matches/{id}/out',
  'match swap': 'POST /v1/matches/{id}/swap',
  'match apart': 'POST /v1/matches/apart',
  sites: 'GET /v1/programmes/{slug}/sites',
  'match report': 'GET /v1/programmes/{slug}/match-report',
  book: 'POST /v1/meetings',
  meetings: 'GET /v1/meetings',
  groups: 'GET /v1/groups',
  'group capacity': 'POST /v1/groups/{id}/capacity',
  'group hand-over': 'POST /v1/groups/{id}/lead-offers',
  'group close': 'POST /v1/groups/{id}/close',
  tasks: 'GET /v1/tasks',
  'task done': 'POST /v1/tasks/{id}/done',
  'words ask': 'POST /v1/people/{id}/openings',
  'words asked': 'GET /v1/openings',
  'words stop': 'POST /v1/openings/{id}/stop',
  'words tell': 'POST /v1/openings/{id}/tell',
  'words read': 'GET /v1/openings/{id}/words',
  'task read': 'GET /v1/tasks/{id}/reported-message',
  'outgoing review': 'GET /v1/outgoing',
  'outgoing failed': 'GET /v1/outgoing',
  'outgoing send': 'POST /v1/outgoing/{id}/send',
  'outgoing drop': 'POST /v1/outgoing/{id}/drop',
  'desk link': 'no: it lets a person in at a browser, which no program is',
  'desk out': 'no: it is for whoever has the machine and its key',
  'desk sessions': 'no: it is for whoever has the machine and its key',
  'token make': 'no: a token that leaked must not be able to make others',
  tokens: 'GET /v1/tokens',
  'token revoke': 'DELETE /v1/tokens/{id}',
  trained: 'POST /v1/people/{id}/trained',
  'training stands': 'GET /v1/programmes/{slug}/training',
  'training survey': 'GET /v1/programmes/{slug}/training-survey',
  'training records': 'GET /v1/training-records',
  'training record': 'POST /v1/training-records',
  'training take-back': 'DELETE /v1/training-records/{id}',
  'training meetings': 'GET /v1/training-meetings',
  'training plan': 'POST /v1/training-meetings',
  'training cancel': 'POST /v1/training-meetings/{id}/cancel',
  'training register': 'GET /v1/training-meetings/{id}/register',
  'training came': 'POST /v1/training-meetings/{id}/register',
  'training held': 'POST /v1/training-meetings/{id}/register/done',
  copy: 'POST /v1/people/{id}/copy',
  erase: 'POST /v1/people/{id}/erasure',
  retention: 'GET /v1/retention',
  'audit verify': 'no: whoever may change the audit must not be the one who says that it is whole',
  'audit show': 'no: it is for whoever has the machine and its key',
  'audit head': 'no: it is for whoever has the machine and its key',
  'audit send': 'POST /v1/people/{id}/audit-head',
  helplines: 'no: it is for whoever has the machine and its key',
  'key rotate': 'no: it is for whoever has the machine and its key',
  'chat back': 'no: it is for whoever speaks with the person, who asked for it',
  backup: 'no: it is for whoever has the machine and its key',
  restore: 'no: it is for whoever has the machine and its key',
  setup: 'no: it is for whoever has the machine and its key',
  doctor: 'no: it is for whoever has the machine and its key',
};

/** What comes about by itself. */
const BY_ITSELF: ReadonlySet<string> = new Set(['note-board-changed', 'refresh-front']);

/** What a coordinator does by a button of the board. */
const PRESSED: Readonly<Record<string, string>> = {
  'take-task': 'POST /v1/tasks/{id}/taken',
  'open-enquiry': 'GET /v1/enquiries/{id}/answers',
  'enquiry-ready': 'POST /v1/enquiries/{id}/ready',
  'turn-board': 'GET /v1/programmes/{slug}/board',
  'finish-task': 'POST /v1/tasks/{id}/done',
  'choose-role': 'POST /v1/people/{id}/roles',
  'bring-together': 'POST /v1/pairs',
  'write-letter': 'POST /v1/people/{id}/letters',
};

/** What whoever runs a group, or a coordinator for a pair, does in the chat. */
const IN_THE_CHAT: Readonly<Record<string, string>> = {
  'make-group': 'POST /v1/groups',
  'plan-group-meeting': 'POST /v1/groups/{id}/meetings',
  'move-group-meeting': 'POST /v1/group-meetings/{id}/move',
  'cancel-group-meeting': 'POST /v1/group-meetings/{id}/cancel',
  'mark-attendance': 'POST /v1/group-meetings/{id}/register',
  'finish-register': 'POST /v1/group-meetings/{id}/register/done',
  'move-meeting': 'POST /v1/meetings/{id}/move',
  'cancel-meeting': 'POST /v1/meetings/{id}/cancel',
};

describe('the doors of the core', () => {
  it('whatever can be typed is in the API too, or it is written here why not', () => {
    expect(verbs.map(({ name }) => name).sort()).toEqual(Object.keys(TYPED).sort());
    const promised = Object.values(TYPED).filter((each) => !each.startsWith('no: '));
    expect(promised.filter((each) => !routes.includes(each))).toEqual([]);
  });

  it('whatever a coordinator presses on the board is in the API too', () => {
    const pressed = [
      ...boardCommands.filter(({ name }) => !BY_ITSELF.has(name)),
      chooseRole,
      bringTogether,
    ].map(({ name }) => name);
    for (const name of [...pressed, 'finish-task', 'write-letter']) {
      expect(routes, name).toContain(PRESSED[name]);
    }
  });

  it('whatever whoever runs a group does in the chat is in the API too', () => {
    expect(Object.values(IN_THE_CHAT).filter((each) => !routes.includes(each))).toEqual([]);
  });
});
