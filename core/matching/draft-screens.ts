import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { type Button, type Line, message } from '../kernel/message.ts';
import { reachOf } from '../kernel/reach.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { isBeingMade } from './make-draft.ts';
import type { MatchDraft } from './match.ts';

const CARD = 'match-drafts';

/** A draft of a programme, as far as a chat shows it: counts, and nobody by name. */
type Stands = {
  readonly programmeId: string;
  readonly programme: string;
  readonly draft: MatchDraft | undefined;
  /** How many have somebody in it, of which nobody has heard yet. */
  readonly drafted: number;
};

/** How it stands with the drafts of the programmes that somebody coordinates as a whole; it is looked at at the desk. */
export const matchDrafts = screen({
  name: 'match-drafts',
  schema: z.object({}),
  async load(read, _args, to) {
    const { programmeIds, sites } = reachOf(to.roles);
    const whole = programmeIds.filter((id) => sites[id] === undefined);
    const stands = whole.map(async (programmeId): Promise<Stands[]> => {
      const [programme, draft, drafted] = await Promise.all([
        read.programmes.programme(programmeId),
        read.matches.draftOf(programmeId),
        read.matches.draftedIn(programmeId),
      ]);
      return programme === undefined
        ? []
        : [{ programmeId, programme: programme.document.name, draft, drafted }];
    });
    const found = (await Promise.all(stands)).flat();
    return programmeIds.length === 0 ? undefined : { found, deskAddress: read.deskAddress };
  },
  show(seen) {
    if (seen === undefined) return undefined;
    const { found, deskAddress } = seen;
    if (found.length === 0) return message([text('draft-of-all-sites')], [homeButtons]);
    const isReady = found.some(({ draft, drafted }) => draft?.state === 'ready' && drafted > 0);
    return message(
      [
        text('draft-what'),
        ...found.map(howItStands),
        ...(isReady && deskAddress !== undefined ? [{ link: deskAddress }] : []),
      ],
      [...found.map((each) => [nextStep(each)]), homeButtons],
    );
  },
});

function howItStands({ programme, draft, drafted }: Stands): Line {
  if (draft === undefined || draft.state === 'gone') return text('draft-stands-none', { programme });
  if (isBeingMade(draft)) return text('draft-stands-working', { programme, share: String(draft.share) });
  if (draft.state === 'failed') return text('draft-stands-failed', { programme, why: draft.why ?? 'fault' });
  return text('draft-stands-ready', { programme, count: drafted });
}

function nextStep({ programmeId, programme, draft }: Stands): Button {
  if (isBeingMade(draft))
    return {
      label: text('draft-button-look'),
      command: 'show',
      args: { screen: 'match-drafts', card: CARD },
    };
  const label =
    draft === undefined ? text('draft-button-make', { programme }) : text('draft-button-anew', { programme });
  return { label, command: 'ask-for-draft', args: { programmeId } };
}

const BY_PERSON = /^person:([0-9a-f-]{36})$/;

/** Whoever asked for a draft hears that it is there, or that it cannot be made. */
export const tellOfDraft = command({
  name: 'tell-of-draft',
  schema: z.looseObject({ draftId: z.uuid() }),
  async load(read, { draftId }) {
    const draft = await read.matches.draft(draftId);
    const personId = BY_PERSON.exec(draft?.by ?? '')?.[1];
    return personId === undefined ? undefined : await read.people.person(personId);
  },
  decide(person, _args, at, by) {
    if (by.is !== 'clock') throw new Error('It follows from a draft that was worked out, nobody does it');
    if (person?.state !== 'active') return change({});
    const when = nextLoud(at.now, person.zone, person.quietFrom, person.quietTo);
    return change({
      outgoing: [{ to: person.id, screen: 'match-drafts', args: {}, mode: 'new', card: CARD, at: when }],
    });
  },
});
