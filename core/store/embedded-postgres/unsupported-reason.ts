export type CLibrary = 'glibc' | 'musl' | 'none';

const INSTEAD = 'Set DATABASE_URL to a PostgreSQL server that is already running.';

const SUPPORTED = new Set(['linux x64', 'linux arm64', 'darwin x64', 'darwin arm64']);

/**
 * Why this machine cannot run Beenthere's own PostgreSQL, as sentences that say what to do instead; undefined
 * where it can.
 * @param libc which C library the system has; only looked at on Linux
 */
export function unsupportedReason(platform: string, arch: string, libc: CLibrary): string | undefined {
  if (platform === 'win32') {
    return `Beenthere cannot run its own database on Windows. ${INSTEAD}`;
  }
  if (!SUPPORTED.has(`${platform} ${arch}`)) {
    return `There is no PostgreSQL to run for this machine (${platform} ${arch}). ${INSTEAD}`;
  }
  if (platform === 'linux' && libc !== 'glibc') {
    return `Beenthere's own database needs a Linux with glibc, such as Debian or Ubuntu; this one has another C library, as Alpine does. ${INSTEAD}`;
  }
  return undefined;
}
