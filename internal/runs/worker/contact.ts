/** Since when the database has answered without a break. */
export interface Contact {
  /** It has answered, at `now`, what it was asked at `asked`. */
  answered(asked: number, now: number): void;
  /** It has not answered. */
  failed(): void;
  /** Whether it has answered for the time of a lease on end. */
  lasts(now: number): boolean;
}

/**
 * Follows whether the database can be reached. Who was silent while it could not may be well: before leases are taken away for silence,
 * their holders must have had the time to renew them. An answer that took as long as holders wait between renewals is a break, too.
 */
export function contact(leaseMilliseconds: number): Contact {
  let since: number | undefined;
  return {
    answered(asked, now) {
      if (since === undefined || now - asked > leaseMilliseconds / 3) since = now;
    },
    failed() {
      since = undefined;
    },
    lasts: (now) => since !== undefined && now - since >= leaseMilliseconds,
  };
}
