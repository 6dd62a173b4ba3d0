import { expect, test } from 'vitest';
import { InHand } from '../../core/delivery/in-hand.ts';

test('a place is free again as soon as its work has ended, whatever the others do', async () => {
  const inHand = new InHand(3);
  const [slow, quick] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  inHand.take(slow.promise);
  inHand.take(quick.promise);
  expect(inHand.room).toBe(1);
  const isThere = inHand.untilRoom(2);
  quick.resolve();
  await isThere;
  expect([inHand.room, inHand.isIdle]).toEqual([2, false]);
  slow.resolve();
  await inHand.untilIdle();
  expect([inHand.room, inHand.isIdle]).toEqual([3, true]);
});

test('what fails is told at the end, when nothing is under way any more', async () => {
  const inHand = new InHand(2);
  const slow = Promise.withResolvers<void>();
  inHand.take(slow.promise);
  inHand.take(Promise.reject(new Error('the database is away')));
  await inHand.untilRoom(1);
  expect(inHand.isWell).toBe(false);
  const idle = inHand.untilIdle();
  slow.resolve();
  await expect(idle).rejects.toThrow('away');
  expect(inHand.isIdle).toBe(true);
});
