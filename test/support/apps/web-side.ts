import type { Core, Moment, Store } from '../../../core/index.ts';
import { serve, type Web, type WebParts } from '../../../run/serve.ts';

type Hooks = Pick<WebParts, 'telegram' | 'discord' | 'slack'>;

/** The web server of the program, for the app that posts to us what people do. */
export function webSide(
  core: Core,
  store: Pick<Store, 'answers'>,
  moment: () => Moment,
  hooks: Hooks,
): Promise<Web> {
  return serve({
    config: { host: '127.0.0.1', port: 0, publicUrl: undefined },
    core,
    moment,
    wake: () => undefined,
    databaseAnswers: store.answers,
    ...hooks,
  });
}
