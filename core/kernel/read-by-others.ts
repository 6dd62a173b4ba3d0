import type { Recipient } from './screen.ts';

/** Whoever runs a Slack workspace can read everything in it: what is meant for a few people by name is not shown there. */
export function isReadByOthers({ account }: Pick<Recipient, 'account'>): boolean {
  return account?.platform === 'slack';
}
