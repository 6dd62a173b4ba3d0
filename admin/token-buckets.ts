/** How often one token may ask: so many at once, and so many a second from then on. */
export type Pace = { readonly burst: number; readonly perSecond: number };

/** Our default: a page of a desk asks a dozen things at once, a program that copies everything a few a second. */
export const PACE: Pace = { burst: 60, perSecond: 10 };

type Bucket = { left: number; at: number };

/**
 * A bucket a token, which fills up steadily.
 * @returns a function from a token's id and the moment (milliseconds) to the whole seconds to wait; 0: go on
 */
export function tokenBuckets({ burst, perSecond }: Pace): (id: string, at: number) => number {
  const buckets = new Map<string, Bucket>();
  return (id, at) => {
    const { left, at: before } = buckets.get(id) ?? { left: burst, at };
    const now = Math.min(burst, left + (Math.max(0, at - before) / 1000) * perSecond);
    if (now < 1) {
      buckets.set(id, { left: now, at });
      return Math.ceil((1 - now) / perSecond);
    }
    buckets.set(id, { left: now - 1, at });
    return 0;
  };
}
