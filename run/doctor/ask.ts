import { z } from 'zod';

/** What an app said, or that nothing answered. */
export type Said =
  | { readonly is: 'said'; readonly status: number; readonly headers: Headers; readonly body: unknown }
  | { readonly is: 'away' };

const MOST_MS = 8000;

/** Asks an app one thing. What is no JSON has an empty body. */
export async function ask(url: string, init: RequestInit = {}): Promise<Said> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(MOST_MS), redirect: 'manual' });
    const text = await response.text();
    return { is: 'said', status: response.status, headers: response.headers, body: parsed(text) };
  } catch {
    return { is: 'away' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** What was asked for, if it has that shape. */
export function read<T>(schema: z.ZodType<T>, said: Said): T | undefined {
  return said.is === 'said' ? schema.safeParse(said.body).data : undefined;
}

/** An application or a server by its id. */
export const Named = z.object({ id: z.string(), name: z.string() });
