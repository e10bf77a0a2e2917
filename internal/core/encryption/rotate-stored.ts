import type { CoreConfig } from "../config/core-settings.ts";
import { systemContext } from "../context/system-context.ts";
import type { SqlDatabase } from "../database/database.ts";
import { type DatabaseConfig, openConfigured } from "../database/open-migrated.ts";
import type { Log } from "../telemetry/log.ts";
import { cipherOf } from "./cipher.ts";
import { addEncryptionKey, parseEncryptionKeys } from "./keys.ts";
import { keyFileOf } from "./open-cipher.ts";
import { type EncryptedTable, rotateEncryption } from "./rotate.ts";

export interface Rotation {
  /** How many values were encrypted anew. */
  readonly values: number;
  /** Keys that nothing is encrypted with any more. */
  readonly retired: readonly string[];
}

/**
 * Encrypts all that the domains keep encrypted with the first key of ENCRYPTION_KEYS; without that setting, with a new key that it puts
 * first in the key file, where a running platform finds it. Undefined when no domain has anything encrypted. @throws StartError
 */
export async function rotateStored(
  config: DatabaseConfig & Pick<CoreConfig, "dataFolder" | "encryptionKeys">,
  domains: readonly { readonly encrypted?: readonly EncryptedTable[] }[],
  log: Log,
): Promise<Rotation | undefined> {
  const tables = domains.flatMap(({ encrypted = [] }) => encrypted);
  if (tables.length === 0) return undefined;
  const keys =
    config.encryptionKeys === ""
      ? await addEncryptionKey(keyFileOf(config))
      : parseEncryptionKeys(config.encryptionKeys, "ENCRYPTION_KEYS");
  const database = await openConfigured(config, cipherOf(keys));
  try {
    const values = await rotateEncryption(database as SqlDatabase<never>, tables, systemContext("rotate-encryption", "", log));
    return { values, retired: [...keys.keys()].slice(1) };
  } finally {
    await database.close();
  }
}
