import { html } from 'hono/html';
import type { Act, Phone, Screen } from '../phones/phone.ts';
import { BASE, type Html, type Part, type Say } from './page-parts.ts';

/** One phone, as it is to be drawn. */
export type PhoneParts = {
  readonly phone: Phone;
  readonly part: Part;
  readonly front: Screen;
  /** Screens with something that was not looked at yet. */
  readonly news: ReadonlySet<string>;
  /** What the app says to what was done last. */
  readonly note: 'not-taken' | 'no-answer' | undefined;
  /** Who is looked at: to come back to the same page. */
  readonly who: string;
  readonly say: Say;
};

/** Where a form is sent to. It says on which screen it stood: the phone may have been turned to another since. */
export function actionOf({ phone, front, who }: PhoneParts, what: Act['do'], screen = front.id): string {
  const query = new URLSearchParams({ at: screen, who });
  return `${BASE}/phones/${phone.id}/${what}?${query}`;
}

/** A form that does one thing. */
export function actForm(parts: PhoneParts, what: Act['do'], inside: Html): Html {
  return html`<form method="post" action="${actionOf(parts, what)}" data-live>${inside}</form>`;
}
