import { afterAll, beforeAll, expect, it } from 'vitest';
import { mayAtAll } from '../../core/access/access.ts';
import { commandTable } from '../../core/access/table-commands.ts';
import { formTable } from '../../core/access/table-forms.ts';
import { screenTable } from '../../core/access/table-screens.ts';
import { commands } from '../../core/commands.ts';
import { forms } from '../../core/forms.ts';
import { screensWith } from '../../core/screens.ts';
import { whatIsKept } from '../faults/what-is-kept.ts';
import { APPS } from '../support/apps/app.ts';
import { arrives, pairOn } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

/** What is sent and shown; nothing of that is state. */
const SENDING = ['outgoing', 'button', 'shown', 'sent_message'];

let world: World;
let ownerId: string;
/** Her pair, and somebody unknown in each app. */
const others: AppHand[] = [];
/** Who coordinates her programme, at another site than hers. */
let ofAnotherSite: AppHand;

beforeAll(async () => {
  world = await openWorld({ apps: APPS });
  const two = await pairOn(world, { mentee: 'telegram', mentor: 'discord' });
  ownerId = two.menteeId;
  others.push(two.mentor);
  for (const app of APPS) {
    const stranger = handOn(world, world.phone('Mal', app));
    await stranger.starts();
    others.push(stranger);
  }
  ofAnotherSite = handOn(world, world.phone('Cora', 'slack'));
  const coraId = await arrives(ofAnotherSite, 'Cora');
  await world.rows(
    `INSERT INTO role (id, version, "personId", "programmeId", role, since, site)
       SELECT gen_random_uuid(), 1, $1, "programmeId", 'coordinator', now(), 'elsewhere' FROM pair LIMIT 1`,
    [coraId],
  );
});
afterAll(() => world.close());

/** Everything that a button of hers could do: each command, each screen and each form there is. */
async function buttonsOfEveryKind(): Promise<string[]> {
  const kinds = [
    ...commands.map(({ name }) => ({ token: `b-c-${name}`, command: name, args: {} })),
    ...screensWith(new Map(forms.map((each) => [each.name, each]))).map(({ name }) => ({
      ...{ token: `b-s-${name}`, command: 'show', args: { screen: name } },
    })),
    ...forms.map(({ name }) => ({ token: `f-${name}`, command: 'open-form', args: { form: name } })),
  ];
  for (const { token, command, args } of kinds)
    await world.rows(
      `INSERT INTO button (token, "personId", "forId", command, args, "createdAt", "expiresAt")
       VALUES ($1, $2, $2, $3, $4, now(), $5)`,
      [token, ownerId, command, args, world.clock.now().add({ hours: 24 }).toString()],
    );
  return kinds.map(({ token }) => token);
}

/** Presses what they were never shown, as a forged client can. */
function forge({ phone }: AppHand, token: string): void {
  const who = { id: phone.userId, name: phone.name };
  if (phone.app === 'discord') world.discord.user(who).pressData(token);
  else if (phone.app === 'slack') world.slack.user(who).pressData('forged', token);
  else world.telegram.user({ id: Number(who.id), firstName: who.name }).pressData(token);
}

it('everything that a button can do is refused to everybody else, in private, in all three apps, and changes nothing (BND-07)', async () => {
  const tokens = await buttonsOfEveryKind();
  const before = await whatIsKept(world, SENDING);
  const all = [...others, ofAnotherSite];
  for (const [n, by] of all.entries()) {
    // The three strangers share them, by turns; her mentor tries each, and so does who coordinates another site.
    const isOne = n === 0 || by === ofAnotherSite;
    const tried = isOne ? tokens : tokens.filter((_, at) => at % APPS.length === n - 1);
    by.looks();
    const seen = all.map(({ phone }) => (phone === by.phone ? 0 : phone.see().length));
    // Not all in one moment: Discord takes back what is not acknowledged within three seconds, and this is not about haste.
    for (let from = 0; from < tried.length; from += 30) {
      for (const token of tried.slice(from, from + 30)) forge(by, token);
      await world.settle();
    }
    expect([by.phone.app, by.news()]).toEqual([
      by.phone.app,
      tried.map(() => expect.stringMatching(/for somebody else/)),
    ]);
    expect(by.phone.sheet()).toBeUndefined();
    // Nobody else hears of it.
    expect(all.map(({ phone }) => (phone === by.phone ? 0 : phone.see().length))).toEqual(seen);
  }
  expect(await whatIsKept(world, SENDING)).toEqual(before);
  expect(tokens.length).toBeGreaterThan(150);
  expect(world.faults).toEqual([]);
}, 120_000);

it('what the table keeps from somebody is refused on a button of their own too, in all three apps (BND-07)', async () => {
  const actor = { roles: ['somebody', 'mentee'], states: ['active'] } as const;
  const kept = [
    ...[...commandTable]
      .filter(([, entry]) => !mayAtAll(entry, actor))
      .map(([command]) => ({ command, args: {} })),
    ...[...screenTable]
      .filter(([, entry]) => !mayAtAll(entry, actor))
      .map(([screen]) => ({ command: 'show', args: { screen } })),
    ...[...formTable]
      .filter(([, entry]) => !mayAtAll(entry, actor))
      .map(([form]) => ({ command: 'open-form', args: { form } })),
  ];
  expect(kept.length).toBeGreaterThan(60);
  const members = others.slice(1);
  for (const { phone } of members)
    await world.rows(
      `UPDATE person SET state = 'active', adult = true, "agreedVersion" = 1, "agreedAt" = now(), name = 'Mal'
       WHERE id = (SELECT "personId" FROM account WHERE platform = $1 AND "userId" = $2)`,
      [phone.app, phone.userId],
    );
  const before = await whatIsKept(world, SENDING);
  for (const [n, by] of members.entries()) {
    const tried = kept.filter((_, at) => at % members.length === n);
    for (const [at, { command, args }] of tried.entries())
      await world.rows(
        `INSERT INTO button (token, "personId", "forId", command, args, "createdAt", "expiresAt")
         SELECT $1, "personId", "personId", $2, $3, now(), $4 FROM account WHERE platform = $5 AND "userId" = $6`,
        [
          `k-${n}-${at}`,
          command,
          args,
          world.clock.now().add({ hours: 24 }).toString(),
          by.phone.app,
          by.phone.userId,
        ],
      );
    by.looks();
    for (const at of tried.keys()) forge(by, `k-${n}-${at}`);
    await world.settle();
    expect([by.phone.app, by.news()]).toEqual([
      by.phone.app,
      tried.map(() => expect.stringMatching(/Only a coordinator|not open to you/)),
    ]);
  }
  // A refusal is noted as taken in, and nothing else of it.
  expect(await whatIsKept(world, [...SENDING, 'inbox'])).toEqual(before);
  expect(world.faults).toEqual([]);
}, 120_000);
