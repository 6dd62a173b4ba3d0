import { z } from 'zod';
import { findFaults } from './block-kit-schema.ts';
import { findBrokenRules, type Surface } from './block-rules.ts';
import { type Block, type Fields, type Refused, readBlocks, refuse, refuseWith, textOf } from './wire.ts';

/** The longest text of a message; an edit may hold less. */
const LONGEST_TEXT = { new: 40_000, edited: 4000, answer: 40_000 };
/** All texts of the blocks of a posted message together; Slack's own people name the figure, its documentation does not. */
const MOST_BLOCK_TEXT = 12_000;
/** A view with everything in it, in bytes. */
const LARGEST_VIEW = 250_000;

/** What a message says, approved. `undefined` where the call does not speak of it. */
export interface Content {
  readonly text: string | undefined;
  readonly blocks: readonly Block[] | undefined;
  readonly metadata: unknown;
}

/** A structure of a call: as it is, or as JSON inside a text. */
export function structureOf(params: Fields, name: string): { value: unknown } | 'absent' | 'unreadable' {
  const value = params[name];
  if (value === undefined || value === null || value === '') return 'absent';
  if (typeof value !== 'string') return { value };
  try {
    return { value: JSON.parse(value) };
  } catch {
    return 'unreadable';
  }
}

/** Judges what a call would write: Slack's refusal, or what is approved. */
export function judgeContent(params: Fields, kind: 'new' | 'edited' | 'answer'): Content | Refused {
  const text = textOf(params, 'text');
  const blocks = judgeBlocks(params);
  if (typeof blocks === 'object' && 'refused' in blocks) return blocks;
  if (kind !== 'answer' && lengthOfTexts(blocks) > MOST_BLOCK_TEXT) {
    return { refused: refuse('msg_blocks_too_long') };
  }
  const attachments = structureOf(params, 'attachments');
  if (attachments === 'unreadable') return { refused: refuse('invalid_attachments') };
  const hasAttachments =
    attachments !== 'absent' && Array.isArray(attachments.value) && attachments.value.length > 0;
  // The stand-in does not show them, and what nobody can see must not pass for a message.
  if (hasAttachments)
    return { refused: refuseWith('invalid_arguments', ['use blocks: attachments are legacy']) };
  if ((text ?? '').trim() === '' && (blocks ?? []).length === 0) return { refused: refuse('no_text') };
  if ((text ?? '').length > LONGEST_TEXT[kind]) return { refused: refuse('msg_too_long') };
  const metadata = structureOf(params, 'metadata');
  if (metadata === 'unreadable') return { refused: refuse('invalid_metadata_format') };
  const isWrong = metadata !== 'absent' && findFaults('Metadata', metadata.value, '/metadata').length > 0;
  if (isWrong) return { refused: refuse('invalid_metadata_schema') };
  return { text, blocks, metadata: metadata === 'absent' ? undefined : metadata.value };
}

function lengthOfTexts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, inner]) =>
      sum + (name === 'text' && typeof inner === 'string' ? inner.length : lengthOfTexts(inner)),
    0,
  );
}

function judgeBlocks(params: Fields): readonly Block[] | undefined | Refused {
  const given = structureOf(params, 'blocks');
  if (given === 'absent') return undefined;
  if (given === 'unreadable' || !Array.isArray(given.value))
    return { refused: refuse('invalid_blocks_format') };
  const faults = faultsOfBlocks('Blocks', given.value, given.value, 'message', '/blocks');
  if (faults.length > 0) return { refused: refuseWith('invalid_blocks', faults) };
  return readBlocks(given.value);
}

function faultsOfBlocks(
  kind: 'Blocks' | 'Modal' | 'Home',
  whole: unknown,
  blocks: unknown,
  surface: Surface,
  at: string,
): string[] {
  const faults = findFaults(kind, whole, kind === 'Blocks' ? at : '/view');
  return faults.length > 0 ? faults : findBrokenRules(readBlocks(blocks), surface, at);
}

const viewFields = z.object({
  type: z.enum(['modal', 'home']),
  blocks: z.array(z.unknown()),
  title: z.record(z.string(), z.unknown()).optional(),
  submit: z.record(z.string(), z.unknown()).optional(),
  close: z.record(z.string(), z.unknown()).optional(),
  private_metadata: z.string().default(''),
  callback_id: z.string().default(''),
  external_id: z.string().default(''),
  clear_on_close: z.boolean().default(false),
  notify_on_close: z.boolean().default(false),
});

export type ApprovedView = Omit<z.infer<typeof viewFields>, 'blocks'> & { readonly blocks: readonly Block[] };

/** Judges a view of a call, or one that came with an acknowledgement. */
export function judgeView(params: Fields, kind: 'modal' | 'home'): ApprovedView | Refused {
  const given = structureOf(params, 'view');
  if (given === 'absent') {
    return { refused: refuseWith('invalid_arguments', ['missing required field: view']) };
  }
  if (given === 'unreadable') {
    return { refused: refuseWith('invalid_arguments', ['must be a valid JSON [json-pointer:/view]']) };
  }
  const { value } = given;
  if (JSON.stringify(value).length > LARGEST_VIEW) return { refused: refuse('view_too_large') };
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  if (type !== kind) {
    return { refused: refuseWith('invalid_arguments', [`must be ${kind} [json-pointer:/view/type]`]) };
  }
  const blocks = typeof value === 'object' && value !== null && 'blocks' in value ? value.blocks : undefined;
  const faults = faultsOfBlocks(kind === 'modal' ? 'Modal' : 'Home', value, blocks, kind, '/view/blocks');
  if (faults.length > 0) return { refused: refuseWith('invalid_arguments', faults) };
  const view = { ...viewFields.parse(value), blocks: readBlocks(blocks) };
  const needsSubmit = kind === 'modal' && view.blocks.some((block) => block.type === 'input');
  if (needsSubmit && view.submit === undefined) {
    const words = 'must define `submit` to use an `input` block in modals [json-pointer:/view]';
    return { refused: refuseWith('invalid_arguments', [words]) };
  }
  return view;
}
