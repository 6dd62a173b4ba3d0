import { readdirSync, readFileSync } from 'node:fs';

/** The language variants a person can choose between: plain English, and Easy Read. */
export const languages = ['en', 'en-easy'] as const;

export type Language = (typeof languages)[number];

/** One Fluent file as it lies on the disk. */
export type Source = { readonly file: string; readonly text: string };

/** Every Fluent file of a language, in the order of their names; together they are one catalogue. */
export function readCatalogue(language: Language): Source[] {
  const folder = new URL(`./${language}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ftl'))
    .sort()
    .map((name) => ({ file: `${language}/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }));
}
