import type { Programme } from '../programmes/programme.ts';
import { text } from '../texts/text.ts';
import type { Line } from './message.ts';

/** The human contact that is one word away everywhere (SUP-08); for young people theirs, where there is one. */
export function contactLines(programme: Programme | undefined, young = false): Line[] {
  if (programme === undefined) return [text('contact-not-set')];
  const { contact, youngContact } = programme.document;
  const { name, phone, hours } = young ? (youngContact ?? contact) : contact;
  const email = young || contact.email === undefined ? [] : [text('contact-email', { email: contact.email })];
  return [text('contact-person', { name, phone, hours }), ...email];
}
