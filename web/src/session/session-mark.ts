const key = "archwright.session";

/**
 * Whether this browser may have a session: a mark without any secret, since no script sees the cookie itself. It spares a first
 * visitor a refused refresh. Where storage is blocked the answer is always yes, and the server decides.
 */
export class SessionMark {
  get(): boolean {
    try {
      return localStorage.getItem(key) !== null;
    } catch {
      return true;
    }
  }

  set(present: boolean): void {
    try {
      if (present) localStorage.setItem(key, "1");
      else localStorage.removeItem(key);
    } catch {
      // Then the server is asked.
    }
  }
}
