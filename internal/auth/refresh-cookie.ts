/** Also the name of the cookie parameter in the spec. */
const name = "archwright_refresh";
/** Below the API's base path: no other request carries it. */
const path = "/api/v1/auth";

/** Set-Cookie (RFC 6265bis) that hands a refresh token to a browser, out of reach of its scripts and of other sites. */
export function refreshCookie(token: string, seconds: number, secure: boolean): string {
  return `${name}=${token}; HttpOnly; SameSite=Strict; Path=${path}; Max-Age=${seconds}${secure ? "; Secure" : ""}`;
}

/** Set-Cookie that takes it away again. */
export function clearedRefreshCookie(secure: boolean): string {
  return refreshCookie("", 0, secure);
}
