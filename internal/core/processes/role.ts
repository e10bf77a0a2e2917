/**
 * What a process does of the platform's work; one process may do all of it. `api` answers requests, `worker` does steps, events and mail,
 * `scheduler` does what one does for all.
 */
export const roles = ["api", "worker", "scheduler"] as const;
export type Role = (typeof roles)[number];
