import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CLibrary } from './unsupported-reason.ts';

const reportSchema = z.object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) });

/** The C library this process runs on. */
export function cLibrary(): CLibrary {
  if (process.platform !== 'linux' || process.report === undefined) return 'none';
  const report = reportSchema.safeParse(process.report.getReport());
  return report.success && report.data.header.glibcVersionRuntime !== undefined ? 'glibc' : 'musl';
}

/** Whether this process is root, by its effective user id. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/** The user ids that have a name in /etc/passwd, by name. Empty where there is no such file. */
export function namedUsers(): Map<string, number> {
  if (!existsSync('/etc/passwd')) return new Map();
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = lines.map((line) => line.split(':')).filter((parts) => parts.length > 2);
  return new Map(fields.map(([name, , uid]) => [String(name), Number(uid)]));
}
