import { describe } from "vitest";
import { hasNats } from "./start-nats.ts";

/**
 * Declares tests that need a NATS server. Where there is none they are skipped, and a line says so; with `CI=true` they fail.
 */
export const withNats: typeof describe.skip = describe.skipIf(!available());

function available(): boolean {
  if (hasNats()) return true;
  if (process.env.CI === "true") throw new Error("There is no nats-server on the PATH, and CI=true says that nothing may be skipped.");
  process.stderr.write("There is no nats-server on the PATH: what needs one is skipped.\n");
  return false;
}
