import { problem } from "../problems/problem.ts";

/** Streams that one organization may have open at once in one process: each asks the database now and then, and holds a connection. */
const mostStreams = 100;

/** Counts open streams by organization. */
export interface StreamSlots {
  /** Gives how to give the slot back, once or more often. A 429 problem when the organization has no more. */
  take(organization: string): () => void;
}

export function streamSlots(most = mostStreams): StreamSlots {
  const open = new Map<string, number>();
  return {
    take(organization) {
      const count = open.get(organization) ?? 0;
      if (count >= most) {
        const headers = { "Retry-After": "5" };
        throw problem.tooMany(`Your organization has ${most} streams of events open. Close some, or try again later.`, { headers });
      }
      open.set(organization, count + 1);
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        const left = (open.get(organization) ?? 1) - 1;
        if (left === 0) open.delete(organization);
        else open.set(organization, left);
      };
    },
  };
}
