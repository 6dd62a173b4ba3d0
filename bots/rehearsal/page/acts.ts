import type { Act } from '../phones/phone.ts';

/** What a form on the page asks for, by the end of the address that it is sent to; nothing if it makes no sense. */
export function actOf(deed: string, form: FormData): Act | undefined {
  switch (deed) {
    case 'write': {
      const text = fieldOf(form, 'text').replaceAll('\r\n', '\n').trim();
      return text === '' ? undefined : { do: deed, text };
    }
    case 'press':
      return { do: deed, message: fieldOf(form, 'message'), press: fieldOf(form, 'press') };
    case 'choose':
      return {
        do: deed,
        message: fieldOf(form, 'message'),
        select: fieldOf(form, 'select'),
        values: wordsIn(form, 'value'),
      };
    case 'submit':
      return { do: deed, fields: fieldsOf(form) };
    case 'start':
      return { do: deed, payload: /^[\w-]{1,64}$/.exec(fieldOf(form, 'payload'))?.[0] };
    case 'turn-to':
    case 'dismiss':
    case 'voice':
    case 'photo':
    case 'block':
    case 'unblock':
      return { do: deed };
    default:
      return undefined;
  }
}

/** Whether there is anything of that name to be done at all. */
export function isDeed(deed: string): boolean {
  return deed === 'write' || actOf(deed, new FormData()) !== undefined;
}

/** Far more than any form has. */
const MOST_FIELDS = 50;

/** What was put into the fields of a sheet, which go by their numbers. */
function fieldsOf(form: FormData): string[][] {
  const numbers = [...form.keys()].flatMap((name) => /^f(\d{1,2})$/.exec(name)?.[1] ?? []).map(Number);
  const count = Math.min(MOST_FIELDS, Math.max(-1, ...numbers) + 1);
  return Array.from({ length: count }, (_none, index) => wordsIn(form, `f${index}`));
}

function fieldOf(form: FormData, name: string): string {
  return wordsIn(form, name)[0] ?? '';
}

function wordsIn(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}
