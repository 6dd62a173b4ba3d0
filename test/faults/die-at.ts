// Loaded into a process before main.ts: it ends by SIGKILL at the step that DIE_AT names, the first time or the one that
// DIE_AFTER counts to.
import { onCrashpoint } from '../../core/delivery/crashpoint.ts';

let left = Number(process.env['DIE_AFTER'] ?? 1);
onCrashpoint((name) => {
  if (name !== process.env['DIE_AT']) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
