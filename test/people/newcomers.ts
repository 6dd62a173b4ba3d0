import { randomUUID } from 'node:crypto';
import type { Intent } from '../../core/index.ts';
import { type Person, Role } from '../../core/people/person.ts';
import { type Programme, ProgrammeDocument } from '../../core/programmes/programme.ts';
import { save } from '../meetings/a-pair.ts';
import type { Phone, Stage } from '../support/stage.ts';

/** A programme with a source, a contact and one for young people, as a charity would describe it. */
export async function programmeOn(stage: Stage): Promise<Programme> {
  const document = ProgrammeDocument.parse({
    v: 1,
    name: 'Beside You',
    contact: { name: 'Jo', phone: '01234 567890', hours: 'weekdays 9 to 5' },
    youngContact: { name: 'Kim', phone: '01234 111222', hours: 'after school' },
    sources: [{ code: 'poster-7', name: 'Poster at the surgery' }],
  });
  const times = { createdAt: stage.clock.now(), changedAt: stage.clock.now() };
  const row: Programme = { id: randomUUID(), version: 1, slug: 'beside-you', document, ...times };
  await save(stage, [{ table: 'programme', row }]);
  return row;
}

/** What a chat app passes on other than text and presses. */
export async function passesOn(stage: Stage, phone: Phone, intent: Intent): Promise<void> {
  const account = { platform: phone.platform, tenant: '', userId: phone.userId };
  await stage.core.receive({
    key: `passed on ${randomUUID()}`,
    account,
    chat: { id: phone.userId, private: true },
    intent,
  });
  await stage.core.settle();
}

export function opensBot(stage: Stage, phone: Phone, payload?: string): Promise<void> {
  return passesOn(stage, phone, { is: 'start', ...(payload === undefined ? {} : { payload }) });
}

/** All the first questions, answered with one tap where one will do. */
export async function joins(stage: Stage, name: string, phone = stage.phone(name)): Promise<Phone> {
  await opensBot(stage, phone);
  await phone.presses('Continue');
  if (/Which of these is it about/.test(said(phone))) await phone.presses('I am not sure');
  await phone.presses('Yes');
  await phone.presses('Yes, I agree');
  await phone.says(name);
  await phone.says('London');
  await phone.presses('Plain English');
  await phone.presses('9 pm to 8 am');
  await phone.presses('I would rather not say');
  return phone;
}

/** Whoever writes from that phone, as they are kept. */
export async function personOf(stage: Stage, phone: Phone): Promise<Person> {
  const people = await stage.store.read.people.list({ most: 100 });
  for (const person of people) {
    const accounts = await stage.store.read.people.accountsOf(person.id);
    if (accounts.some(({ userId, platform }) => userId === phone.userId && platform === phone.platform))
      return person;
  }
  throw new Error(`Nobody is kept for ${phone.userId}`);
}

export async function givesRole(stage: Stage, person: Person, programme: Programme, role: Role['role']) {
  const row = Role.parse({
    id: randomUUID(),
    version: 1,
    personId: person.id,
    programmeId: programme.id,
    role,
    since: stage.clock.now(),
    endedAt: null,
  });
  await save(stage, [{ table: 'role', row }]);
}

/** What the newest message says, one paragraph a line. */
export function said(phone: Phone): string {
  return phone.last().shown.paragraphs.join('\n');
}

/** The last so many messages as one text. */
export function saidOfLate(phone: Phone, messages: number): string {
  return phone
    .messages()
    .slice(-messages)
    .map(({ shown }) => shown.paragraphs.join('\n'))
    .join('\n');
}

export function labels(phone: Phone): string[] {
  return phone
    .last()
    .shown.buttons.flat()
    .map(({ label }) => label);
}

/** Makes a code for a helper, as it is shown. */
export async function makesCode(phone: Phone): Promise<string> {
  await phone.says('settings');
  await phone.presses('My helpers');
  await phone.presses('Make a code for a helper');
  const code = /Your code: (\S+)\. /.exec(said(phone))?.[1];
  if (code === undefined) throw new Error(said(phone));
  return code;
}

export async function typesCode(phone: Phone, code: string): Promise<void> {
  await phone.says('settings');
  await phone.presses('My helpers');
  await phone.presses('I have a code');
  await phone.says(code);
}
