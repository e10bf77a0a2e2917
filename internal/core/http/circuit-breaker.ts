const mostFailures = 5;
const restMilliseconds = 1_000;

/** Keeps callers from waiting for a server that has just failed again and again. After a rest one call tries whether it is back. */
export class CircuitBreaker {
  #failures = 0;
  #restsUntil = 0;

  /** Whether a call may be made; the first one after a rest is the one that tries. */
  allows(now: number = performance.now()): boolean {
    if (this.#failures < mostFailures) return true;
    if (now < this.#restsUntil) return false;
    this.#restsUntil = now + restMilliseconds;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(now: number = performance.now()): void {
    this.#failures++;
    if (this.#failures >= mostFailures) this.#restsUntil = now + restMilliseconds;
  }
}
