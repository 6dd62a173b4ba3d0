import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { GroupPlace } from './make-group.ts';
import { answered } from './open-group.ts';

/** "group", written in a shared place: the group of that place, to whoever asks. */
export const showGroupHere = command({
  name: 'show-group-here',
  schema: z.object({ place: GroupPlace }),
  load: (read, { place }) => read.groups.groupHere(place),
  decide(group, _args, _at, by) {
    const { person, account } = personOf(by);
    if (group !== undefined) return change({ outgoing: answered(by, group) });
    const said = { screen: 'group-none-here', args: {}, mode: 'new' } as const;
    return change({ outgoing: [{ to: person.id, account: account.id, ...said, evenIfStopped: true }] });
  },
});
