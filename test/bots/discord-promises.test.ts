import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPromises } from '../../bots/discord/promises.ts';

const AFTER_MS = 1000;
const handle = { id: '1', applicationId: '2', token: 'secret' };
let takenBack: PromiseWithResolvers<unknown>[];
let promises: ReturnType<typeof openPromises>;

beforeEach(() => {
  vi.useFakeTimers();
  takenBack = [];
  const discord = {
    delete() {
      const asked = Promise.withResolvers<unknown>();
      takenBack.push(asked);
      return asked.promise;
    },
  };
  promises = openPromises(discord, AFTER_MS);
  promises.make(handle);
});
afterEach(() => {
  vi.useRealTimers();
});

test('what does not come is taken back, once', () => {
  promises.decided(handle);
  vi.advanceTimersByTime(AFTER_MS - 1);
  expect(takenBack).toHaveLength(0);
  vi.advanceTimersByTime(AFTER_MS * 3);
  expect(takenBack).toHaveLength(1);
});

test('an answer that is on its way is not taken back from under it', async () => {
  promises.decided(handle);
  vi.advanceTimersByTime(AFTER_MS - 1);
  await promises.begin(handle.id);
  vi.advanceTimersByTime(AFTER_MS * 3);
  promises.keep(handle.id);
  vi.advanceTimersByTime(AFTER_MS * 3);
  expect(takenBack).toHaveLength(0);
});

test('nor is one that began before all was decided', async () => {
  await promises.begin(handle.id);
  promises.decided(handle);
  vi.advanceTimersByTime(AFTER_MS * 3);
  expect(takenBack).toHaveLength(0);
  promises.keep(handle.id);
});

test('one that failed on its way is waited for again, and then taken back', async () => {
  promises.decided(handle);
  await promises.begin(handle.id);
  promises.failed(handle.id);
  vi.advanceTimersByTime(AFTER_MS - 1);
  expect(takenBack).toHaveLength(0);
  vi.advanceTimersByTime(2);
  expect(takenBack).toHaveLength(1);
});

test('an answer waits until what was promised is taken back, so that it is not what goes', async () => {
  promises.decided(handle);
  vi.advanceTimersByTime(AFTER_MS);
  let hasBegun = false;
  const beginning = promises.begin(handle.id).then(() => {
    hasBegun = true;
  });
  await vi.advanceTimersByTimeAsync(10);
  expect(hasBegun).toBe(false);
  takenBack[0]?.resolve(undefined);
  await beginning;
  expect(hasBegun).toBe(true);
});
