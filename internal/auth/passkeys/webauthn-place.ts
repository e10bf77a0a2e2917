/** Whom passkeys are made for: the host of the platform's pages, and what browsers say where they are used. */
export interface WebauthnPlace {
  readonly rpID: string;
  readonly rpName: string;
  readonly origin: string;
}

/** By the address at which people reach the platform. */
export function webauthnPlace(address: (path: string) => string): WebauthnPlace {
  const { hostname, origin } = new URL(address("/"));
  return { rpID: hostname, rpName: "Archwright", origin };
}
