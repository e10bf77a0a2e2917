import { hash, randomBytes } from "node:crypto";
import { cookieOf } from "../http/cookie.ts";

/** Where a page sends the secret of its session, which no other site can read. */
export const csrfHeader = "X-CSRF-Token";

/** Also the name of the cookie parameter in the spec of sign-in. */
const refreshName = "archwright_refresh";

export interface CookiesParts {
  /** Whether cookies travel over https only. */
  readonly secure: boolean;
  /** Whether people reach the platform over https: only there browsers take cookies whose name begins with `__Host-`. */
  readonly https: boolean;
  /** The path below which sign-in is: no other request carries the refresh token. */
  readonly signInPath: string;
}

/** What a browser keeps of its session. */
export interface KeptSession {
  readonly access: string;
  readonly accessSeconds: number;
  readonly refresh: string;
  readonly refreshSeconds: number;
  readonly csrf: string;
}

/** The cookies of browsers' sessions (RFC 6265bis). */
export interface SessionCookies {
  /** The access token of a request. */
  access(headers: Headers): string | undefined;
  /** Whether a request shows the secret whose hash its access token has: the page that sends it reads our cookies. */
  shows(headers: Headers, hashed: string): boolean;
  /** Set-Cookie headers that hand a session to a browser. */
  keep(session: KeptSession): string[];
  /** The same for the next access token alone: the others stay as they are. */
  renew(session: Pick<KeptSession, "access" | "accessSeconds">): string[];
  /** Set-Cookie headers that take it away again. */
  clear(): string[];
  /** A Set-Cookie header for what else only sign-in reads; for 0 seconds it is taken away. */
  forSignIn(name: string, value: string, seconds: number): string;
}

/** A new secret for a browser's session: 256 random bits. */
export const newCsrfSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of such a secret; it is random itself, so a fast hash is enough. */
export const secretHash = (secret: string): string => hash("sha256", secret, "base64url");

/** `__Host-`: the browser itself makes sure that only this host has set the cookie, over https, for all of its paths. */
export function sessionCookies({ secure, https, signInPath }: CookiesParts): SessionCookies {
  const prefix = secure && https ? "__Host-" : "";
  const [accessName, csrfName] = [`${prefix}archwright_access`, `${prefix}archwright_csrf`];
  const flags = (path: string, seconds: number): string => `Path=${path}; Max-Age=${seconds}${secure ? "; Secure" : ""}`;

  const forSignIn = (name: string, value: string, seconds: number): string =>
    `${name}=${value}; HttpOnly; SameSite=Strict; ${flags(signInPath, seconds)}`;

  const renew = ({ access, accessSeconds }: Pick<KeptSession, "access" | "accessSeconds">): string[] => [
    `${accessName}=${access}; HttpOnly; SameSite=Lax; ${flags("/", accessSeconds)}`,
  ];

  function keep({ refresh, refreshSeconds, csrf, ...access }: KeptSession): string[] {
    return [
      ...renew(access),
      forSignIn(refreshName, refresh, refreshSeconds),
      // Pages read this one, and other sites cannot: that is what it is for.
      `${csrfName}=${csrf}; SameSite=Lax; ${flags("/", refreshSeconds)}`,
    ];
  }

  return {
    access: (headers) => cookieOf(headers.get("cookie"), accessName),
    shows(headers, hashed) {
      const shown = headers.get(csrfHeader);
      return shown !== null && secretHash(shown) === hashed;
    },
    keep,
    renew,
    clear: () => keep({ access: "", accessSeconds: 0, refresh: "", refreshSeconds: 0, csrf: "" }),
    forSignIn,
  };
}
