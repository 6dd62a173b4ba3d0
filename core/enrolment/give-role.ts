import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { type By, command } from '../kernel/command.ts';
import {
  answerOnBoard,
  mayCoordinate,
  nameOfActor,
  rolesOfActor,
  seesEverything,
} from '../kernel/coordinator.ts';
import { reachOf } from '../kernel/reach.ts';
import { isLeading } from '../kernel/training.ts';
import { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { loadToLead, notToLead } from '../training/held-back.ts';
import { movedTo, notAtSite, othersForAll, SiteAsked, wayInTo } from './site-of-role.ts';

/** By people, in a chat or at the desk, nobody is made one of these: that is for whoever runs the place. */
export const NOT_BY_PEOPLE: readonly Role['role'][] = [
  'coordinator',
  'safeguarding-lead',
  'safeguarding-deputy',
  'supervision-cover',
];

/** A coordinator gives somebody a role in a programme. Giving it again changes nothing. */
export const giveRole = command({
  name: 'give-role',
  schema: z.object({
    personId: z.uuid(),
    programmeId: z.uuid(),
    role: Role.shape.role,
    /** Also that they are trained to lead a group. */
    trained: z.boolean().default(false),
    site: SiteAsked,
  }),
  async load(read, args, by) {
    const { personId, programmeId, role, trained } = args;
    const [person, programme, known, roles, coordinators, wayIn, standing] = await Promise.all([
      read.people.person(personId),
      read.programmes.programme(programmeId),
      read.people.role(personId, programmeId, role),
      rolesOfActor(read, by, { personId }),
      read.concerns.coordinators(programmeId),
      wayInTo(read, args),
      trained ? loadToLead(read, personId, programmeId) : undefined,
    ]);
    const isTheirs = await isTheirsToo(read, by, roles, personId);
    return { person, programme, known, roles, isTheirs, coordinators, wayIn, standing };
  },
  decide(data, { personId, programmeId, role, trained, site }, at, by) {
    const { person, programme, known, roles, isTheirs, coordinators, wayIn, standing } = data;
    if (!mayCoordinate(by, roles, programmeId) || (NOT_BY_PEOPLE.includes(role) && !seesEverything(by)))
      return { refused: 'role.not-yours', say: text('coordinators-only') };
    if (person === undefined || !isTheirs) return { refused: 'person.unknown', say: text('person-unknown') };
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    if (person.state !== 'active') return { refused: 'person.not-ready', say: text('person-not-ready') };
    const others = othersForAll(coordinators, personId);
    const away = notAtSite(site, { role, programme, by, roles }, others);
    if (away !== undefined) return away;
    const answer = answerOnBoard(by, 'form', text('board-role-said'));
    const isNews = trained && isLeading({ role }) && (known?.trainedAt ?? null) === null;
    const notYet = isNews ? notToLead(standing, at.now) : undefined;
    if (notYet !== undefined) return notYet;
    const training = isNews ? { trainedAt: at.now, trainedBy: nameOfActor(by) } : {};
    const marked = isNews
      ? [{ event: 'role.trained', ids: { personId, programmeId, by: nameOfActor(by) } }]
      : [];
    const moved = movedTo(site, wayIn);
    const placed = { event: 'role.placed', ids: { personId, programmeId, role } };
    if (known !== undefined && known.endedAt === null) {
      const isMoved = site !== undefined && site !== (known.site ?? null);
      const row = next(known, { ...training, ...(isMoved ? { site } : {}) });
      return change({
        saves: [...(isNews || isMoved ? [{ table: 'role', row } as const] : []), ...moved],
        events: [...marked, ...(isMoved || moved.length > 0 ? [placed] : [])],
        outgoing: answer,
      });
    }
    const row =
      known === undefined
        ? {
            id: at.newId(),
            version: 1,
            personId,
            programmeId,
            role,
            since: at.now,
            endedAt: null,
            site: site ?? null,
            ...training,
          }
        : next(known, { since: at.now, endedAt: null, site: site ?? null, ...training });
    return change({
      saves: [{ table: 'role', row }, ...moved],
      events: [
        { event: 'role.given', ids: { personId, programmeId, role } },
        ...marked,
        // Where they came in is what people are matched by, with a role or before there is one.
        ...(moved.length > 0 ? [placed] : []),
      ],
      outgoing: [{ to: personId, screen: 'role-given', args: { role, programmeId }, mode: 'new' }, ...answer],
    });
  },
});

/** People give a role to somebody of their own programmes, and to those who have never had one: nobody is taken from another. */
async function isTheirsToo(read: Reader, by: By, roles: readonly Role[], personId: string): Promise<boolean> {
  return by.is === 'coordinator' || (await read.staff.isTheirs(reachOf(roles), personId));
}
