import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concernPage } from '../../core/concerns/answerer-screens.ts';
import { deskHow } from '../../core/desk/desk-screens.ts';
import type { Recipient } from '../../core/kernel/screen.ts';
import { readWebAddress } from '../../core/kernel/web-address.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { links, type Team, teamOn, tells } from './team-on-stage.ts';

let stage: Stage;
let team: Team;
let concernId: string;

beforeAll(async () => {
  stage = await openStage('2026-11-23T10:00:00Z', ['telegram', 'slack']);
  team = await teamOn(stage);
  await links(stage, team.lead, 'slack', 'Safi S');
  await tells(team.aisha, 'He waits outside my door.');
  const [row] = await stage.rows('SELECT id FROM concern');
  concernId = String(row?.['id']);
});
afterAll(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

/** To the lead, in an app, where the desk stands at an address. */
async function shown(what: 'page' | 'desk', platform: string, deskUrl: string) {
  const { people } = stage.store.read;
  const accounts = await people.accountsOf(team.lead.id);
  const account = accounts.find((each) => each.platform === platform);
  const roles = await people.rolesOf(team.lead.id);
  const now = stage.clock.now();
  const to: Recipient = { person: team.lead, account, roles, programme: undefined, now };
  const read = { ...stage.store.read, deskAddress: readWebAddress(deskUrl) };
  const message =
    what === 'desk' ? await deskHow.run(read, {}, to) : await concernPage.run(read, { concernId }, to);
  return (message?.lines ?? []).flatMap((line) => ('link' in line ? [line.link.address] : []));
}

describe('where the desk stands', () => {
  const ADDRESS = 'https://mentors.example.org/desk';

  it('is shown with the concern in Slack, where it cannot be read, and nowhere else', async () => {
    expect(await shown('page', 'slack', ADDRESS)).toEqual([ADDRESS]);
    expect(await shown('page', 'telegram', ADDRESS)).toEqual([]);
  });

  it('is shown to whoever asks how to come in', async () => {
    expect(await shown('desk', 'telegram', ADDRESS)).toEqual([ADDRESS]);
  });

  it.each(['', 'http://mentors.example.org/desk', 'https://127.0.0.1/desk'])(
    'is not shown when it is "%s"',
    async (address) => {
      expect(await shown('page', 'slack', address)).toEqual([]);
      expect(await shown('desk', 'telegram', address)).toEqual([]);
    },
  );
});
