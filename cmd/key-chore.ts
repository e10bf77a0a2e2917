import { rotateKeys } from "../internal/core/auth/rotate-keys.ts";
import { readCoreConfig } from "../internal/core/config/core-settings.ts";
import { StartError } from "../internal/core/problems/start-error.ts";
import { signingKeysIn } from "../internal/platform.ts";

/**
 * `rotate`: a new key signs access tokens, the older ones verify until the last token is out. `rotate compromised`: the older ones are
 * gone at once. Running processes notice by themselves.
 * @throws StartError when that is not what was asked, or the keys are not in a file
 */
export async function keyChore([verb, how]: readonly string[]): Promise<string> {
  if (verb !== "rotate" || (how !== undefined && how !== "compromised"))
    throw new StartError("usage: node cmd/admin.ts keys rotate | rotate compromised");
  if (process.env.AUTH_SIGNING_KEYS)
    throw new StartError("The keys are in AUTH_SIGNING_KEYS: put a new one first there, and start the processes anew.");
  const { signs, verify, gone } = await rotateKeys(signingKeysIn(readCoreConfig(process.env).dataFolder), {
    compromised: how === "compromised",
  });
  return [
    `The key ${signs} signs from now on.`,
    ...(verify.length === 0 ? [] : [`These verify until the last token that they signed is out: ${verify.join(", ")}.`]),
    ...(gone.length === 0 ? [] : [`These are gone, with all tokens that they signed: ${gone.join(", ")}.`]),
  ].join(" ");
}
