import type { Answer, Phone, Question } from './app.ts';

/** A form that lies over the chat, in the hands of somebody who fills it in from the top. */
export type OpenSheet = {
  readonly title: string;
  /** The question that is next. */
  reads(): string;
  labels(): string[];
  press(label: string | RegExp): Promise<void>;
  write(words: string): Promise<void>;
};

/** The form that is open on this phone: the same as before where it has not gone off yet. */
export function openSheet(phone: Phone, before: OpenSheet | undefined): OpenSheet | undefined {
  const sheet = phone.sheet();
  if (sheet === undefined) return undefined;
  if (before !== undefined) return before;
  const { title, texts, questions } = sheet;
  const answers: Answer[] = [];
  let at = 0;
  const current = (): Question => {
    const question = questions[at];
    if (question === undefined) throw new Error(`"${title}" asks nothing more`);
    return question;
  };
  const answer = async (given: Answer | undefined): Promise<void> => {
    if (given !== undefined) answers.push(given);
    at += 1;
    if (at === questions.length) await phone.submit(answers);
  };
  return {
    title,
    reads: () => [title, ...texts, current().says].join('\n'),
    labels: () => [...current().options, ...(current().optional ? ['Skip'] : [])],
    async press(label) {
      const { id, options, optional } = current();
      const chosen = options.find((one) => (typeof label === 'string' ? one === label : label.test(one)));
      if (chosen !== undefined) return await answer({ question: id, chosen });
      if (optional && label === 'Skip') return await answer(undefined);
      throw new Error(`"${title}" has no "${label}" to choose among: ${options.join(' | ')}`);
    },
    async write(words) {
      const { id, written } = current();
      if (!written) throw new Error(`"${title}" takes no words of one's own: ${current().says}`);
      await answer({ question: id, wrote: words });
    },
  };
}
