import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe } from "vitest";
import { parse, parseAllDocuments } from "yaml";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Values = { readonly [key: string]: Json };

/** A resource of Kubernetes, as far as all are alike. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

export const chart = join(import.meta.dirname, "../archwright");
const read = (name: string): string => readFileSync(join(chart, name), "utf8");
const program = join(import.meta.dirname, "render/main.go");
const accepts = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(read("values.schema.json")));
const hasHelm = runs("helm", "version", "--short");

/**
 * Declares tests that render the chart: with helm where there is one, else with the engine and the functions that helm is made of, where Go and
 * they are installed (Debian: golang-go, golang-github-masterminds-sprig-dev, golang-k8s-sigs-yaml-dev). Elsewhere they are skipped, and a
 * line says so; with `CI=true` they fail.
 */
export const withHelm: typeof describe.skip = describe.skipIf(!available());

function available(): boolean {
  if (hasHelm || (runs("go", "version") && existsSync("/usr/share/gocode/src/github.com/Masterminds/sprig"))) return true;
  if (process.env.CI === "true") throw new Error("There is neither helm nor Go with sprig, and CI=true says that nothing may be skipped.");
  process.stderr.write("There is neither helm nor Go with sprig: what renders the chart is skipped.\n");
  return false;
}

function runs(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** What the chart makes of these values. @throws with what helm would say, when it refuses them */
export function renderChart(values: Values, release = "flows"): readonly Manifest[] {
  const text = hasHelm ? byHelm(values, release) : byEngine(values, release);
  return parseAllDocuments(text, { logLevel: "error" }).flatMap((document): readonly Manifest[] => {
    if (document.errors.length > 0) throw new Error(`What was rendered is no YAML: ${document.errors[0]?.message}`);
    const manifest = document.toJS() as Manifest | null;
    return manifest === null ? [] : [manifest];
  });
}

function byHelm(values: Values, release: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "archwright-chart-")), "values.json");
  writeFileSync(file, JSON.stringify(values));
  return output("helm", ["template", release, chart, "--values", file]);
}

function byEngine(values: Values, release: string): string {
  const all = merged(parse(read("values.yaml")) as Values, values);
  if (!accepts(all)) throw new Error((accepts.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join("\n"));
  return output(renderer(), [chart], JSON.stringify({ values: all, release }));
}

/** The compiled program, kept for the next run. */
function renderer(): string {
  const hash = createHash("sha256").update(readFileSync(program)).digest("hex").slice(0, 16);
  const folder = join(import.meta.dirname, "../../node_modules/.cache/render");
  const binary = join(folder, hash);
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const fresh = `${binary}.${process.pid}`;
  const env = { ...process.env, GO111MODULE: "off", GOPATH: "/usr/share/gocode", CGO_ENABLED: "0", GOFLAGS: "" };
  execFileSync("go", ["build", "-o", fresh, program], { env, stdio: "pipe" });
  renameSync(fresh, binary);
  return binary;
}

function output(command: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", input, maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Values over defaults, as helm lays them: tables are merged, all else is replaced. */
function merged(below: Values, above: Values): Values {
  const isTable = (value: Json | undefined): value is Values => typeof value === "object" && value !== null && !Array.isArray(value);
  const both = Object.entries(above).map(([key, value]): [string, Json] => {
    const under = below[key];
    return [key, isTable(value) && isTable(under) ? merged(under, value) : value];
  });
  return { ...below, ...Object.fromEntries(both) };
}
