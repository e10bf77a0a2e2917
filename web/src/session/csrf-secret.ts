/** As the server names the cookie: with the prefix where it is reached over https. */
const names = ["__Host-archwright_csrf", "archwright_csrf"];

/**
 * The secret of this browser's session: pages read it, other sites cannot, and every change must show it. It is there as long as there
 * may be a session, and another one for each.
 */
export function csrfSecret(cookies: string): string | undefined {
  const values = new Map(
    cookies.split("; ").map((cookie) => [cookie.slice(0, cookie.indexOf("=")), cookie.slice(cookie.indexOf("=") + 1)]),
  );
  return names.map((name) => values.get(name)).find((value) => value !== undefined && value !== "");
}

/** What makes a browser forget the secret of a session that the server does not know any more. */
export const forgotten = names.map((name) => `${name}=; Path=/; Max-Age=0${name.startsWith("__Host-") ? "; Secure" : ""}`);
