/** Where NATS servers are, and as whom to sign in there; all of them know the same user. */
export interface NatsAddress {
  readonly servers: string[];
  readonly user?: string;
  readonly pass?: string;
  readonly token?: string;
}

/**
 * Takes `nats://user:password@host:4222,nats://…` apart: the client reads who one is from its options, never from an address. The first
 * address that names a user counts; a user without a password is a token, as in other clients of NATS.
 */
export function natsAddress(text: string): NatsAddress {
  const found = text
    .split(",")
    .map((one) => /^(?<scheme>[a-z]+:\/\/)?(?:(?<user>[^:@/]*)(?::(?<pass>[^@/]*))?@)?(?<rest>.*)$/.exec(one.trim())?.groups ?? {});
  const servers = found.map(({ scheme = "", rest = "" }) => `${scheme}${rest}`);
  const { user, pass } = found.find(({ user }) => user !== undefined) ?? {};
  if (user === undefined) return { servers };
  const name = decodeURIComponent(user);
  return pass === undefined ? { servers, token: name } : { servers, user: name, pass: decodeURIComponent(pass) };
}
