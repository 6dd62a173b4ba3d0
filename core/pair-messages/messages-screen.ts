import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { namedTo } from '../kernel/on-a-locked-screen.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import type { TwoInContact } from '../store/read-pair-messages.ts';
import { type Text, text } from '../texts/text.ts';
import { contactOf, hoursFor, isBlocked, nameOf, otherIn, sideIn } from './contact.ts';
import { saidHours } from './hours-form.ts';
import type { PairMessage } from './pair-message.ts';

/** How the two write to each other: the hours, what waits, and a pause for whoever wants one. */
export const pairMessages = screen({
  name: 'pair-messages',
  schema: z.object({ pairId: z.uuid().optional() }),
  async load(read, { pairId }, { person }) {
    const twos = await read.pairMessages.twosOf(person.id);
    return { twos, waiting: await read.pairMessages.waiting({ fromId: person.id }), pairId };
  },
  show({ twos, waiting, pairId }, _args, to) {
    const [only, another] = twos;
    const two = twos.find(({ pair }) => pair.id === pairId) ?? (another === undefined ? only : undefined);
    if (two !== undefined) return withOne(two, waiting, to);
    if (only === undefined) return message([text('messages-nobody')], [homeButtons]);
    const choose = twos.map((each): Button[] => [
      {
        label: { written: nameOf(namedTo(otherIn(each, to.person.id), to)) },
        command: 'show',
        args: { screen: 'pair-messages', args: { pairId: each.pair.id } },
      },
    ]);
    return message([text('ask-message-to')], [...choose, homeButtons]);
  },
});

function withOne(two: TwoInContact, waiting: readonly PairMessage[], to: Recipient) {
  const { person } = to;
  const { id: pairId } = two.pair;
  const name = nameOf(namedTo(otherIn(two, person.id), to));
  const side = sideIn(two, person.id) ?? 'mentee';
  const contact = contactOf(two);
  const still = waiting.filter((each) => each.pairId === pairId);
  const write: Button = {
    label: text('button-write-to', { name }),
    command: 'open-form',
    args: { form: 'pair-message', args: { pairId } },
  };
  const end: Button = {
    label: text('button-resume-messages'),
    command: 'unblock-messages',
    args: { pairId },
  };
  const ofMessages: Button = {
    label: text('button-pause-messages'),
    command: 'block-messages',
    args: { pairId },
  };
  const ofBoth: Button = {
    label: text('button-pause-both'),
    command: 'block-messages',
    args: { pairId, meetings: true },
  };
  // Whoever has a pause of messages can make it one of meetings too, without ending it in between.
  const pauses = [
    contact[`${side}Blocked`] ? end : ofMessages,
    ...(contact[`${side}PausedMeetings`] ? [] : [ofBoth]),
  ].map((button) => [button]);
  const hours: Button = {
    label: text('button-contact-hours'),
    command: 'open-form',
    args: { form: 'contact-hours', args: { pairId } },
  };
  const unlessPaused = (row: Button[]): Button[][] => (isBlocked(two) ? [] : [row]);
  const state: Line[] = isBlocked(two) ? [text('messages-paused', { name }), meetingsLine(two)] : [];
  const wait = still.length === 0 ? [] : [text('messages-waiting', { count: still.length })];
  const see = still.map((each): Button[] => [
    {
      label: text('button-see-waiting'),
      command: 'show',
      args: { screen: 'pair-message-written', args: { messageId: each.id }, card: `pair-message:${each.id}` },
    },
  ]);
  return message(
    [text('messages-with', { name }), ...state, hoursLine(two, to), ...asked(two, person.id, name), ...wait],
    [
      ...answers(two, person.id),
      ...unlessPaused([write]),
      ...see,
      ...unlessPaused([hours]),
      ...pauses,
      homeButtons,
    ],
  );
}

/** Whether the meetings of the two have a pause as well. */
function meetingsLine({ pair }: TwoInContact): Text {
  return pair.state === 'paused' ? text('messages-and-meetings-paused') : text('messages-paused-meetings');
}

function hoursLine(two: TwoInContact, reader: Recipient): Text {
  // What goes to the other is held by their hours; agreed ones are the same for both.
  const { from, to, agreed } = hoursFor(two, otherIn(two, reader.person.id).id);
  if (from === to) return text('messages-any-time');
  const said = saidHours(`${from}-${to}`);
  if (!agreed) return text('messages-hours-usual', said);
  return text('messages-hours-agreed', { ...said, name: nameOf(namedTo(two.mentee, reader)) });
}

function askedOf(two: TwoInContact): { hours: string; by: string } | undefined {
  const { askedFrom, askedTo, askedBy } = contactOf(two);
  return askedBy === null || askedFrom === null
    ? undefined
    : { hours: `${askedFrom}-${askedTo}`, by: askedBy };
}

function asked(two: TwoInContact, ownId: string, name: string): Line[] {
  const found = askedOf(two);
  if (found === undefined) return [];
  const said = saidHours(found.hours);
  const isAny = said.from === said.to ? 'yes' : 'no';
  if (found.by === ownId) return [text('hours-asked-by-you', { ...said, any: isAny, name })];
  return [text('hours-asked-of-you', { ...said, any: isAny, name })];
}

function answers(two: TwoInContact, ownId: string): Button[][] {
  const found = askedOf(two);
  if (found === undefined || found.by === ownId) return [];
  const answer = (label: Text, yes: boolean): Button => ({
    label,
    command: 'answer-contact-hours',
    args: { pairId: two.pair.id, hours: found.hours, yes },
  });
  return [[answer(text('button-hours-yes'), true), answer(text('button-hours-no'), false)]];
}
