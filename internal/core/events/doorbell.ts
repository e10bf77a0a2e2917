import type { Live } from "../live/live.ts";

/** Remembers that somebody rang while nobody listened, which Live by itself does not. */
export interface Doorbell {
  ring(): void;
  /** Resolves when it rings or rang since the last wait, or after `milliseconds`; at once when closed. */
  wait(milliseconds: number): Promise<void>;
  close(): void;
}

export function doorbell(live: Live, topic: string): Doorbell {
  let rung = false;
  let closed = false;
  let answer: (() => void) | undefined;

  const ring = (): void => {
    rung = true;
    answer?.();
  };
  const leave = live.subscribe(topic, ring);

  return {
    ring,
    async wait(milliseconds) {
      if (!rung && !closed) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          answer = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        answer = undefined;
      }
      rung = false;
    },
    close() {
      closed = true;
      leave();
      answer?.();
    },
  };
}
