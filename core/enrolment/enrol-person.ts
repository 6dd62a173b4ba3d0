import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { NAME_TROUBLES, validName } from '../people/display-name.ts';
import { DEFAULT_SETTINGS, type Person, Role } from '../people/person.ts';
import { text } from '../texts/text.ts';

/**
 * A coordinator enrols somebody who has no app (ACC-05). What would be sent to them becomes a task: to tell them by phone.
 * The coordinator confirms that the person agreed and is of age.
 */
export const enrolPerson = command({
  name: 'enrol-person',
  schema: z.object({
    name: z.string().trim().min(1).max(100),
    programmeId: z.uuid(),
    role: Role.shape.role,
    zone: z.string().default('Europe/London'),
    agreed: z.literal(true),
    adult: z.literal(true),
  }),
  async load(read, { programmeId }) {
    return { programme: await read.programmes.programme(programmeId), keys: read.keys };
  },
  decide({ programme, keys }, { name: written, programmeId, role, zone }, at, by) {
    if (by.is !== 'coordinator') return { refused: 'person.not-yours', say: text('coordinators-only') };
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    const read = validName(written);
    if ('trouble' in read) return { refused: 'person.name', say: NAME_TROUBLES[read.trouble] };
    const { name } = read;
    const id = at.newId();
    const person: Person = {
      id,
      version: 1,
      state: 'active',
      name,
      zone,
      language: 'en',
      quietFrom: '21:00',
      quietTo: '08:00',
      adult: true,
      agreedVersion: 1,
      agreedAt: at.now,
      source: 'coordinator',
      situationSealed: null,
      paused: false,
      pausedUntil: null,
      stoppedAt: null,
      settings: { ...DEFAULT_SETTINGS, byPhone: true },
      wrappedKey: keys.newWrapped(id, at),
      createdAt: at.now,
    };
    const roleRow = {
      id: at.newId(),
      version: 1,
      personId: id,
      programmeId,
      role,
      since: at.now,
      endedAt: null,
    };
    return change({
      saves: [
        { table: 'person', row: person },
        { table: 'role', row: roleRow },
      ],
      events: [{ event: 'person.enrolled', ids: { personId: id, programmeId, role } }],
    });
  },
});
