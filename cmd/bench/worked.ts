/** Microseconds that this process has worked so far, on all of its threads. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
