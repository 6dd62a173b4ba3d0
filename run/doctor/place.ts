import { existsSync } from 'node:fs';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Config, hasChatApp } from '../../config.ts';
import { readiness } from '../../core/programmes/open-programme.ts';
import type { Store } from '../../core/store/store.ts';
import { databaseInUse } from '../command-line/desk.ts';
import { openLog } from '../logger.ts';
import { startDatabase } from '../start-database.ts';
import { ask, read } from './ask.ts';
import { type Finding, note, right, wrong } from './finding.ts';
import { examineHelplines } from './helplines.ts';

const Health = z.object({ status: z.literal('ok') });

/** The settings as a whole. */
export function examineSettings(config: Config): Finding[] {
  const rehearsal = 'No chat app is set up: the program runs as a rehearsal, which talks to nobody.';
  return [
    ...config.problems.map(({ variable, says }) => wrong('Settings', says, `Change ${variable} in .env.`)),
    ...(config.problems.length === 0 ? [right('Settings', 'They fit.')] : []),
    ...(hasChatApp(config) || config.problems.length > 0 ? [] : [note('Settings', rehearsal)]),
  ];
}

/** The database and the key that belongs to it. Nothing is made that was not there. */
export async function examineDatabase(config: Config, today: Temporal.PlainDate): Promise<Finding[]> {
  if (config.databaseUrl === undefined && !existsSync(config.dataDir))
    return [
      note('Database', `There is none yet in ${config.dataDir}. The first start makes it, and its key.`),
      ...examineHelplines(today, []),
    ];
  try {
    const databaseUrl = await databaseInUse(config);
    const database = await startDatabase(
      { ...config, databaseUrl, connections: 2 },
      openLog('error', 'stderr'),
    );
    const { fingerprint } = database.keys;
    const programmes = await database.store.read.programmes.all();
    const ready = await programmeFindings(database.store);
    await database.stop();
    const where = config.databaseUrl === undefined ? `in ${config.dataDir}` : 'where DATABASE_URL says';
    return [
      right('Database', `It answers, ${where}.`),
      right(
        'Key',
        `It belongs to this database: ${fingerprint}. Keep a copy of ${config.keyFile} elsewhere.`,
      ),
      ...examineHelplines(today, programmes),
      ...ready,
    ];
  } catch (error) {
    if (!(error instanceof Error) || !/(Refused|NotStarted)$/.test(error.name)) throw error;
    const about = error.name.startsWith('Key') ? 'Key' : 'Database';
    return [wrong(about, error.message, 'Do what it says, and look again.')];
  }
}

const LACKS = {
  lead: 'a safeguarding lead',
  deputy: 'a safeguarding deputy',
  hours: 'their hours ("safeguarding", "hours" in its document)',
} as const;

/** Whether each programme has who answers when somebody says that they are worried. */
async function programmeFindings(store: Store): Promise<Finding[]> {
  return (await readiness(store.read)).flatMap(({ slug, openedAt, missing, cannotBeAsked }) => {
    const about = `Programme "${slug}"`;
    const lacks = missing.map((each) => LACKS[each]).join(', ');
    const todo =
      'Give the roles with "role", load the hours with "programme load", then type "programme open".';
    const asked =
      cannotBeAsked.length === 0
        ? []
        : [
            note(
              about,
              `${cannotBeAsked.length} of those who answer have no app in which a concern can be read (Slack is none).`,
            ),
          ];
    if (lacks !== '' && openedAt !== null)
      return [wrong(about, `It takes people in and lacks ${lacks}.`, todo), ...asked];
    if (lacks !== '') return [note(about, `It is not open yet. It lacks ${lacks}. ${todo}`), ...asked];
    if (openedAt === null)
      return [note(about, 'It is ready, and not open. Type "programme open".'), ...asked];
    return [right(about, 'It is open, with a safeguarding lead, a deputy and their hours.'), ...asked];
  });
}

/** The address at which apps reach us; only where something needs it. */
export async function examineAddress(config: Config): Promise<Finding[]> {
  const { publicUrl, telegram, discord, slack } = config;
  const isNeeded = telegram?.mode === 'webhook' || discord?.mode === 'http' || slack?.mode === 'http';
  if (publicUrl === undefined)
    return isNeeded
      ? []
      : [right('Address', 'None is needed: nobody has to reach this program from outside.')];
  const said = await ask(`${publicUrl}/health`);
  if (read(Health, said) !== undefined) return [right('Address', `${publicUrl} leads to this program.`)];
  const says = `${publicUrl} does not lead to this program just now. Start it, and look again.`;
  return [
    isNeeded
      ? wrong('Address', says, 'If it runs, look at the web server or tunnel in front of it.')
      : note('Address', says),
  ];
}
