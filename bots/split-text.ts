const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts a text into parts of at most `most` characters (UTF-16 units): between sentences, else between words, else between characters. */
export function splitText(text: string, most: number): string[] {
  if (text.length <= most) return [text.trim()].filter((each) => each !== '');
  const parts: string[] = [];
  let part = '';
  for (const piece of pieces(text, most, [sentences, words, characters])) {
    if (part.length + piece.length > most) {
      parts.push(part);
      part = '';
    }
    part += piece;
  }
  if (part !== '') parts.push(part);
  // A part of nothing but white space cannot be sent, and says nothing.
  return parts.map((each) => each.trim()).filter((each) => each !== '');
}

function pieces(text: string, most: number, by: readonly Intl.Segmenter[]): string[] {
  if (text.length <= most && by.length < 3) return [text];
  const [first, ...finer] = by;
  if (first === undefined) return hardCut(text, most);
  return [...first.segment(text)].flatMap(({ segment }) =>
    segment.length <= most ? [segment] : pieces(segment, most, finer),
  );
}

// One "character" may be a thousand joined signs; then anywhere will do.
function hardCut(text: string, most: number): string[] {
  const cut: string[] = [];
  for (let from = 0; from < text.length; from += most) cut.push(text.slice(from, from + most));
  return cut;
}
