import type { Live } from "./live.ts";

export interface LocalLive extends Live {
  /** Wakes every topic: nobody knows which wakes were missed. */
  wakeAll(): void;
}

/** Live within one process. A topic costs memory only while somebody listens to it. */
export function localLive(): LocalLive {
  const topics = new Map<string, Set<() => void>>();

  function subscribe(topic: string, listener: () => void): () => void {
    // A function of its own for each subscription: the same listener may subscribe twice and leave once.
    const call = () => listener();
    const listeners = topics.get(topic) ?? new Set();
    topics.set(topic, listeners.add(call));
    return () => {
      listeners.delete(call);
      if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic);
    };
  }

  function wake(topic: string): void {
    // A copy: listeners come and go while they are called.
    for (const listener of [...(topics.get(topic) ?? [])]) listener();
  }

  return {
    wake,
    wakeAll() {
      for (const topic of [...topics.keys()]) wake(topic);
    },
    subscribe,
    next(topic, milliseconds, signal) {
      return new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const finish = () => {
          clearTimeout(timer);
          leave();
          signal.removeEventListener("abort", finish);
          resolve();
        };
        const timer = setTimeout(finish, milliseconds);
        const leave = subscribe(topic, finish);
        signal.addEventListener("abort", finish, { once: true });
      });
    },
  };
}
