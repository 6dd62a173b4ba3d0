import { describe, expect, it } from 'vitest';
import { cLibrary } from '../../core/store/embedded-postgres/this-machine.ts';
import { unsupportedReason } from '../../core/store/embedded-postgres/unsupported-reason.ts';

describe('where Beenthere can run its own database', () => {
  it.each([
    ['linux', 'x64', 'glibc'],
    ['linux', 'arm64', 'glibc'],
    ['darwin', 'arm64', 'none'],
    ['darwin', 'x64', 'none'],
  ] as const)('runs on %s %s with %s', (platform, arch, libc) => {
    expect(unsupportedReason(platform, arch, libc)).toBeUndefined();
  });

  it.each([
    ['win32', 'x64', 'none', 'Windows'],
    ['linux', 'x64', 'musl', 'glibc'],
    ['linux', 'arm', 'glibc', 'linux arm'],
    ['freebsd', 'x64', 'none', 'freebsd x64'],
    ['win32', 'arm64', 'none', 'Windows'],
  ] as const)('says on %s %s with %s to set DATABASE_URL', (platform, arch, libc, named) => {
    const reason = unsupportedReason(platform, arch, libc);
    expect(reason).toContain(named);
    expect(reason).toContain('Set DATABASE_URL');
  });

  it('finds the C library of this machine', () => {
    // These tests run a real server, so whatever machine runs them has a library that will do.
    expect(cLibrary()).toBe(process.platform === 'linux' ? 'glibc' : 'none');
  });
});
