/** What a browser goes on with when it comes back from a provider. Nothing secret: what proves it is in a cookie. */
export interface Attempt {
  readonly purpose: "sign-in" | "link";
  readonly next?: string | undefined;
}

const key = "archwright.provider-attempt";

/** Remembers it in this tab. */
export function keepAttempt(attempt: Attempt): void {
  sessionStorage.setItem(key, JSON.stringify(attempt));
}

/** What was remembered; signing in when nothing was. */
export function keptAttempt(): Attempt {
  try {
    const { purpose, next } = JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Attempt>;
    return { purpose: purpose === "link" ? "link" : "sign-in", ...(typeof next === "string" ? { next } : {}) };
  } catch {
    return { purpose: "sign-in" };
  }
}
