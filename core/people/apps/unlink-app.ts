import { z } from 'zod';
import { type Draft, draftIdOf } from '../../conversation/draft.ts';
import { change, next, type OutgoingNew, type Removal, type Save } from '../../kernel/change.ts';
import { command, personOf } from '../../kernel/command.ts';
import { answersOf, sealAnswers } from '../../kernel/sealed-answers.ts';
import type { Moment } from '../../moment.ts';
import type { Keys } from '../../store/keys.ts';
import { newTask } from '../../tasks/task.ts';
import { answerWith } from '../answer.ts';
import type { Account, Person, Settings } from '../person.ts';
import { isLastReachable, readsIn } from './app-names.ts';
import { notYourApp } from './choose-app.ts';

/**
 * An app is not theirs any more: its row goes, and nothing is written there again. What was begun in it goes on in the app
 * they read in. Without any app left it stays sealed with the rest of what they wrote.
 */
export const unlinkApp = command({
  name: 'unlink-app',
  schema: z.object({ accountId: z.uuid(), last: z.boolean() }),
  async load(read, { accountId }, by) {
    const { person } = personOf(by);
    const accounts = await read.people.accountsOf(person.id);
    const [drafts, task] = await Promise.all([
      Promise.all(accounts.map((each) => read.drafts.of(each.id))),
      read.tasks.openOf('cannot-be-reached', { personId: person.id }),
    ]);
    const all = drafts.flat();
    const people = await read.people.people(
      all.filter((each) => each.accountId === accountId).map((each) => each.personId),
    );
    return { accounts, drafts: all, people, task, keys: read.keys };
  },
  decide({ accounts, drafts, people, task, keys }, { accountId, last }, at, by) {
    const { person, account } = personOf(by);
    const going = accounts.find((each) => each.id === accountId);
    if (going === undefined) return notYourApp;
    const isLast = isLastReachable(going, accounts);
    // They agreed to something else: asked again, with what is so now.
    if (isLast && !last) return { ...notYourApp, show: { screen: 'unlink-app', args: { accountId } } };
    const left = accounts.filter((each) => each.id !== accountId);
    const heir = readsIn(person, left) ?? left[0];
    const begun = heir === undefined ? [] : movedDrafts(drafts, going, heir, { people, keys }, at);
    const alarm: Save[] =
      isLast && task === undefined ? [{ table: 'task', row: nobodyReaches(going, at) }] : [];
    return change({
      // The person's row is written too, so that two apps cannot both be the one that is left.
      saves: [
        { table: 'person', row: next(person, { settings: without(person.settings, accountId) }) },
        ...begun,
        ...alarm,
      ],
      removals: [
        { table: 'account', id: accountId },
        { table: 'disguise', id: accountId },
        ...(heir === undefined ? [] : oldDrafts(drafts, accountId)),
      ],
      events: [{ event: 'app.unlinked', ids: { personId: person.id, accountId } }],
      outgoing: [goodbye(going), ...answerFrom(person, account, accountId)],
    });
  },
});

function without(settings: Settings, accountId: string): Settings {
  if (settings.writeTo !== accountId) return settings;
  const { writeTo: _gone, ...others } = settings;
  return others;
}

function goodbye({ platform, tenant, chatId }: Account): OutgoingNew {
  return {
    to: '',
    place: { platform, tenant, chatId },
    screen: 'app-unlinked',
    args: {},
    mode: 'new',
    forget: true,
  };
}

function answerFrom(person: Person, account: Account, accountId: string): OutgoingNew[] {
  return account.id === accountId
    ? []
    : [answerWith(person, account, 'my-apps', {}, { card: 'apps', mode: 'new' })];
}

function oldDrafts(drafts: readonly Draft[], accountId: string): Removal[] {
  return drafts
    .filter((each) => each.accountId === accountId)
    .map((each): Removal => ({ table: 'draft', id: each.id }));
}

type Sealing = { readonly people: readonly Person[]; readonly keys: Keys };

/** What was begun in one app, as a draft of another. A text begun in both is joined, so that no word of it is lost. */
function movedDrafts(
  drafts: readonly Draft[],
  from: Account,
  to: Account,
  sealing: Sealing,
  at: Moment,
): Save[] {
  return drafts
    .filter((each) => each.accountId === from.id)
    .flatMap((draft): Save[] => {
      const writer = sealing.people.find((each) => each.id === draft.personId);
      if (writer === undefined) return [];
      const key = sealing.keys.of(writer);
      const id = draftIdOf(to, draft.personId, draft.form);
      const there = drafts.find((each) => each.id === id);
      const answers = answersOf(draft, key);
      const earlier = there === undefined ? {} : answersOf(there, key);
      const texts = [earlier['text'], answers['text']].filter((each) => each !== undefined && each !== '');
      const all = { ...answers, ...earlier, ...(texts.length === 0 ? {} : { text: texts.join('\n\n') }) };
      const sealed = { answersSealed: sealAnswers(id, all, key, at.random(12)), updatedAt: at.now };
      const row =
        there === undefined
          ? { ...draft, ...sealed, id, version: 1, accountId: to.id, open: false }
          : next(there, sealed);
      return [{ table: 'draft', row }];
    });
}

function nobodyReaches({ personId, programmeId }: Account, at: Moment) {
  return newTask('cannot-be-reached', { programmeId, personId }, at);
}
