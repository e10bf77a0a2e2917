import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import { beforeAll, describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { createTestDatabase } from "../internal/core/testing/test-databases.ts";
import { register, until } from "./testing/api.ts";
import { startPlatformProcess } from "./testing/platform-process.ts";

/** What watches the platform, as the chart brings it along. */
const chart = join(import.meta.dirname, "../helm/archwright");
const read = (folder: string): [string, string][] =>
  readdirSync(join(chart, folder)).map((name) => [name, readFileSync(join(chart, folder, name), "utf8")]);

interface Target {
  readonly refId: string;
  readonly expr: string;
  readonly datasource: { readonly uid: string };
}

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly Target[];
}

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: number;
  readonly templating: { readonly list: readonly { readonly name: string; readonly type: string; readonly query: string }[] };
  readonly panels: readonly Panel[];
}

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const dashboards = read("dashboards").map(([name, text]): [string, Dashboard] => [name, JSON.parse(text)]);
const rules = read("alerts").flatMap(([, text]) =>
  (parseYaml(text) as { groups: { name: string; rules: Rule[] }[] }).groups.flatMap((group) => group.rules),
);
const queries = [
  ...dashboards.flatMap(([name, { panels }]) =>
    panels.flatMap(({ title, targets }) => targets.map(({ expr }): [string, string] => [`${name}: ${title}`, expr])),
  ),
  ...rules.map(({ alert, expr }): [string, string] => [alert, expr]),
];

/** The labels of each metric that a running platform exports, by its name. */
let exported: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(async () => {
  const place = await createTestDatabase("postgres");
  const platform = await startPlatformProcess(mkdtempSync(join(tmpdir(), "archwright-")), { DATABASE_URL: place.url });
  const ada = await register(platform.url);
  const steps = [{ id: "only", tool: "template.render", inputs: { template: "'hello'", data: "{}" } }];
  const { id: pipelineId } = await ada.call<{ id: string }>("POST", "/pipelines", { name: "Light", definition: { steps } });
  await ada.call("POST", "/runs", { pipelineId });
  exported = await until("a step is measured", async () => {
    const metrics = metricsIn(await (await fetch(`${platform.url}/metrics`)).text());
    return metrics.get("archwright_step_seconds_count")?.has("tool") ? metrics : undefined;
  });
  await platform.stop();
  await place.remove();
});

/** Prometheus itself adds `instance` and `job`. */
function metricsIn(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, name = "", labels = ""] of text.matchAll(/^([a-z]\w*)(?:\{([^}]*)\})? /gm)) {
    const own = [...labels.matchAll(/(\w+)="/g)].map(([, label = ""]) => label);
    found.set(name, new Set([...(found.get(name) ?? ["instance", "job"]), ...own]));
  }
  return found;
}

/** The metrics that a query names, with the labels that it asks of them by matchers and groupings. Throws where it is no PromQL. */
function namedIn(query: string): { readonly metrics: readonly string[]; readonly labels: readonly string[] } {
  // Grafana puts a duration there.
  const text = query.replaceAll("$__rate_interval", "5m");
  const metrics: string[] = [];
  const labels: string[] = [];
  parser.parse(text).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) throw new Error(`No PromQL at ${from}: ${text}`);
      if (type.name === "Identifier" && node.parent?.name === "VectorSelector") metrics.push(text.slice(from, to));
      if (type.name === "LabelName") labels.push(text.slice(from, to));
    },
  });
  return { metrics, labels };
}

test.each(queries)("a query names only what the platform exports: %s", (_title, query) => {
  const { metrics, labels } = namedIn(query);
  expect(metrics.length).toBeGreaterThan(0);
  expect(metrics.filter((name) => !exported.has(name))).toEqual([]);
  const known = new Set(metrics.flatMap((name) => [...(exported.get(name) ?? [])]));
  expect(labels.filter((label) => !known.has(label))).toEqual([]);
});

test("what is no PromQL is noticed", () => {
  expect(() => namedIn("sum by (le) (rate(archwright_request_seconds_bucket[5m])")).toThrow("No PromQL");
  expect(namedIn('max by (a) (one{b="1"}) / two or vector(0)')).toEqual({ metrics: ["one", "two"], labels: ["a", "b"] });
});

describe.each(dashboards)("the dashboard %s", (name, { uid, title, schemaVersion, templating, panels }) => {
  test("has what Grafana needs, and takes its data from the source that is chosen", () => {
    expect(uid).toMatch(/^[a-z][\w-]{1,39}$/);
    expect(title).not.toBe("");
    expect(schemaVersion).toBeGreaterThanOrEqual(39);
    expect(templating.list).toContainEqual(expect.objectContaining({ name: "datasource", type: "datasource", query: "prometheus" }));
    const sources = panels.flatMap(({ datasource, targets }) => [datasource, ...targets.map((target) => target.datasource)]);
    expect(new Set(sources.map((source) => source.uid))).toEqual(new Set([`\${datasource}`]));
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { targets } of panels) expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
    expect(dashboards.filter(([other, dashboard]) => other !== name && dashboard.uid === uid)).toEqual([]);
  });

  test("has no panels on top of one another", () => {
    const places = panels.flatMap(({ gridPos: { x, y, w, h } }) => {
      expect(x + w).toBeLessThanOrEqual(24);
      return Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`);
    });
    expect(new Set(places).size).toBe(places.length);
  });
});

test("an alert says how bad it is, what is wrong and what to do, in words that need no dashboard", () => {
  expect(rules.length).toBeGreaterThan(4);
  for (const { alert, labels, annotations } of rules) {
    expect(alert).toMatch(/^Archwright[A-Z]\w+$/);
    expect(["critical", "warning"]).toContain(labels.severity);
    expect(Object.values(annotations).every((text) => /[.?]$/.test(text))).toBe(true);
    expect(Object.keys(annotations).toSorted()).toEqual(["description", "summary"]);
  }
});
