import type { Reader } from '../store/reader.ts';
import { type Concern, messagePlaceOf, textPlaceOf, whomPlaceOf } from './concern.ts';
import { ReportedMessage } from './send-concern.ts';

/** A concern in the clear, for whoever may read it. Instants are ISO texts in UTC. */
export type OpenedConcern = {
  readonly concernId: string;
  readonly kind: Concern['kind'];
  /** As they called themself; null when they have no name here, or were erased. */
  readonly from: string | null;
  readonly about: Concern['about'];
  /** By name: whom or which group it is about, where that was chosen. */
  readonly aboutName: string | null;
  /** Whom of a group it is about, as its writer put it. */
  readonly whom: string | null;
  readonly words: string | null;
  readonly message: { readonly at: string; readonly from: string | null; readonly words: string } | null;
};

/** Opens a concern. Only for what has written down who reads it, and why. */
export async function openedConcern(read: Reader, concernId: string): Promise<OpenedConcern | undefined> {
  const concern = await read.concerns.concern(concernId);
  if (concern === undefined) return undefined;
  const key = read.keys.of(concern);
  const { textSealed, messageSealed, whomSealed, groupId, aboutId } = concern;
  const reported =
    messageSealed === null
      ? undefined
      : ReportedMessage.parse(JSON.parse(key.open(messageSealed, messagePlaceOf(concern.id))));
  const [from, other, group] = await Promise.all([
    read.people.person(concern.fromId),
    aboutId === null ? undefined : read.people.person(aboutId),
    groupId === null ? undefined : read.groups.groupRow(groupId),
  ]);
  const sender = reported === undefined ? undefined : await read.people.person(reported.fromId);
  return {
    concernId,
    kind: concern.kind,
    from: from?.name ?? null,
    about: concern.about,
    aboutName: group?.name ?? other?.name ?? null,
    whom: whomSealed === null ? null : key.open(whomSealed, whomPlaceOf(concern.id)),
    words: textSealed === null ? null : key.open(textSealed, textPlaceOf(concern.id)),
    message:
      reported === undefined ? null : { at: reported.at, from: sender?.name ?? null, words: reported.words },
  };
}
