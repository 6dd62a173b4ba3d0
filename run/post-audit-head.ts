import { open } from 'node:fs/promises';
import type { Core, Moment, Store } from '../core/index.ts';
import { writtenHead } from '../core/store/audit/audit.ts';

/**
 * Adds the head of the audit to a file, with the moment: on a disk, or in a folder that is copied elsewhere, to which
 * whoever can change the database cannot write. "audit verify --head FILE" checks every one of them.
 */
export async function postAuditHead(
  core: Pick<Core, 'chain'>,
  store: Pick<Store, 'audit'>,
  file: string,
  at: Moment,
): Promise<void> {
  await core.chain();
  const head = writtenHead(await store.audit.head());
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(`${at.now.toString({ smallestUnit: 'second' })} ${head}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
