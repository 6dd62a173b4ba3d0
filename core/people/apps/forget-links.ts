import { z } from 'zod';
import { change } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { namingInstead } from '../../kernel/naming-instead.ts';
import { mayBeJoined } from './link-rules.ts';
import { since } from './link-tries.ts';

/** A spent code goes, and what was known of it. */
export const forgetAppLink = command({
  name: 'forget-app-link',
  schema: z.object({ id: z.uuid() }),
  load: (read, { id }) => read.links.link(id),
  decide(link, _args, _at, by) {
    if (by.is !== 'clock') throw new Error('Codes are forgotten at their time');
    return change({ removals: link === undefined ? [] : [{ table: 'app_link', id: link.id }] });
  },
});

/** Tries that no longer count go. */
export const forgetLinkTries = command({
  name: 'forget-link-tries',
  schema: z.object({ id: z.string() }),
  load: (read, { id }) => read.links.tries(id),
  decide(tries, { id }, at, by) {
    if (by.is !== 'clock') throw new Error('Tries are forgotten at their time');
    if (tries === undefined) return change({});
    // Each try puts this off; one that came just now keeps the entry.
    const counts = since(tries, at.now.subtract({ hours: 1 })).length > 0;
    return change({ removals: counts ? [] : [{ table: 'link_tries', id }] });
  },
});

/**
 * Whoever a linked account was before: nobody can write as them any more. Of them there was nothing but perhaps what they told
 * those who answer for safeguarding, and that is whose the account is now (`personId`).
 */
export const forgetEmptyPerson = command({
  name: 'forget-empty-person',
  schema: z.object({ emptyPersonId: z.uuid(), personId: z.uuid() }),
  async load(read, { emptyPersonId: id }) {
    const [person, accounts, hasNothing, concerns] = await Promise.all([
      read.people.person(id),
      read.people.accountsOf(id),
      read.links.hasNothing(id),
      read.concerns.naming(id),
    ]);
    return { person, accounts, hasNothing, concerns };
  },
  decide({ person, accounts, hasNothing, concerns }, { personId }, _at, by) {
    if (by.is !== 'clock') throw new Error('Nobody asks for this');
    if (person === undefined || accounts.length > 0 || !mayBeJoined(person, hasNothing)) return change({});
    return change({
      saves: namingInstead(concerns, person.id, personId),
      removals: [{ table: 'person', id: person.id }],
    });
  },
});
