import { expect, test } from "vitest";
import { parseKeys } from "../internal/core/auth/keys.ts";
import { parseEncryptionKeys } from "../internal/core/encryption/keys.ts";
import { secretsChore } from "./secrets-chore.ts";

test("new secrets are lines that an env file takes as they are, and that the platform takes", async () => {
  const lines = (await secretsChore()).split("\n");
  const secrets = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
  // Neither Compose nor kubectl finds anything here to replace, to unquote or to leave out.
  for (const value of Object.values(secrets)) expect(value).toMatch(/^[^'"#$\s\\][^'#$\s\\]*$/);
  expect((await parseKeys(secrets.AUTH_SIGNING_KEYS ?? "", "AUTH_SIGNING_KEYS")).published).toHaveLength(1);
  expect(parseEncryptionKeys(secrets.ENCRYPTION_KEYS ?? "", "ENCRYPTION_KEYS").size).toBe(1);
  // These stand in addresses.
  for (const name of ["POSTGRES_PASSWORD", "NATS_PASSWORD"]) expect(encodeURIComponent(secrets[name] ?? "")).toBe(secrets[name]);
  for (const name of ["POSTGRES_PASSWORD", "NATS_PASSWORD", "METRICS_TOKEN"]) expect(secrets[name]?.length).toBeGreaterThanOrEqual(32);
  expect(new Set(Object.values(secrets)).size).toBe(lines.length);
  expect(await secretsChore()).not.toBe(lines.join("\n"));
});
