import { Server } from 'node:http';
import { serve as listen } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { adminApi } from '../admin/admin-api.ts';
import { deskPages } from '../admin/desk/desk.ts';
import { healthRoutes } from '../admin/health-routes.ts';
import { countRequests } from '../admin/measures.ts';
import type { RequestNote } from '../admin/parts.ts';
import type { Config } from '../config.ts';
import type { Core, Moment } from '../core/index.ts';
import { Foreseen } from '../core/kernel/foreseen.ts';
import type { WebHandler } from './connected.ts';

export type Web = { readonly url: string; stop(): Promise<void> };

export type WebParts = {
  readonly config: Pick<Config, 'host' | 'port' | 'publicUrl'>;
  readonly core: Core;
  /** The moment now. */
  readonly moment: () => Moment;
  wake(): void;
  /** Told of what went wrong inside: codes only. */
  readonly onFault?: (fault: Readonly<Record<string, string>>) => void;
  /** Told of every request to the API that was answered. */
  readonly onRequest?: (note: RequestNote) => void;
  databaseAnswers(): Promise<boolean>;
  readonly telegram?: WebHandler | undefined;
  readonly discord?: WebHandler | undefined;
  readonly slack?: WebHandler | undefined;
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
  const requests = countRequests();
  app.route('/', healthRoutes({ ...parts, isHere: isFromHere, requests }));
  const { telegram, discord, slack } = parts;
  if (telegram !== undefined) app.post('/telegram', (context) => telegram(context.req.raw));
  if (discord !== undefined) app.post('/discord/interactions', (context) => discord(context.req.raw));
  if (slack !== undefined) app.post('/slack/events', (context) => slack(context.req.raw));
  const api = adminApi({
    ...parts,
    onRequest(note) {
      requests.note(note);
      parts.onRequest?.(note);
    },
  });
  app.mount('/api', api.fetch);
  app.route('/desk', deskPages({ ...parts, publicUrl: parts.config.publicUrl }));
  for (const { path, app: more } of parts.pages ?? []) app.route(path, more);
  return await listening(app, parts.config);
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** From this machine and not on behalf of anybody else. */
function isFromHere(context: Context): boolean {
  const { req } = context;
  const isPassedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => req.header(name) !== undefined,
  );
  return !isPassedOn && LOOPBACK.test(getConnInfo(context).remote.address ?? '');
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
