import { join } from "node:path";
import type { CoreConfig } from "../config/core-settings.ts";
import { type Cipher, cipherOf } from "./cipher.ts";
import { loadEncryptionKeys, parseEncryptionKeys, reloadEncryptionKeys } from "./keys.ts";
import type { EncryptedTable } from "./rotate.ts";

/** Where the keys are, unless ENCRYPTION_KEYS has them. */
export const keyFileOf = ({ dataFolder }: Pick<CoreConfig, "dataFolder">): string => join(dataFolder, "encryption-keys");

/** The cipher of the configured keys; undefined when no domain has anything encrypted. A key file is made at first. @throws StartError */
export async function openCipher(
  config: Pick<CoreConfig, "dataFolder" | "encryptionKeys">,
  domains: readonly { readonly encrypted?: readonly EncryptedTable[] }[],
): Promise<Cipher | undefined> {
  if (!domains.some(({ encrypted }) => encrypted !== undefined)) return undefined;
  if (config.encryptionKeys !== "") return cipherOf(parseEncryptionKeys(config.encryptionKeys, "ENCRYPTION_KEYS"));
  const path = keyFileOf(config);
  return cipherOf(await loadEncryptionKeys(path), () => reloadEncryptionKeys(path));
}
