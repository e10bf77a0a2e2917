const key = "archwright.invitation";

/**
 * The token of the link that this tab was opened with. It comes in the fragment, which no server sees; it is kept for this tab while its
 * owner signs in, and taken out of the address, where others may read it.
 */
export function invitationToken(): string | undefined {
  const found = location.hash.slice(1);
  try {
    if (found !== "") sessionStorage.setItem(key, found);
    const token = found === "" ? sessionStorage.getItem(key) : found;
    if (found !== "") history.replaceState(history.state, "", location.pathname);
    return token ?? undefined;
  } catch {
    // Where storage is blocked, the address keeps it.
    return found === "" ? undefined : found;
  }
}

export function forgetInvitation(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Then there is none.
  }
}
