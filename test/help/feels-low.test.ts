import { describe, expect, it } from 'vitest';
import { feelsLow } from '../../core/help/feels-low.ts';

describe('feeling low in plain words', () => {
  it.each([
    '😢',
    'today was a lot 😭',
    ':(',
    "I'm :-(",
    'I feel low',
    'feeling really low today',
    "I'm so sad",
    'i am very lonely',
    'feelin a bit down',
    "I'm not ok",
    'I am not doing well',
    'not feeling great, I feel not good',
    'I had a really bad day',
    'been crying all night',
    "can't stop crying",
    'sad',
    'Lonely.',
    'I feel terrible',
  ])('%j', (words) => expect(feelsLow(words)).toBe(true));

  it.each([
    'thanks',
    'hello',
    '😀',
    'see you down at the cafe',
    'Tuesday at 3pm (or 4)',
    'ok',
    'great, that suits me',
    'we met in the park and fed the ducks',
  ])('is not heard in %j', (words) => expect(feelsLow(words)).toBe(false));
});
