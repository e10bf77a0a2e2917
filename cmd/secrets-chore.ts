import { randomBytes } from "node:crypto";
import { keySet, makeKey } from "../internal/core/auth/keys.ts";
import { newEncryptionKey } from "../internal/core/encryption/keys.ts";

/** New values for all that an installation must keep secret, as lines of an env file. Nothing keeps them but whoever takes them. */
export async function secretsChore(): Promise<string> {
  const secrets = {
    AUTH_SIGNING_KEYS: keySet([await makeKey()]).trim(),
    ENCRYPTION_KEYS: newEncryptionKey(),
    METRICS_TOKEN: newPassword(),
    POSTGRES_PASSWORD: newPassword(),
    NATS_PASSWORD: newPassword(),
  };
  return Object.entries(secrets)
    .map(([name, value]) => `${name}=${value}`)
    .join("\n");
}

/** 192 bits, in characters that an address can hold as they are. */
const newPassword = (): string => randomBytes(24).toString("base64url");
