/** A path of this app to go on to after signing in; anything that could lead elsewhere becomes the start page. */
export function safeReturn(path: string | undefined): string {
  if (path === undefined) return "/";
  const base = "http://app.invalid";
  try {
    const url = new URL(path, base);
    return url.origin === base && path.startsWith("/") ? url.pathname + url.search + url.hash : "/";
  } catch {
    return "/";
  }
}
