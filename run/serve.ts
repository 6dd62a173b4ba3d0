import { Server } from 'node:http';
import { serve as listen } from '@hono/node-server';
import { Hono } from 'hono';
import { adminApi } from '../admin/admin-api.ts';
import type { Config } from '../config.ts';
import type { Core, Moment } from '../core/index.ts';
import { Foreseen } from '../core/kernel/foreseen.ts';
import type { WebHandler } from './connect-telegram.ts';

export type Web = { readonly url: string; stop(): Promise<void> };

export type WebParts = {
  readonly config: Pick<Config, 'host' | 'port' | 'publicUrl'>;
  readonly core: Core;
  /** The moment now. */
  readonly moment: () => Moment;
  wake(): void;
  /** Told of what went wrong inside: codes only. */
  readonly onFault?: (fault: Readonly<Record<string, string>>) => void;
  databaseAnswers(): Promise<boolean>;
  readonly telegram?: WebHandler | undefined;
  /** More pages, such as the rehearsal's. */
  readonly pages?: readonly { readonly path: string; readonly app: Hono }[];
};

/** The address is taken, or may not be used. The message says what to change. */
export class AddressRefused extends Foreseen {
  override name = 'AddressRefused';
}

/** The one web server: health, the webhooks of bots, the admin API and its pages. */
export async function serve(parts: WebParts): Promise<Web> {
  const app = new Hono();
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.get('/ready', async (context) =>
    (await parts.databaseAnswers())
      ? context.json({ status: 'ready' })
      : context.json({ status: 'waiting for the database' }, 503),
  );
  const { telegram } = parts;
  if (telegram !== undefined) app.post('/telegram', (context) => telegram(context.req.raw));
  app.mount('/api', adminApi(parts).fetch);
  for (const { path, app: more } of parts.pages ?? []) app.route(path, more);
  return await listening(app, parts.config);
}

function listening(app: Hono, { host, port }: WebParts['config']): Promise<Web> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname: host, port }, (at) => {
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${at.port}`,
        stop: () => closed(server),
      });
    });
    server.once('error', (error: NodeJS.ErrnoException) => reject(refused(error, host, port)));
  });
}

function refused(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new AddressRefused(
      `Port ${port} is already in use. Stop the other program, or set PORT to another number.`,
    );
  if (error.code === 'EACCES')
    return new AddressRefused(`Port ${port} may not be used by this user. Set PORT to a number above 1023.`);
  if (error.code === 'EADDRNOTAVAIL')
    return new AddressRefused(
      `This machine has no address ${host}. Set HOST to one of its own, such as 127.0.0.1.`,
    );
  return error;
}

function closed(server: ReturnType<typeof listen>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Long-lived connections (a page that listens) would hold the end up.
    if (server instanceof Server) server.closeAllConnections();
  });
}
