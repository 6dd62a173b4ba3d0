import { z } from 'zod';
import { helpButton } from '../conversation/home-buttons.ts';
import { change } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { consentRow } from '../privacy/consent.ts';
import { As } from '../programmes/intake.ts';
import { text } from '../texts/text.ts';
import { decideWithout, loadStanding } from './decide-way-in.ts';
import { inTouch } from './finish-intake.ts';
import { newEnquiry, sourceFor } from './new-enquiry.ts';
import { answersGo, isForTalk, NO_ANSWERS, talkTasks } from './without-answers.ts';

const Wanted = z.object({ programmeId: z.uuid(), as: As, source: z.string().max(64).optional() });

/** Before the first question: whether what is answered may be kept. Both answers lead on. */
export const mayKeepAnswers = screen({
  name: 'may-keep-answers',
  schema: Wanted,
  async load(read, _args, { person }) {
    const [{ wordings }, ways] = await Promise.all([
      read.privacy.consents(person.id),
      read.enquiries.allOf(person.id),
    ]);
    return { keep: wordings.answers, isKept: ways.some(({ answersSealed }) => answersSealed !== null) };
  },
  show({ keep, isKept }, { programmeId, as, source }) {
    const args = { programmeId, as, ...(source === undefined ? {} : { source }) };
    const yes: Button = {
      label: text('button-yes-keep'),
      command: 'open-form',
      args: { form: 'intake', args: { ...args, keep } },
    };
    // Where something is kept already, a "no" lets it go: that is asked first.
    const no: Button = isKept
      ? {
          label: text('button-no-do-not-keep'),
          command: 'show',
          args: { screen: 'withdraw-consent', args: { part: 'answers' } },
        }
      : { label: text('button-talk-instead'), command: 'talk-instead', args };
    return message([text('consent-answers'), text('consent-free')], [[yes], [no], [helpButton]]);
  },
});

/** A "no" to keeping answers: they come in all the same, and a coordinator asks them in a talk what is needed. */
export const talkInstead = command({
  name: 'talk-instead',
  schema: Wanted,
  async load(read, { programmeId, as }, by) {
    const { person } = personOf(by);
    const [programme, ways, standing, open, consents] = await Promise.all([
      read.programmes.programme(programmeId),
      read.enquiries.allOf(person.id),
      loadStanding(read, person, programmeId),
      read.tasks.openAboutPerson(person.id),
      read.privacy.consents(person.id),
    ]);
    const own = ways.find((each) => each.programmeId === programmeId && each.as === as);
    const referral = own?.referralId == null ? undefined : await read.enquiries.referral(own.referralId);
    return { programme, ways, own, standing, open, consents, referral };
  },
  decide({ programme, ways, own, standing, open, consents, referral }, { as, source, programmeId }, at, by) {
    const { person, account } = personOf(by);
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    const { document } = programme;
    const seen = {
      to: person.id,
      account: account.id,
      screen: 'way-in',
      args: { programmeId, after: as },
      mode: 'new',
      evenIfStopped: true,
    } as const;
    const said = { state: 'withdrawn', wording: consents.wordings.answers } as const;
    const consent = consentRow(consents.said, person.id, 'answers', said, at);
    const others = answersGo(
      ways.filter((each) => each !== own),
      open,
      at,
    );
    const saves = [{ table: 'consent', row: consent } as const, ...others.saves];
    const events = [
      { event: 'consent.withdrawn', ids: { personId: person.id, part: 'answers', wording: said.wording } },
      ...others.events,
    ];
    // Whoever waits, or has somebody, goes on as before.
    if (own?.state === 'waiting' || own?.state === 'matched') {
      const gone = answersGo([own], open, at);
      return change({
        saves: [...saves, ...gone.saves],
        events: [...events, ...gone.events],
        outgoing: [seen],
      });
    }
    const begun = own ?? newEnquiry(person, programme, as, sourceFor(document, person, source), at);
    const { state, site } = decideWithout(document, begun, standing, at.now);
    const row = {
      ...begun,
      ...NO_ANSWERS,
      state,
      site,
      decidedAt: at.now,
      version: own === undefined ? 1 : own.version + 1,
    };
    const ids = { enquiryId: row.id, personId: person.id, programmeId, as, state };
    const tasks = open.filter((task) => isForTalk(task, as));
    return change({
      saves: [...saves, { table: 'enquiry', row }, ...talkTasks(tasks, row, false, at), ...inTouch(referral)],
      events: [...events, { event: 'enquiry.decided', ids }],
      outgoing: [seen],
    });
  },
});
