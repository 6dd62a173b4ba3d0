import { z } from 'zod';
import type { Recipient } from '../kernel/screen.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { saidOfAnswers } from './may-be-kept.ts';

/** Which programme somebody looks at, and where they heard of it. */
export const Where = z.object({ programmeId: z.uuid().optional(), source: z.string().optional() });
export type Where = z.infer<typeof Where>;

/** A programme, and whether what somebody answers it may be kept already, or whether they were asked. */
export async function toComeInto(read: Reader, where: Where, to: Recipient) {
  const [programme, said] = await Promise.all([
    programmeOf(read, where, to),
    saidOfAnswers(read, to.person.id),
  ]);
  return programme === undefined ? undefined : { programme, ...said };
}

async function programmeOf(
  read: Reader,
  { programmeId }: Where,
  to: Recipient,
): Promise<Programme | undefined> {
  return programmeId === undefined ? to.programme : await read.programmes.programme(programmeId);
}
