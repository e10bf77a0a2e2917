import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for Argon2id (19 MiB, two passes, one lane); 2 is Argon2id in the library's enum. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash to keep of a password, with its salt and parameters in it. */
export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), parameters);
}

/** Made once: what the password of an unknown address is compared with. */
let nobody: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash it does the same work and says no, so that the time
 * does not tell whether an address is known.
 */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID());
  const matches = await verify(passwordHash ?? (await nobody), normal(password));
  return passwordHash !== undefined && matches;
}

/** The same characters, however the keyboard composed them (NIST SP 800-63B, 3.1.1.2). */
function normal(password: string): string {
  return password.normalize("NFKC");
}
