import type { Rest } from './discord-rest.ts';
import type { Promises } from './promises.ts';

/** What the channel works with. */
export type ChannelParts = {
  readonly rest: Rest;
  readonly applicationId: string;
  readonly promises: Promises;
};
