const HOUR = 60;

/** Lengths that have words of their own, in minutes. */
const SPOKEN: readonly (readonly [RegExp, number])[] = [
  [/^(?:a )?quarter of an hour$/, 15],
  [/^half(?: an| a)? hour$/, 30],
  [/^(?:three quarters|3\/4|three quarter) of an hour$/, 45],
  [/^(?:an|a|one) hour and a half$|^one and a half hours$/, 90],
  [/^(?:an|a|one) hour$/, 60],
  [/^two hours$/, 120],
];
const MINUTES = /^(\d{1,3}) ?(?:m|min|mins|minute|minutes)?$/;
const HOURS =
  /^(\d(?:\.\d{1,2})?) ?(?:h|hr|hrs|hour|hours)(?: (?:and )?(\d{1,2}) ?(?:m|min|mins|minute|minutes)?)?$/;

/** How long, in minutes, as somebody wrote it: "45", "45 min", "an hour and a half", "1.5 hours". Undefined: not read. */
export function readLength(written: string): number | undefined {
  const plain = written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})-|\s+/gu, ' ')
    .replace(/^(?:about|for|around|just|only)(?: about)? |[.!,]+$/g, '')
    .trim();
  const spoken = SPOKEN.find(([words]) => words.test(plain));
  if (spoken !== undefined) return spoken[1];
  const [, minutes] = MINUTES.exec(plain) ?? [];
  if (minutes !== undefined) return Number(minutes);
  const [, hours, more = '0'] = HOURS.exec(plain) ?? [];
  return hours === undefined ? undefined : Math.round(Number(hours) * HOUR) + Number(more);
}
