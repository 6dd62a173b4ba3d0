import { createHash } from 'node:crypto';
import { type ApprovedView, judgeView } from './judge.ts';
import { viewJson } from './payloads.ts';
import { withNames } from './posting.ts';
import { initialState } from './state.ts';
import { DEEPEST_STACK, type WireView } from './views.ts';
import { accept, type Fields, type Reply, refuse, refuseWith, textOf } from './wire.ts';
import type { Method, World } from './world.ts';

/** Makes a view out of what the bot asked for; `old` is the one whose place it takes. */
export function makeView(
  world: World,
  owner: string,
  approved: ApprovedView,
  place: { readonly old?: WireView | undefined; readonly under?: WireView | undefined },
): WireView {
  const { old, under } = place;
  const blocks = withNames(world, approved.blocks);
  const id = old?.id ?? world.workspace.newId('V');
  const revision = world.workspace.revision + 1;
  const digest = createHash('sha1')
    .update(`${id} ${revision} ${JSON.stringify(blocks)}`)
    .digest('hex');
  return {
    id,
    owner,
    type: approved.type,
    callbackId: approved.callback_id,
    externalId: approved.external_id,
    privateMetadata: approved.private_metadata,
    title: approved.title,
    submit: approved.submit,
    close: approved.close,
    blocks,
    clearOnClose: approved.clear_on_close,
    notifyOnClose: approved.notify_on_close,
    hash: `${Math.floor(world.now() / 1000)}.${digest.slice(0, 8)}`,
    state: initialState(blocks, old?.state),
    rootId: old?.rootId ?? under?.rootId ?? id,
    previousId: old?.previousId ?? under?.id,
    errors: {},
    revision,
  };
}

/** Whether another view already goes by the name that the bot gave this one. */
function isNameTaken(world: World, approved: ApprovedView, own: WireView | undefined): boolean {
  if (approved.external_id === '') return false;
  const other = world.views.find(undefined, approved.external_id);
  return other !== undefined && other.id !== own?.id;
}

const open: Method = (world, { params }) => {
  const trigger = world.triggers.check(textOf(params, 'trigger_id'));
  if (typeof trigger === 'string') return refuse(trigger);
  const approved = judgeView(params, 'modal');
  if ('refused' in approved) return approved.refused;
  if (isNameTaken(world, approved, undefined)) return refuse('duplicate_external_id');
  trigger.exchange();
  const view = makeView(world, trigger.user, approved, {});
  world.views.setStack(trigger.user, [view]);
  world.workspace.touch(trigger.user);
  return accept({ view: viewJson(world.app, view) });
};

const push: Method = (world, { params }) => {
  const trigger = world.triggers.check(textOf(params, 'trigger_id'));
  if (typeof trigger === 'string') return refuse(trigger);
  const stack = world.views.stack(trigger.user);
  const top = stack.at(-1);
  // A view is laid upon another: what was pressed has to have been in a modal that is still open.
  if (!top || trigger.view === undefined) return refuse('invalid_trigger_id');
  if (stack.length >= DEEPEST_STACK) return refuse('push_limit_reached');
  const approved = judgeView(params, 'modal');
  if ('refused' in approved) return approved.refused;
  if (isNameTaken(world, approved, undefined)) return refuse('duplicate_external_id');
  trigger.exchange();
  const view = makeView(world, trigger.user, approved, { under: top });
  world.views.setStack(trigger.user, [...stack, view]);
  world.workspace.touch(trigger.user);
  return accept({ view: viewJson(world.app, view) });
};

const update: Method = (world, { params }) => {
  const viewId = textOf(params, 'view_id');
  const externalId = textOf(params, 'external_id');
  if (viewId === undefined && externalId === undefined) {
    return refuseWith('invalid_arguments', ['missing required field: view_id or external_id']);
  }
  const old = world.views.find(viewId, externalId);
  if (!old) return refuse('not_found');
  return put(world, params, old.owner, old.type, old, (view) => world.views.replace(view));
};

const publish: Method = (world, { params }) => {
  const user = textOf(params, 'user_id') ?? '';
  const person = world.workspace.person(user);
  if (!person || (person.deleted && !person.silentlyDeleted)) return refuse('user_not_found');
  return put(world, params, user, 'home', world.views.home(user), (view) => world.views.setHome(user, view));
};

/** Puts a view in the place of an older one, if nobody else has done so meanwhile. */
function put(
  world: World,
  params: Fields,
  owner: string,
  type: WireView['type'],
  old: WireView | undefined,
  keep: (view: WireView) => void,
): Reply {
  const hash = textOf(params, 'hash');
  if (hash !== undefined && old !== undefined && hash !== old.hash) return refuse('hash_conflict');
  const approved = judgeView(params, type);
  if ('refused' in approved) return approved.refused;
  if (isNameTaken(world, approved, old)) return refuse('duplicate_external_id');
  const view = makeView(world, owner, approved, { old });
  keep(view);
  world.workspace.touch(owner);
  return accept({ view: viewJson(world.app, view) });
}

export const VIEW_METHODS = { open, push, update, publish } satisfies Record<string, Method>;
