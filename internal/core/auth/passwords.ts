import { hash, verify } from "@node-rs/argon2";
import { limited } from "./limited.ts";

/** OWASP's first choice for Argon2id (19 MiB, two passes, one lane); 2 is Argon2id in the library's enum. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Hashing takes memory and a thread of the few that files and name look-ups need as well, and anybody can ask for it: so many at once,
 * and so many more may wait.
 */
const slots = limited(2, 100);

/** The hash to keep of a password, with its salt and parameters in it. */
export function hashPassword(password: string): Promise<string> {
  return slots(() => hash(normal(password), parameters));
}

/** Made once: what the password of an unknown address is compared with. */
let nobody: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash it does the same work and says no, so that the time
 * does not tell whether an address is known.
 */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID());
  const known = passwordHash ?? (await nobody);
  const matches = await slots(() => verify(known, normal(password)));
  return passwordHash !== undefined && matches;
}

/** The same characters, however the keyboard composed them (NIST SP 800-63B, 3.1.1.2). */
function normal(password: string): string {
  return password.normalize("NFKC");
}
