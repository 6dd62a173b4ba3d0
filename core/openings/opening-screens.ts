import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { isReadByOthers } from '../kernel/read-by-others.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';
import { OPEN_MINUTES, reasonPlace } from './opening.ts';

const Args = z.object({ openingId: z.uuid(), opened: z.boolean().default(false) });

const seeIt = (name: string, openingId: string): Button => ({
  label: text('button-see-it'),
  command: 'show',
  args: { screen: name, args: { openingId, opened: true } },
});

/** To those who look after the programme: who asks to open what, of whom and why, with yes and no. */
export const openingAsked = screen({
  name: 'opening-asked',
  schema: Args,
  async load(read, { openingId }, to) {
    const opening = await read.openings.opening(openingId);
    if (opening === undefined || opening.personId === to.person.id) return undefined;
    const watching = await read.openings.watching(opening.personId);
    if (!watching.includes(to.person.id)) return undefined;
    const [person, reader] = await Promise.all([
      read.people.person(opening.personId),
      read.people.person(opening.readerId),
    ]);
    if (person === undefined || person.state === 'erased') return undefined;
    const reason = read.keys.of(person).open(opening.reasonSealed, reasonPlace(opening.id));
    return { opening, person, reader, reason };
  },
  show(data, { openingId, opened }, to) {
    if (data === undefined) return opened ? message([text('opening-unknown')], [homeButtons]) : undefined;
    if (!opened) return message([text('something-new')], [[seeIt('opening-asked', openingId)], homeButtons]);
    const { opening, person, reader, reason } = data;
    const { what, state, how } = opening;
    const said = text('opening-asked', { reader: reader?.name ?? '', name: person.name ?? 'unnamed', what });
    const does = (label: Button['label'], command: string): Button => ({
      label,
      command,
      args: { openingId },
    });
    const why: Line = isReadByOthers(to) ? text('opening-reason-not-in-slack') : { written: reason };
    const isSecond = state === 'asked' && to.person.id !== opening.readerId;
    const yes = isSecond ? [[does(text('button-opening-yes'), 'confirm-opening')]] : [];
    const no =
      state === 'asked' || state === 'open' ? [[does(text('button-opening-no'), 'stop-opening')]] : [];
    return message(
      [said, why, text('opening-how', { how }), text('opening-state', { state })],
      [...yes, ...no, homeButtons],
    );
  },
});

/** To the person: what was opened or will be, by whom, for how long, and whom to ask. */
export const openingTold = screen({
  name: 'opening-told',
  schema: Args,
  async load(read, { openingId }, to) {
    const opening = await read.openings.opening(openingId);
    if (opening === undefined || opening.personId !== to.person.id || opening.toldAt === null)
      return undefined;
    return { opening, reader: await read.people.person(opening.readerId) };
  },
  show(data, { openingId, opened }, to) {
    if (data === undefined) return undefined;
    if (!opened && to.person.settings.discreet)
      return message([text('something-new')], [[seeIt('opening-told', openingId)], homeButtons]);
    const { opening, reader } = data;
    const moment =
      opening.openUntil?.subtract({ minutes: OPEN_MINUTES }) ?? opening.opensAt ?? opening.askedAt;
    const { weekday, day, month, time } = whenParts(moment, to.person.zone, to.now);
    const said = { name: reader?.name ?? 'unnamed', what: opening.what, weekday, day, month, time };
    const told = opening.openUntil === null ? text('opening-will-be', said) : text('opening-was', said);
    const who: Button = {
      label: text('button-who'),
      command: 'show-any-time',
      args: { screen: 'who-can-i-talk-to' },
    };
    return message(
      [
        told,
        text('opening-minutes', { minutes: String(OPEN_MINUTES) }),
        text('opening-why'),
        text('opening-ask'),
      ],
      [[who], homeButtons],
    );
  },
});
