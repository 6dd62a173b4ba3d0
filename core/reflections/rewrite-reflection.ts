import { z } from 'zod';
import { type Change, change, next } from '../kernel/change.ts';
import { type By, command, personOf, type Refusal } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { PersonKey } from '../store/keys.ts';
import type { Reader } from '../store/reader.ts';
import { text as say } from '../texts/text.ts';
import { cardOf, ownOrRefused } from './own-reflection.ts';
import type { Reflection } from './reflection.ts';
import { LONGEST, sealReflection, textOf } from './reflection-text.ts';

const Args = z.object({ reflectionId: z.uuid(), text: z.string().min(1) });
type Args = z.infer<typeof Args>;

type Data = { readonly row: Reflection | undefined; readonly key: PersonKey };

async function load(read: Reader, { reflectionId }: Args, by: By): Promise<Data> {
  const row = await read.reflections.reflection(reflectionId);
  return { row, key: read.keys.of(personOf(by).person) };
}

/** Puts a new text in the place of the old one; who can read it stays as it was. */
export const changeReflection = command({
  name: 'change-reflection',
  schema: Args,
  load,
  decide: (data, { text }, at, by) => rewritten(data, () => text, at, by),
});

/** Writes more beneath what is there. */
export const addToReflection = command({
  name: 'add-to-reflection',
  schema: Args,
  load,
  decide: (data, { text }, at, by) => rewritten(data, (before) => `${before}\n\n${text}`, at, by),
});

function rewritten(
  { row, key }: Data,
  rewrite: (before: string) => string,
  at: Moment,
  by: By,
): Change | Refusal {
  const own = ownOrRefused(row, by);
  if ('refused' in own) return own;
  const text = rewrite(textOf(own.row, key));
  if (text.length > LONGEST) return { refused: 'reflection.too-long', say: say('reflection-too-long') };
  const { id, personId } = own.row;
  const textSealed = sealReflection(text, id, key, at.random(12));
  return change({
    saves: [{ table: 'reflection', row: next(own.row, { textSealed, changedAt: at.now }) }],
    events: [{ event: 'reflection.changed', ids: { reflectionId: id, personId } }],
    outgoing: [{ ...cardOf(by, id, { after: 'saved' }), mode: 'new' }],
  });
}
