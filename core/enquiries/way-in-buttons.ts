import type { Button } from '../kernel/message.ts';
import type { As } from '../programmes/intake.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Text } from '../texts/text.ts';
import { questionsFor } from './intake-answers.ts';

/**
 * What begins somebody's way in: whether what they answer may be kept, where they have not said so yet; the programme's
 * questions; or straight on where it asks none.
 */
export function comeIn(
  { id, document }: Pick<Programme, 'id' | 'document'>,
  as: As,
  label: Text,
  source: string | undefined,
  agreed: boolean,
): Button {
  const args = { programmeId: id, as, ...(source === undefined ? {} : { source }) };
  if (questionsFor(document, as).length === 0) return { label, command: 'finish-intake', args };
  return agreed
    ? { label, command: 'open-form', args: { form: 'intake', args } }
    : { label, command: 'show', args: { screen: 'may-keep-answers', args } };
}
