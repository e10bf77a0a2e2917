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
  return pass === undefined ? { servers, token: decoded(user) } : { servers, user: decoded(user), pass: decoded(pass) };
}

/** What was not encoded, such as a password with a percent sign in it, is meant as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
