/** How often a server is asked whether it lives while it lets somebody wait, and how long it may take to say so. */
const askMilliseconds = 1_500;
const answerMilliseconds = 1_000;
const mostSilences = 2;

/** A server gave no sign of life while it was waited for. */
export class Silent extends Error {}

/**
 * Runs `work`, which waits for the server of `origin`, and ends it when that does not live any more: a process that hangs takes connections
 * all the same, and work that takes long is no reason to give up. Rejects with Silent then.
 */
export async function whileAlive<Result>(origin: string, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const dead = new AbortController();
  let silences = 0;
  const asking = setInterval(async () => {
    const alive = await fetch(`${origin}/health/live`, { signal: AbortSignal.timeout(answerMilliseconds) }).then(
      (response) => response.body?.cancel().then(() => true) ?? true,
      () => false,
    );
    silences = alive ? 0 : silences + 1;
    if (silences >= mostSilences) dead.abort(new Silent(`${origin} gives no sign of life.`));
  }, askMilliseconds);
  asking.unref();
  try {
    return await work(dead.signal);
  } finally {
    clearInterval(asking);
  }
}
