import { hashOfSecret, isAlive } from '../../core/desk/desk-session.ts';
import { findPerson } from './find.ts';
import { nameOf } from './people-verbs.ts';
import type { Verb } from './verb.ts';

export const webDeskVerbs: readonly Verb[] = [
  {
    name: 'desk link',
    takes: 'PERSON',
    does: 'Makes a link with which a coordinator, safeguarding lead or deputy comes in at the desk: once, within ten minutes.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      const link = Buffer.from(desk.moment().random(32)).toString('base64url');
      await desk.perform('make-desk-link', { personId: person.id, hash: hashOfSecret('link', link) });
      const { publicUrl, host, port } = desk.config;
      const address = `${publicUrl ?? `http://${host}:${port}`}/desk/link/${link}`;
      return {
        said: [address, `Open it yourself as ${nameOf(person)}, or give it to nobody but them.`],
        data: { personId: person.id, address },
      };
    },
  },
  {
    name: 'desk sessions',
    takes: 'PERSON',
    does: 'Lists in how many browsers somebody is signed in at the desk.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      const { now } = desk.moment();
      const all = await desk.core.read.sessions.sessionsOf(person.id);
      const data = all
        .filter((each) => isAlive(each, now))
        .map(({ id, by, createdAt, seenAt, endsAt }) => ({ id, by, createdAt, seenAt, endsAt }));
      return {
        table: {
          headings: ['Id', 'By', 'Since', 'Last used', 'Ends'],
          rows: data.map((each) => [
            each.id,
            each.by,
            ...[each.createdAt, each.seenAt, each.endsAt].map((at) => at.toString().slice(0, 16)),
          ]),
        },
        data,
        about: { personId: person.id },
      };
    },
  },
  {
    name: 'desk out',
    takes: 'PERSON',
    does: 'Signs somebody out of the desk, in every browser.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const person = await findPerson(desk, given.words[0] ?? '');
      await desk.perform('end-desk-sessions', { personId: person.id });
      return { said: [`${nameOf(person)} is signed out everywhere.`], data: { personId: person.id } };
    },
  },
];
