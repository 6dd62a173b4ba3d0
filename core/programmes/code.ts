import { z } from 'zod';

/** How things of a programme are named in its document, in links and in the database: small letters, digits and "-". */
export const Code = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'Write it in small letters, digits and "-" between them, such as "north-side".',
  )
  .max(40);

/** A sentence that people read, as it is written; `easy` is the same in Easy Read. */
export const Said = z.union([
  z.string().trim().min(1).max(400),
  z.strictObject({ plain: z.string().trim().min(1).max(400), easy: z.string().trim().min(1).max(400) }),
]);
export type Said = z.infer<typeof Said>;

export function saidTo(said: Said, language: 'en' | 'en-easy'): string {
  if (typeof said === 'string') return said;
  return language === 'en-easy' ? said.easy : said.plain;
}

/** A number to call or to text, as people read it. */
export const PhoneNumber = z
  .string()
  .regex(/^[0-9 ]{3,16}$/, 'Write the number in 3 to 16 digits and spaces.');
