import { z } from 'zod';
import type { Recipient } from '../kernel/screen.ts';
import { saidYes } from '../privacy/consent.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';

/** Which programme somebody looks at, and where they heard of it. */
export const Where = z.object({ programmeId: z.uuid().optional(), source: z.string().optional() });
export type Where = z.infer<typeof Where>;

/** A programme, and whether what somebody answers it may be kept already. */
export async function toComeInto(read: Reader, where: Where, to: Recipient) {
  const [programme, agreed] = await Promise.all([
    programmeOf(read, where, to),
    hasAgreed(read, to.person.id),
  ]);
  return programme === undefined ? undefined : { programme, agreed };
}

async function programmeOf(
  read: Reader,
  { programmeId }: Where,
  to: Recipient,
): Promise<Programme | undefined> {
  return programmeId === undefined ? to.programme : await read.programmes.programme(programmeId);
}

async function hasAgreed(read: Reader, personId: string): Promise<boolean> {
  const { said, wordings } = await read.privacy.consents(personId);
  const own = said.find(({ part }) => part === 'answers');
  return saidYes(own, wordings.answers);
}
