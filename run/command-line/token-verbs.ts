import type { Temporal } from 'temporal-polyfill';
import { hashOfToken, tokenFrom } from '../../core/access/tokens.ts';
import { Scope } from '../../core/kernel/admin-token.ts';
import { findToken } from './find.ts';
import { choiceOf, needed, numberOf, siteGiven, type Verb } from './verb.ts';

const DAYS = 90;

export const tokenVerbs: readonly Verb[] = [
  {
    name: 'token make',
    takes: 'NAME --scopes read,write [--programme NAME [--site CODE]] [--source CODE] [--days N]',
    does: `Makes a key to the admin API, shown this once. It ends after ${DAYS} days unless told otherwise. With --programme it sees and changes that programme alone, and with --site that site of it. With --scopes referrals --source CODE it sends people from that agency alone.`,
    options: { scopes: 'value', programme: 'value', site: 'value', source: 'value', days: 'value' },
    words: [1, 1],
    async run(desk, given) {
      const scopes = needed(given, 'scopes', 'read')
        .split(',')
        .map((scope) => choiceOf(scope.trim(), Scope.options, 'Each of --scopes'));
      const source = given.value('source')?.trim().toLowerCase();
      const programme = given.value('programme');
      const days = numberOf(given, 'days', 1, 730) ?? DAYS;
      const token = tokenFrom(desk.moment().random(32));
      const args = {
        name: given.words[0] ?? '',
        hash: hashOfToken(token),
        scopes: [...new Set(scopes)],
        ...(source === undefined ? {} : { source }),
        ...(programme === undefined ? {} : { programme }),
        ...siteGiven(given),
        days,
      };
      const { tokenId } = await desk.perform('make-token', args);
      return {
        said: [token, 'Keep it where only its user can read it. It is not shown again.'],
        data: { tokenId, token },
      };
    },
  },
  {
    name: 'tokens',
    takes: '',
    does: 'Lists the keys to the admin API: never the keys themselves.',
    options: {},
    words: [0, 0],
    async run(desk) {
      const { now } = desk.moment();
      const all = await desk.core.read.tokens.all();
      const programmes = await desk.core.read.programmes.all();
      const data = all.map(({ id, name, scopes, source, programmeId, site, createdAt, ...ends }) => {
        const { expiresAt, lastUsedAt } = ends;
        const programme = programmes.find((each) => each.id === programmeId)?.slug ?? programmeId;
        const state = stateOf(ends, now);
        return { id, name, scopes, source, programme, site, state, createdAt, expiresAt, lastUsedAt };
      });
      return {
        table: {
          headings: ['Id', 'Name', 'May', 'State', 'Until', 'Last used'],
          rows: data.map((each) => [
            each.id,
            each.name,
            [...each.scopes, ...boundTo(each)].join(', '),
            each.state,
            each.expiresAt?.toString().slice(0, 10) ?? '',
            each.lastUsedAt?.toString().slice(0, 10) ?? 'never',
          ]),
        },
        data,
      };
    },
  },
  {
    name: 'token revoke',
    takes: 'TOKEN',
    does: 'Ends a key at once: its id, the beginning of it, or its name.',
    options: {},
    words: [1, 1],
    async run(desk, given) {
      const token = await findToken(desk, given.words[0] ?? '');
      await desk.perform('revoke-token', { tokenId: token.id });
      return { said: [`"${token.name}" does not open anything any more.`], data: { tokenId: token.id } };
    },
  },
];

/** What a key is bound to, in words. */
function boundTo(key: { source: string | null; programme: string | null; site: string | null }): string[] {
  return [
    ...(key.source === null ? [] : [`from ${key.source}`]),
    ...(key.programme === null ? [] : [`in ${key.programme}`]),
    ...(key.site === null ? [] : [`at ${key.site}`]),
  ];
}

type Ends = { readonly expiresAt: Temporal.Instant | null; readonly revokedAt: Temporal.Instant | null };

function stateOf({ expiresAt, revokedAt }: Ends, now: Temporal.Instant): string {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt.epochMilliseconds <= now.epochMilliseconds ? 'ended' : 'good';
}
