import type { By, Refusal } from './kernel/command.ts';
import { type ConsentPart, holds } from './privacy/consent.ts';
import type { Reader } from './store/reader.ts';
import { text } from './texts/text.ts';

/** What keeps something new of a part, in one place: it is not done without the person's consent to that part. */
const needs: Readonly<Record<string, ConsentPart>> = {
  'save-reflection': 'reflections',
  'keep-as-reflection': 'reflections',
  'add-to-reflection': 'reflections',
  'change-reflection': 'reflections',
  'not-understood': 'reflections',
  'share-with-coordinator': 'sharing',
};

/** Why it cannot be done, with the question that would change it; undefined when nothing stands in the way. */
export async function lacksConsent(command: string, by: By, read: Reader): Promise<Refusal | undefined> {
  const part = needs[command];
  if (part === undefined || by.is !== 'person' || by.person.state !== 'active') return undefined;
  const { said, wordings } = await read.privacy.consents(by.person.id);
  if (
    holds(
      said.find((each) => each.part === part),
      wordings[part],
    )
  )
    return undefined;
  return {
    refused: 'consent.needed',
    say: text('consent-needed'),
    show: { screen: 'consent', args: { part } },
  };
}
