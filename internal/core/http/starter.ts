const lookMilliseconds = 200;

/**
 * Calls `ended` once when the process that started this one has gone. Only where npm did: told to stop, it ends its shell alone, and what
 * runs in that would go on, holding its port, with nobody to stop it. Does not keep the process alive.
 */
export function whenStarterEnds(env: Readonly<Record<string, string | undefined>>, ended: () => void): void {
  if (env.npm_lifecycle_event === undefined) return;
  const starter = process.ppid;
  const look = setInterval(() => {
    // A process without its parent is given another.
    if (process.ppid === starter) return;
    clearInterval(look);
    ended();
  }, lookMilliseconds);
  look.unref();
}
