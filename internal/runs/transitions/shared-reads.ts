/** Reads something by a key, for whoever asks. */
export type SharedRead<Value> = (key: string, read: () => Promise<Value>) => Promise<Value>;

/**
 * One read for all who ask for the same at about the same time. Who asks while it is being read gets what the next read finds, for it
 * begins after they asked: nobody is told what was true before. A read that fails does so for those who shared it.
 */
export function sharedReads<Value>(): SharedRead<Value> {
  /** What is being read; never rejects. */
  const current = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<Value>>();

  function begin(key: string, read: () => Promise<Value>): Promise<Value> {
    next.delete(key);
    const value = read();
    const over = value.then(
      () => {},
      () => {},
    );
    const reading = over.then(() => {
      if (current.get(key) === reading) current.delete(key);
    });
    current.set(key, reading);
    return value;
  }

  return (key, read) => {
    const before = current.get(key);
    if (before === undefined) return begin(key, read);
    const shared = next.get(key) ?? before.then(() => begin(key, read));
    next.set(key, shared);
    return shared;
  };
}
