import { refresh, signOut } from "@sdk/sdk.gen.ts";
import { SessionMark } from "./session-mark.ts";

interface Answer {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly user: { readonly id: string };
}

interface Token {
  readonly value: string;
  readonly expiresAt: number;
}

/** Renew this long before the end, so that a slow request does not carry a dead token. */
const headStartMilliseconds = 60_000;

/**
 * The access token, in memory only; the refresh token is in a cookie that no script reads. A refresh token works once, and a
 * second use ends the session: so refreshing happens once at a time, across tabs too.
 */
class Session {
  #token: Token | undefined;
  #user: string | undefined;
  readonly #mark = new SessionMark();
  #refreshing: Promise<boolean> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #endListeners = new Set<() => void>();
  readonly #channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("archwright.session") : undefined;

  constructor() {
    this.#channel?.addEventListener("message", (event) => {
      if (event.data === "ended") this.#forget();
    });
  }

  get token(): string | undefined {
    return this.#token?.value;
  }

  /** Takes the answer of a sign-in, a registration or a refresh. */
  begin(answer: Answer): void {
    this.#mark.set(true);
    const lifetime = answer.expiresIn * 1000;
    this.#token = { value: answer.accessToken, expiresAt: Date.now() + lifetime };
    clearTimeout(this.#timer);
    const other = this.#user !== undefined && this.#user !== answer.user.id;
    this.#user = answer.user.id;
    // Somebody else signed in beside, in another tab: nothing of the first person may stay on the page.
    if (other) this.#tellEnd();
    this.#timer = setTimeout(() => void this.renew().catch(() => undefined), Math.max(lifetime - headStartMilliseconds, lifetime / 2));
  }

  /** True when there is a session, restored from the cookie if need be. Throws when the server cannot be reached. */
  async restore(): Promise<boolean> {
    const token = this.#token;
    if (token !== undefined && token.expiresAt > Date.now()) return true;
    if (!this.#mark.get()) return false;
    return this.renew();
  }

  /** Trades the cookie for a new access token; false when there is no session any more. */
  renew(): Promise<boolean> {
    this.#refreshing ??= this.#locked(() => this.#refresh()).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async end(): Promise<void> {
    try {
      await signOut({ throwOnError: true });
    } finally {
      this.#channel?.postMessage("ended");
      this.#forget();
    }
  }

  /** Calls `listener` when the session ends, here or in another tab; returns how to stop that. */
  onEnd(listener: () => void): () => void {
    this.#endListeners.add(listener);
    return () => this.#endListeners.delete(listener);
  }

  async #refresh(): Promise<boolean> {
    const { data, error, response } = await refresh({ body: {} });
    if (data !== undefined) {
      this.begin(data);
      return true;
    }
    if (response !== undefined && response.status < 500 && response.status !== 429) {
      this.#forget();
      return false;
    }
    throw error;
  }

  /** Web Locks exist only in secure contexts; elsewhere one tab still refreshes once at a time. */
  async #locked(work: () => Promise<boolean>): Promise<boolean> {
    if (!("locks" in navigator)) return work();
    return navigator.locks.request("archwright.refresh", work);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    const had = this.#token !== undefined;
    this.#token = undefined;
    this.#user = undefined;
    this.#mark.set(false);
    if (had) this.#tellEnd();
  }

  #tellEnd(): void {
    for (const listener of this.#endListeners) listener();
  }
}

export const session = new Session();
