/** One thing that the doctor looked at. */
export type Finding = {
  readonly about: string;
  readonly is: 'right' | 'wrong' | 'note';
  readonly says: string;
  /** What to do about it. */
  readonly todo?: string;
};

export const right = (about: string, says: string): Finding => ({ about, is: 'right', says });
export const note = (about: string, says: string): Finding => ({ about, is: 'note', says });
export const wrong = (about: string, says: string, todo: string): Finding => ({
  about,
  is: 'wrong',
  says,
  todo,
});

/** Nothing that says anything of the token. */
export function away(about: string, variable: string): Finding {
  return wrong(
    about,
    `${about} cannot be reached.`,
    `Check the network, and ${variable} if you have set it.`,
  );
}

export function unexpected(about: string, variable: string, status: number): Finding {
  return wrong(
    about,
    `${about} answered in a way that was not expected (status ${status}).`,
    `Look again in some minutes, and check ${variable} if you have set it.`,
  );
}
