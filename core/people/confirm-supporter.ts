import { z } from 'zod';
import { type Change, change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { answerWith } from './answer.ts';
import { holderOf } from './own-matter.ts';
import type { Supporter } from './person.ts';

const OfSupporter = z.object({ id: z.uuid() });

/** `whose` names the side that the one who asks is on. */
async function loadSupport(read: Reader, { id }: z.infer<typeof OfSupporter>, by: By) {
  const support = await read.people.supporter(id);
  const { person } = holderOf(by);
  if (support === undefined || support.state === 'ended') return undefined;
  if (support.personId === person.id) return { support, whose: 'person' as const };
  return support.supporterId === person.id ? { support, whose: 'supporter' as const } : undefined;
}

const gone: Refusal = {
  refused: 'supporter.gone',
  say: text('button-no-longer-current'),
  show: { screen: 'my-supporters', args: {} },
};

/** First the helper says yes, knowing what they will and will not see. Then the person is asked. */
export const agreeToSupport = command({
  name: 'agree-to-support',
  schema: OfSupporter,
  load: loadSupport,
  decide(data, _args, _at, by) {
    if (data?.whose !== 'supporter' || data.support.state !== 'offered') return gone;
    const { support } = data;
    const { person, account } = holderOf(by);
    return change({
      saves: [{ table: 'supporter', row: next(support, { state: 'accepted' }) }],
      events: [{ event: 'supporter.agreed', ids: idsOf(support) }],
      outgoing: [
        answerWith(person, account, 'say', { id: 'supporter-waits-for-yes', args: {} }),
        { to: support.personId, screen: 'supporter-confirm', args: { id: support.id }, mode: 'new' },
      ],
    });
  },
});

/** The person's own yes, given by nobody else: from now on the helper may act beside them. */
export const confirmSupporter = command({
  name: 'confirm-supporter',
  schema: OfSupporter,
  load: loadSupport,
  decide(data, _args, _at, by) {
    if (data?.whose !== 'person' || data.support.state !== 'accepted' || data.support.supporterId === null)
      return gone;
    const { support } = data;
    const { person, account } = holderOf(by);
    return change({
      saves: [{ table: 'supporter', row: next(support, { state: 'active' }) }],
      events: [{ event: 'supporter.confirmed', ids: idsOf(support) }],
      outgoing: [
        answerWith(person, account, 'my-supporters'),
        { to: data.support.supporterId, screen: 'my-supporters', args: {}, mode: 'new' },
      ],
    });
  },
});

/** Either side ends it, at any time and for no reason given; so does a "no" to the first question. */
export const endSupporter = command({
  name: 'end-supporter',
  schema: OfSupporter,
  async load(read, args, by) {
    const data = await loadSupport(read, args, by);
    if (data === undefined) return undefined;
    const { supporterId } = data.support;
    return { ...data, accounts: supporterId === null ? [] : await read.people.accountsOf(supporterId) };
  },
  decide(data, _args, at, by): Change | Refusal {
    if (data === undefined) return gone;
    const { support, whose, accounts } = data;
    const { person, account } = holderOf(by);
    const acting = accounts.filter((each) => each.actingForId === support.personId);
    const set = acting.map((each): Save => ({ table: 'account', row: next(each, { actingForId: null }) }));
    const ended = next(support, { state: 'ended', codeHash: null, endedAt: at.now });
    return change({
      saves: [{ table: 'supporter', row: ended }, ...set],
      events: [{ event: 'supporter.ended', ids: idsOf(support) }],
      outgoing: [answerWith(person, account, 'my-supporters'), ...toldToOther(support, whose)],
    });
  },
});

function idsOf(support: Supporter) {
  return { supporterRow: support.id, personId: support.personId, supporterId: support.supporterId };
}

function toldToOther(
  { personId, supporterId, state }: Supporter,
  whose: 'person' | 'supporter',
): OutgoingNew[] {
  const other = whose === 'person' ? supporterId : personId;
  // A helper who says no at once leaves nothing to tell but that the code is used up.
  if (other === null || (state === 'offered' && whose === 'person')) return [];
  return [{ to: other, screen: 'my-supporters', args: { ended: true }, mode: 'new' }];
}
