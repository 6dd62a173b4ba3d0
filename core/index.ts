import { type AtTheDoor, admit } from './access/check-token.ts';
import { type AuditSide, openAuditSide } from './audit-side.ts';
import { commands } from './commands.ts';
import { menu } from './conversation/words.ts';
import type { Channel } from './delivery/channel.ts';
import { deliver, type Watch } from './delivery/deliver.ts';
import type { Delivery } from './delivery/delivery.ts';
import { type DeskSide, openDeskSide } from './desk-side.ts';
import { forms } from './forms.ts';
import { helpAtOnce } from './help-at-once.ts';
import { keepNoLonger, type RetentionStatus, retentionStatus } from './keep-no-longer.ts';
import type { Event } from './kernel/change.ts';
import type { By } from './kernel/command.ts';
import type { Incoming } from './kernel/incoming.ts';
import { type Sheet, sheetFor } from './lay-sheet.ts';
import { type MatchReport, matchReport } from './matching/match-report.ts';
import type { Moment } from './moment.ts';
import { type OpenedSide, openOpenedSide } from './opened-side.ts';
import { type Order, type Performed, type Performer, perform } from './perform.ts';
import { type OnceOrder, type PerformedOnce, performOnce } from './perform-once.ts';
import { placeScreens } from './place-screens.ts';
import { prepare } from './prepare.ts';
import { type Readiness, readiness } from './programmes/open-programme.ts';
import { type Received, receive } from './receive.ts';
import { screensWith } from './screens.ts';
import type { Pace } from './store/admission.ts';
import type { Reader } from './store/reader.ts';
import type { Store } from './store/store.ts';
import { loadTexts, type Texts } from './texts/say.ts';
import { tick } from './tick.ts';
import { draftsLeft, type WorkedOut, type WorksOut, workOutDraft } from './work-out-draft.ts';

export type { AtTheDoor, TokenHolder } from './access/check-token.ts';
export { isNoted, lineAt, scopeAt, scopeToChange, scopeToRead } from './access/table-reads.ts';
export { seesWhole } from './access/within-reach.ts';
export { ConcernOutcome, WhyReadConcern } from './concerns/concern.ts';
export type { OpenedConcern } from './concerns/opened-concern.ts';
export type { Address, Channel, Removed, Sent, Shown, ShownButton } from './delivery/channel.ts';
export { crashpoint } from './delivery/crashpoint.ts';
export type { DeskConcernInFull } from './desk-concerns.ts';
export type { DeskDefinition } from './desk-definition.ts';
export type { DeskDraft, DeskMatchInFull } from './desk-draft.ts';
export type { DeskMatch, DeskMatching, DeskWaiting } from './desk-matching.ts';
export type { DeskProgramme } from './desk-programmes.ts';
export type { DeskHolder, DeskItem, DeskSide } from './desk-side.ts';
export { toldAgency } from './enquiries/refer.ts';
export { inviteCodeHash, inviteWords } from './enquiries/referral-code.ts';
export { type AtSite, type SitesReport, sitesReport } from './enquiries/sites-report.ts';
export { waysInReport } from './enquiries/ways-in-report.ts';
export { approvalOf } from './help/own-lines.ts';
export { opensForm } from './kernel/button-token.ts';
export type { Event } from './kernel/change.ts';
export type { By } from './kernel/command.ts';
export { Foreseen } from './kernel/foreseen.ts';
export { type AccountKey, Incoming, Intent } from './kernel/incoming.ts';
export type { Json } from './kernel/json.ts';
export type { CalendarEntry } from './kernel/message.ts';
export { type Reach, wholeReach } from './kernel/reach.ts';
export type { Sheet, WordedField } from './lay-sheet.ts';
export { saySums, sayThread, threadsOf } from './matching/explain-drafts.ts';
export type { Moment } from './moment.ts';
export type { OpenedReport } from './pair-messages/opened-report.ts';
export { WhyRead } from './pair-messages/report-message.ts';
export { newShortCode } from './people/short-code.ts';
export type { Performed } from './perform.ts';
export type { OnceAnswer } from './perform-once.ts';
export { saidTo } from './programmes/code.ts';
export { forReferrers } from './programmes/for-referrers.ts';
export type { Readiness } from './programmes/open-programme.ts';
export { numbersInForce } from './programmes/our-defaults.ts';
export { ProgrammeDocument } from './programmes/programme.ts';
export { documentSchema, readText } from './programmes/read-document.ts';
export type { Received } from './receive.ts';
export type { Pace } from './store/admission.ts';
export { KeyReplaced } from './store/audit/chain.ts';
export type { Reader } from './store/reader.ts';
export type { Store } from './store/store.ts';
export type { Texts } from './texts/say.ts';
export type { Text, TextArgs, TextId } from './texts/text.ts';
export { isZone } from './time/zones.ts';
export { type PersonStands, standingsIn } from './training/standings.ts';
export { surveyReport, surveyWords } from './training/survey-report.ts';

export type MenuEntry = { readonly command: string; readonly description: string };

export type CoreOptions = {
  readonly store: Store;
  readonly channels: readonly Channel[];
  /** The moment now; called afresh for each thing that is decided. */
  readonly moment: () => Moment;
  /** Told of what went wrong inside: ids and codes, never what people wrote. */
  readonly onFault: (fault: Readonly<Record<string, string>>) => void;
  /** Told that a draft of matches is to be worked out, by its id. */
  readonly onDraftAsked?: (draftId: string) => unknown;
};

/** The door of the core: everything that bots, the desk and the command line may do goes through it. */
export type Core = AuditSide &
  OpenedSide & {
    /** Takes in one thing from a chat app. When it returns, it is committed; when it throws, nothing happened. */
    receive(incoming: Incoming): Promise<Received>;
    /**
     * What pressing a button lays over the chat: a form's questions on one sheet. Changes nothing. Undefined when there is
     * nothing to lay: the press is then received like any other.
     */
    sheet(incoming: Incoming): Promise<Sheet | undefined>;
    /** Performs a command for a coordinator or on the command line. */
    perform(order: Pick<Order, 'command' | 'args' | 'inbox'> & { by: By }): Promise<Performed>;
    /** The same for a request with a key of its own: sent again, it does nothing and has the first answer again. */
    performOnce(order: OnceOrder): Promise<PerformedOnce>;
    /**
     * An app is connected just now, which keeps what people do for so many minutes while nobody is there. After a longer
     * silence those who use it are told that something may have been missed.
     */
    hear(app: string, keepsMinutes: number): Promise<void>;
    /** Does everything that is due. Returns how much. */
    tick(): Promise<number>;
    /**
     * Sends what is waiting, one message a chat, and for as long as `more` says so what waits next. Returns how many rows it
     * dealt with. `onHeld` is told for how many seconds of real time a message that its app did not take is held.
     */
    deliver(watch?: Watch): Promise<number>;
    /** Makes an empty database ready: the programme that ships, and what is always due. Harmless when it is ready already. */
    prepare(): Promise<void>;
    /** The nightly round: what was kept for long enough goes. */
    night(): Promise<void>;
    /** How long each kind of data is kept, and when it was last looked through. */
    retention(): Promise<RetentionStatus[]>;
    /** The commands of a bot's menu, with what each does in plain words. */
    menu(): MenuEntry[];
    /** Ticks and delivers until nothing is left to do now. */
    settle(): Promise<void>;
    /**
     * Who holds this token of the API, and whether they have to wait: a pace is kept for all instances together. Undefined
     * when the token is nobody's, over or revoked.
     */
    admit(token: string, pace: Pace): Promise<AtTheDoor | undefined>;
    /** Whether each programme takes people in, and what it lacks. */
    readiness(): Promise<Readiness[]>;
    /** Works out a draft that was asked for, in a thread of its own, unless somebody else does: see "ask-for-draft". */
    draft(draftId: string, how?: WorksOut): Promise<WorkedOut>;
    /** Drafts that were asked for and on which nobody works. */
    draftsLeft(): Promise<string[]>;
    /** How first matches went: counts alone. */
    matchReport(programmeId: string): Promise<MatchReport>;
    /** What the web desk may do and see. */
    readonly desk: DeskSide;
    readonly read: Reader;
    readonly texts: Texts;
  };

export function openCore({ store, channels, moment, onFault, onDraftAsked }: CoreOptions): Core {
  const texts = loadTexts();
  const byName = <T extends { readonly name: string }>(list: readonly T[]) =>
    new Map(list.map((each) => [each.name, each]));
  const formsByName = byName(forms);
  const onEvents = (happened: readonly Event[]): void => {
    for (const { event, ids } of happened)
      if (event === 'draft.asked') onDraftAsked?.(String(ids['draftId']));
  };
  const performer = { store, commands: byName(commands), heard: onEvents };
  const ticking = { ...performer, inHand: new Set<string>(), onFault };
  const delivery: Delivery = {
    store,
    texts,
    screens: byName(screensWith(formsByName)),
    placeScreens: byName(placeScreens),
    commands: performer.commands,
    channels: new Map(channels.map((each) => [each.platform, each])),
    owed: new Map(),
    async onUnreachable(account, why, at) {
      const args = { accountId: account.id, why };
      await perform(performer, { command: 'account-left', args, by: { is: 'clock' } }, at);
    },
    async onPlaceUnreachable(placeId, at) {
      const args = { groupId: placeId };
      await perform(performer, { command: 'group-out-of-reach', args, by: { is: 'clock' } }, at);
    },
    onFault,
  };
  const receiver = { ...performer, forms: formsByName };
  return {
    sheet: (incoming) => sheetFor({ ...receiver, texts }, incoming, moment()),
    receive: helpAtOnce({ ...delivery, moment }, (incoming) => receive(receiver, incoming, moment())),
    perform: (order) => perform(performer, order, moment()),
    performOnce: (order) => performOnce(performer, order, moment()),
    hear: (app, keepsMinutes) => heard(performer, { app, keepsMinutes }, moment()),
    tick: () => tick(ticking, moment),
    deliver: (watch = {}) => deliver(delivery, moment, watch),
    ...openAuditSide(performer, moment),
    async settle() {
      while ((await tick(ticking, moment)) + (await deliver(delivery, moment, {})) > 0);
    },
    prepare: () => prepare(performer, moment),
    async night() {
      await keepNoLonger(performer, moment);
    },
    retention: () => retentionStatus(performer),
    menu: () => menu.map(({ command, says }) => ({ command, description: texts.render('en', says) })),
    admit: (token, pace) => admit(store.admit, token, pace, moment()),
    ...openOpenedSide(performer, moment),
    readiness: () => readiness(store.read),
    draft: (draftId, how = {}) => workOutDraft({ performer, moment, onFault }, draftId, how),
    draftsLeft: () => draftsLeft({ performer, moment }),
    matchReport: (programmeId) => matchReport(store.read, programmeId),
    desk: openDeskSide({ performer, moment }),
    read: store.read,
    texts,
  };
}

async function heard(
  performer: Performer,
  app: { readonly app: string; readonly keepsMinutes: number },
  at: Moment,
): Promise<void> {
  const args = { ...app, now: at.now.toString() };
  await perform(performer, { command: 'hear-app', args, by: { is: 'clock' } }, at);
}
