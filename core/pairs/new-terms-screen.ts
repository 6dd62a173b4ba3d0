import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import { changedTerms, type Term } from '../programmes/agreed-terms.ts';
import { saidTo } from '../programmes/code.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import { text } from '../texts/text.ts';
import { saidBy } from './new-terms.ts';

/** What a programme would like to change for a pair, in plain words, and the two answers there are. */
export const newTerms = screen({
  name: 'new-terms',
  schema: z.object({ pairId: z.uuid(), number: z.int() }),
  async load(read, { pairId }, to) {
    const pair = await read.pairs.pair(pairId);
    if (pair === undefined || pair.state === 'ended') return undefined;
    if (![pair.mentorId, pair.menteeId].includes(to.person.id)) return undefined;
    const programme = await read.programmes.programme(pair.programmeId);
    const versions = await read.programmes.versions(pair.programmeId, [pair.agreedNumber ?? 0]);
    return { pair, programme, agreed: versions.get(pair.agreedNumber ?? 0) };
  },
  show(data, { pairId, number }, to) {
    if (data?.programme === undefined) return undefined;
    const { pair, programme, agreed } = data;
    const said = saidBy(pair, to.person.id, number);
    if (said === 'agreed') return message([text('new-terms-agreed')], [homeButtons]);
    if (said === 'kept' || said === 'not-asked') return message([text('new-terms-kept')], [homeButtons]);
    const changed = agreed === undefined ? [] : changedTerms(agreed, programme.document);
    const says = changed.flatMap((term) => newsOf(term, programme.document, to));
    if (said === 'yes') return message([text('new-terms-waits'), ...says], [homeButtons]);
    const answer = (yes: boolean): Button => ({
      label: yes ? text('button-new-terms-yes') : text('button-new-terms-keep'),
      command: 'answer-new-terms',
      args: { pairId, number, yes },
    });
    return message(
      [text('new-terms-title'), ...says, text('new-terms-choice')],
      [[answer(true)], [answer(false)], homeButtons],
    );
  },
});

function newsOf(term: Term, document: ProgrammeDocument, { person }: Recipient): Line[] {
  const { agreement, meetings, messages, ending } = document;
  switch (term) {
    case 'agreement':
      return [
        text('new-terms-agreement'),
        ...agreement.lines.map((line) => ({ written: saidTo(line, person.language) })),
      ];
    case 'meetings':
      return [text('new-terms-meetings', { minutes: String(meetings.minutes) })];
    case 'messages':
      return [
        text('new-terms-messages', {
          from: messages.from,
          to: messages.to,
          days: String(messages.keptDays),
        }),
      ];
    case 'ending':
      return [endingLine(ending)];
  }
}

function endingLine(ending: ProgrammeDocument['ending']): Line {
  switch (ending.policy) {
    case 'date':
      return text('new-terms-ending-date', { weeks: String(ending.weeks) });
    case 'review':
      return text('new-terms-ending-review', { weeks: String(ending.everyWeeks) });
    case 'milestone':
      return text('new-terms-ending-milestone');
    case 'none':
      return text('new-terms-ending-none');
  }
}
