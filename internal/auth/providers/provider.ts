/** What somebody is at a provider, as it says. */
export interface Arrival {
  /** Their id there, which never changes. */
  readonly subject: string;
  /** Their address there; undefined when it tells none. */
  readonly email: string | undefined;
  /** Whether it has made sure that the address is theirs. */
  readonly emailVerified: boolean;
  readonly name: string | undefined;
}

/** What was said when a browser was sent away, and what comes back must fit. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
}

/** Somewhere else that people can sign in from. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** Where to send a browser. Throws what the provider, or the way there, fails with. */
  address(expected: Expected, returnTo: string): Promise<URL>;
  /** Who came back, by the address that they came back to. Throws when it does not fit, or the provider fails. */
  arrival(address: URL, expected: Expected): Promise<Arrival>;
}
