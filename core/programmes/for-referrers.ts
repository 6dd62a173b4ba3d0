import { saidTo } from './code.ts';
import type { ProgrammeDocument } from './programme.ts';

/** What whoever sends people reads of a programme; where it says nothing of its own for them, what anybody may recognise. */
export function forReferrers(document: ProgrammeDocument) {
  const { name, sites, contact } = document;
  const about = document.about.map((said) => saidTo(said, 'en'));
  const own = document.forReferrers.length > 0 ? document.forReferrers : document.wouldHelp;
  const whoItIsFor = own.map((said) => saidTo(said, 'en'));
  const where = sites.map((site) => site.name);
  const { email = null } = contact;
  const reach = [contact.name, contact.phone, contact.hours, ...(email === null ? [] : [email])].join(', ');
  const page = [
    name,
    ...about,
    ...(whoItIsFor.length === 0 ? [] : ['Who it is for', ...whoItIsFor.map((line) => `- ${line}`)]),
    ...(where.length === 0 ? [] : [`Where: ${where.join(', ')}`]),
    `Ask us: ${reach}`,
  ].join('\n');
  const { phone, hours } = contact;
  return {
    programme: name,
    about,
    whoItIsFor,
    sites: where,
    contact: { name: contact.name, phone, hours, email },
    page,
  };
}
