import { z } from 'zod';
import type { By } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { JsonObject } from '../kernel/json.ts';
import { form } from '../kernel/open-form.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { ONE_PAGE } from './reflect-form.ts';
import { textOf } from './reflection-text.ts';

const Args = z.object({ reflectionId: z.uuid() });

type Data = { readonly now: string; readonly shared: boolean } | undefined;

/** Undefined for anybody but the writer: what they wrote is not shown, and saving it is refused. */
async function own(read: Reader, args: JsonObject, by: By): Promise<Data> {
  const row = await read.reflections.reflection(Args.parse(args).reflectionId);
  if (row === undefined || by.is !== 'person' || row.personId !== by.person.id) return undefined;
  if (by.account.personId !== by.person.id) return undefined;
  return {
    now: textOf(row, read.keys.of(by.person)),
    shared: row.sharedWithPartner || row.sharedWithCoordinator,
  };
}

const sharedLine = (data: NonNullable<Data>) => (data.shared ? [text('reflection-change-shared')] : []);

/** Writes an entry anew. */
export const changeReflectionForm: AnyForm = form<Data>({
  name: 'change-reflection',
  load: own,
  questions: [
    {
      id: 'text',
      written: true,
      verbatim: true,
      most: ONE_PAGE,
      ask({ data }) {
        if (data === undefined) return [text('reflection-not-here')];
        return [text('reflection-change-ask'), { written: data.now }, ...sharedLine(data)];
      },
    },
  ],
  finish: ({ answers, args }) => ({
    command: 'change-reflection',
    args: { ...Args.parse(args), text: answers['text'] ?? '' },
  }),
});

/** Adds to an entry, beneath what is there. */
export const addToReflectionForm: AnyForm = form<Data>({
  name: 'add-to-reflection',
  load: own,
  questions: [
    {
      id: 'text',
      written: true,
      verbatim: true,
      most: ONE_PAGE,
      ask({ data }) {
        return data === undefined
          ? [text('reflection-not-here')]
          : [text('reflection-add-ask'), ...sharedLine(data)];
      },
    },
  ],
  finish: ({ answers, args }) => ({
    command: 'add-to-reflection',
    args: { ...Args.parse(args), text: answers['text'] ?? '' },
  }),
});
