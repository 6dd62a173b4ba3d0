import { z } from 'zod';
import { type Heard, heard } from './interact.ts';
import { blocksJson, interactionJson, viewJson } from './payloads.ts';
import type { ShownInput, ShownOption } from './shown.ts';
import type { WireView } from './views.ts';
import type { WireUser } from './wire.ts';
import type { World } from './world.ts';

const answered = z.looseObject({
  options: z.array(z.looseObject({ text: z.looseObject({ text: z.string() }), value: z.string() })),
});

export interface Suggested {
  readonly options: readonly ShownOption[];
  readonly heard: Heard;
}

/** Asks the app which options fit what somebody has typed into a menu. */
export async function askForOptions(
  world: World,
  me: WireUser,
  view: WireView,
  { actionId, blockId }: ShownInput,
  value: string,
): Promise<Suggested> {
  const payload = {
    ...interactionJson(world.app, me, 'block_suggestion'),
    container: { type: 'view', view_id: view.id },
    action_id: actionId,
    block_id: blockId,
    value,
    view: { ...viewJson(world.app, view), blocks: blocksJson(view.blocks) },
  };
  const outcome = await world.dispatcher.dispatch('interactive', payload, true);
  const read = answered.safeParse(outcome.kind === 'acknowledged' ? outcome.answer : undefined);
  const options = (read.data?.options ?? []).map((one) => ({ label: one.text.text, value: one.value }));
  return { options, heard: heard(outcome) };
}
