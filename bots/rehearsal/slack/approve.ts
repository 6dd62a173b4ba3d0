import { z } from 'zod';
import { type Content, judgeContent } from './judge.ts';
import { type Block, type Fields, type Refused, refuseWith } from './wire.ts';
import type { World } from './world.ts';

const picture = z.looseObject({ type: z.literal('image'), slack_file: z.looseObject({ id: z.string() }) });

/** Judges what a call would write, also by what only this workspace knows: which files there are. */
export function approveContent(
  world: World,
  params: Fields,
  kind: 'new' | 'edited' | 'answer',
): Content | Refused {
  const content = judgeContent(params, kind);
  if ('refused' in content) return content;
  const faults = (content.blocks ?? []).flatMap((block, index) => faultsOfFiles(world, block, index));
  return faults.length > 0 ? { refused: refuseWith('invalid_blocks', faults) } : content;
}

function faultsOfFiles({ files }: World, block: Block, index: number): string[] {
  return [block, block.accessory, ...(block.elements ?? [])].flatMap((one) => {
    const read = picture.safeParse(one);
    const isThere = !read.success || files.has(read.data.slack_file.id);
    return isThere ? [] : [`invalid slack file [json-pointer:/blocks/${index}/slack_file]`];
  });
}
