const blaming = [
  /\bmissed\b/i,
  /\bfail(s|ed|ing|ure|ures)?\b/i,
  /\byou (did not|didn['’]t|have not|haven['’]t|never|forgot|should have|were supposed|were late|are late)\b/i,
  /\bstreaks?\b/i,
  /\b(late|again) again\b/i,
  /\boverdue\b/i,
  /\bno[- ]shows?\b/i,
  /\bnon[- ]?complian(t|ce)\b/i,
  /\bcomplian(t|ce)\b/i,
  /\bpoor (attendance|engagement)\b/i,
  /\bsick(ness)?\b/i,
  /\bpatients?\b/i,
  /\bsuffer(s|ed|ing|er|ers)?\b/i,
  /\bvictims?\b/i,
  /\b(mentally ill|committed suicide|commit suicide|disturbed|abnormal|wheelchair[- ]bound)\b/i,
  /\b(unreliable|lazy|excuses?|blame|fault|guilty|ashamed)\b/i,
];

/** The words in a text that blame a person, count what they did not do, or speak of them as ill. */
export function blamingWords(said: string): string[] {
  return blaming.flatMap((words) => words.exec(said)?.[0] ?? []);
}

const longestSentence = 15;
const joints = /\b(because|if|when|while|until|before|after|so that|since)\b/gi;
const hardWords =
  /\b(although|though|whereas|unless|whose|whom|however|therefore|thus|regarding|via|prior to|in order to)\b/i;

/** Why a text is hard to read for somebody who needs Easy Read: one entry a sentence that is. */
export function hardToRead(said: string): string[] {
  return sentences(said).flatMap((sentence) => {
    const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (words.length > longestSentence) return [`${words.length} words: ${sentence}`];
    if ((sentence.match(joints) ?? []).length > 1) return [`more than one thought: ${sentence}`];
    if (/;|, which\b|\s[–—-]\s|\((?:\S+\s+){2,}[^)]*\)/.test(sentence))
      return [`a thought inside a thought: ${sentence}`];
    if (hardWords.test(sentence)) return [`a hard word: ${sentence}`];
    return [];
  });
}

function sentences(said: string): string[] {
  return said
    .split(/(?<=[.!?:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
