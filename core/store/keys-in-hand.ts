type Wrapped = { readonly id: string; readonly wrappedKey: string };

/** So many people may be talked with at once; of more, whoever was heard of longest ago is let go (our default). */
const MOST = 256;

/**
 * Keys of people that were unwrapped lately, so that what somebody does in a row unwraps theirs once. In memory alone, beside
 * the master key that would open them anyway. One is found by whose it is and how it is wrapped, both: a key that was
 * wrapped anew, moved to another person or taken away is not found. Only what opened is held.
 */
export function keysInHand<K>(most = MOST) {
  const held = new Map<string, { readonly wrappedKey: string; readonly key: K }>();
  return {
    take({ id, wrappedKey }: Wrapped, unwrap: () => K): K {
      const found = held.get(id);
      const key = found?.wrappedKey === wrappedKey ? found.key : unwrap();
      // The newest stands last.
      held.delete(id);
      held.set(id, { wrappedKey, key });
      const [oldest] = held.keys();
      if (held.size > most && oldest !== undefined) held.delete(oldest);
      return key;
    },
    drop(ids: readonly string[]): void {
      for (const id of ids) held.delete(id);
    },
    size: () => held.size,
  };
}
