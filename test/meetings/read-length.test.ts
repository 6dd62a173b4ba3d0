import { describe, expect, it } from 'vitest';
import { readLength } from '../../core/meetings/book/read-length.ts';

describe('a length as it is written', () => {
  it.each([
    ['45', 45],
    ['45 min', 45],
    ['45 Minutes.', 45],
    ['about 20 mins', 20],
    ['30m', 30],
    ['half an hour', 30],
    ['quarter of an hour', 15],
    ['three quarters of an hour', 45],
    ['three-quarters of an hour', 45],
    ['an hour', 60],
    ['1 hour', 60],
    ['1.5 hours', 90],
    ['an hour and a half', 90],
    ['1 hour 15', 75],
    ['1h 30 min', 90],
    ['2 hrs', 120],
  ])('%j is %i minutes', (written, minutes) => expect(readLength(written)).toBe(minutes));

  it.each(['', 'long', '45 people', '3pm', '-45', '4500', 'half past three', 'an hour or two'])(
    '%j is none',
    (written) => expect(readLength(written)).toBeUndefined(),
  );
});
