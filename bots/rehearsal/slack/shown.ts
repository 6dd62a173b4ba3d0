import type { Format, Link, Mention, SeenText } from './seen-text.ts';

export interface ShownButton {
  readonly label: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value?: string;
  readonly url?: string;
  readonly style?: string;
  /** The question that the app asks before the press counts. */
  readonly confirm?: string;
}

export interface ShownOption {
  readonly label: string;
  readonly value: string;
}

/** A menu, radio buttons, boxes to tick, a date or time, a search: whatever one chooses with. */
export interface ShownSelect {
  /** Its placeholder, or the words it stands beside where it has none. */
  readonly label: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly type: string;
  readonly options: readonly ShownOption[];
  /** The labels or values that are chosen now. */
  readonly chosen: readonly string[];
}

/** A field of a form. */
export interface ShownInput {
  readonly label: string;
  readonly hint?: string;
  readonly isOptional: boolean;
  readonly actionId: string;
  readonly blockId: string;
  readonly type: string;
  readonly options: readonly ShownOption[];
  readonly value: string | readonly string[] | undefined;
  /** What the bot said was wrong with it. */
  readonly error?: string;
}

/** What blocks look like, without their looks. */
export interface ShownBlocks extends Omit<SeenText, 'plain'> {
  readonly paragraphs: readonly string[];
  /** Rows of buttons: one a block. */
  readonly buttons: readonly (readonly ShownButton[])[];
  readonly selects: readonly ShownSelect[];
  readonly inputs: readonly ShownInput[];
  readonly images: readonly { readonly alt: string; readonly source: string }[];
}

export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly size: number;
}

/** A message as it stands on one person's screen. */
export interface Shown extends ShownBlocks {
  readonly ts: string;
  readonly channel: string;
  readonly from: { readonly id: string; readonly name: string; readonly isBot: boolean };
  /** Everything that can be read: the paragraphs of the blocks, or the text where there are none. */
  readonly text: string;
  /** The text that goes with the blocks: what a notification and a screen reader say. */
  readonly fallback: string;
  readonly mentions: readonly Mention[];
  readonly links: readonly Link[];
  readonly formats: readonly Format[];
  readonly files: readonly ShownFile[];
  /** "Only visible to you". */
  readonly isEphemeral: boolean;
  readonly threadTs?: string;
  /** Epoch milliseconds by the stand-in's clock. */
  readonly at: number;
  readonly isEdited: boolean;
  /** Grows with every change of anything: what was shown or changed later has a greater one. */
  readonly revision: number;
}

/** The app's Home tab, or a modal that is open. */
export interface ShownView extends ShownBlocks {
  readonly viewId: string;
  readonly callbackId: string;
  readonly text: string;
  readonly title: string;
  readonly submit?: string;
  readonly close: string;
  /** How many views lie under it, itself included. */
  readonly depth: number;
  readonly revision: number;
}
