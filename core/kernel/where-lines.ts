import type { Text } from '../texts/text.ts';
import type { Paragraph } from './message.ts';
import { onlyAddressIn } from './web-address.ts';

/**
 * Where a meeting is, as somebody wrote it. The one address in it can be opened: `whose` says first whom it is from. Anything
 * else that people write stays words.
 */
export function whereLines(written: string, label: Text, whose: Text): Paragraph[] {
  const link = onlyAddressIn(written);
  if (link === undefined) return [label, { written }];
  const isAll = !/\s/.test(written.trim());
  return [...(isAll ? [] : [label, { written }]), whose, { link }];
}
