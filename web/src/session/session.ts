import { refresh, signOut } from "@sdk/sdk.gen.ts";
import { csrfSecret, forgotten } from "./csrf-secret.ts";

interface Answer {
  /** Seconds. */
  readonly expiresIn: number;
}

/** Renew this long before the end, so that a slow request does not carry a dead token. */
const headStartMilliseconds = 60_000;

/**
 * The session of this browser. Its tokens are in cookies that no script reads; a page knows its secret only, which changes with the
 * session. A refresh token works once, and a second use ends the session: so refreshing happens once at a time, across tabs too.
 */
class Session {
  #secret: string | undefined;
  #refreshing: Promise<boolean> | undefined;
  #renewingHere: Promise<boolean> | undefined;
  #stays = (): Promise<boolean> => Promise.resolve(true);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #endListeners = new Set<(replaced: boolean) => void>();
  readonly #channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("archwright.session") : undefined;

  constructor() {
    this.#channel?.addEventListener("message", ({ data }) => {
      // The cookies of all tabs act in another organization now: what this one shows is not where its changes would go.
      if (data === "moved") location.assign("/");
      else this.check();
    });
  }

  /** What changes must show. */
  get secret(): string | undefined {
    return this.#secret;
  }

  /** Goes on after a sign-in, a registration or a refresh. */
  begin({ expiresIn }: Answer): void {
    clearTimeout(this.#timer);
    const lifetime = expiresIn * 1000;
    this.#timer = setTimeout(() => void this.renewHere().catch(() => undefined), Math.max(lifetime - headStartMilliseconds, lifetime / 2));
    this.check();
    this.#secret = csrfSecret(document.cookie);
    this.#channel?.postMessage("changed");
  }

  /** Tells the other tabs that the session acts in another organization. */
  tellMoved(): void {
    this.#channel?.postMessage("moved");
  }

  /** Whether there may be a session, that of this page or one that it finds; the server knows. */
  restore(): boolean {
    this.#secret ??= csrfSecret(document.cookie);
    return this.#secret !== undefined;
  }

  /** Somebody else may have signed in beside, in another tab, or signed out: nothing of the first person may stay on the page then. */
  check(): void {
    const found = csrfSecret(document.cookie);
    if (this.#secret !== undefined && found !== this.#secret) this.#forget(found !== undefined);
  }

  /** Trades the cookies for new ones; false when there is no session any more. */
  renew(): Promise<boolean> {
    this.#refreshing ??= this.#locked(() => this.#refresh()).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /**
   * Renews what ran out or was refused; false when there is no session any more, or the page cannot go on as it is: a session whose
   * organization closed to it goes on in another one, and nothing that was meant for the first may go there.
   */
  renewHere(): Promise<boolean> {
    this.#renewingHere ??= (async () => (await this.renew()) && (await this.#stays()))().finally(() => {
      this.#renewingHere = undefined;
    });
    return this.#renewingHere;
  }

  /** Says how to find out whether the page can go on as it is. */
  checkBy(stays: () => Promise<boolean>): void {
    this.#stays = stays;
  }

  async end(): Promise<void> {
    await signOut({ throwOnError: true });
    this.#channel?.postMessage("changed");
    this.#forget();
  }

  /** Calls `listener` when the session ends, here or in another tab, and whether another one took its place; returns how to stop that. */
  onEnd(listener: (replaced: boolean) => void): () => void {
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
      // Unless another tab has signed in meanwhile: what is in the cookies is its session then.
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not there on plain http, nor in every browser
      if (csrfSecret(document.cookie) === this.#secret) for (const cookie of forgotten) document.cookie = cookie;
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

  #forget(replaced = false): void {
    clearTimeout(this.#timer);
    const had = this.#secret !== undefined;
    this.#secret = undefined;
    if (had) for (const listener of this.#endListeners) listener(replaced);
  }
}

export const session = new Session();
