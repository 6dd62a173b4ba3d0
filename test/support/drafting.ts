import type { Core } from '../../core/index.ts';
import type { WorkedOut, WorksOut } from '../../core/work-out-draft.ts';

const by = { is: 'coordinator', name: 'test' } as const;

type Drafting = { readonly core: Core; readonly programmeId: string };

/** Asks for a draft of everybody. Returns its id. @throws when it is refused */
export async function askedDraft({ core, programmeId }: Drafting, seed = '1'): Promise<string> {
  const asked = await core.perform({ command: 'ask-for-draft', args: { programmeId, seed }, by });
  if (asked.did !== 'done') throw new Error(`No draft: ${JSON.stringify(asked)}`);
  return String(asked.happened[0]?.ids['draftId']);
}

/** A draft of everybody, asked for and worked out. */
export async function madeDraft(drafting: Drafting, seed = '1', how: WorksOut = {}): Promise<WorkedOut> {
  return await drafting.core.draft(await askedDraft(drafting, seed), how);
}
