import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { knownSettings } from "../cmd/testing/known-settings.ts";
import { basePath, domains } from "../generated/domains.gen.ts";
import { chart, type Json, type Manifest, renderChart, type Values, withHelm } from "./testing/render-chart.ts";

const root = join(import.meta.dirname, "..");
const secrets = {
  AUTH_SIGNING_KEYS: '{"keys":[]}',
  ENCRYPTION_KEYS: "k:v",
  DATABASE_URL: "postgres://db.example.com/archwright",
  METRICS_TOKEN: "token",
};
const minimal: Values = {
  publicUrl: "https://flows.example.com",
  image: { repository: "ghcr.io/example/archwright" },
  secrets: { existingSecret: "archwright" },
};
/** Everything on, on a database elsewhere. */
const full: Values = {
  ...minimal,
  secrets: { values: { ...secrets, NATS_URL: "nats://nats.example.com:4222" } },
  env: { ARTIFACTS_MAX_BYTES: 5_368_709_120, AUTH_REGISTRATION: "closed", PIPELINES_SAMPLE: false },
  extraEnv: [{ name: "SMTP_URL", valueFrom: { secretKeyRef: { name: "mail", key: "url" } } }],
  imagePullSecrets: [{ name: "registry" }],
  shutdown: { delaySeconds: 20, graceSeconds: 60 },
  api: { autoscaling: { enabled: true }, nodeSelector: { pool: "web" }, env: { DATABASE_POOL: 20 } },
  worker: { tolerations: [{ key: "batch", operator: "Exists" }], affinity: { nodeAffinity: {} } },
  ingress: { enabled: true, className: "nginx", annotations: { "cert-manager.io/cluster-issuer": "letsencrypt" } },
  networkPolicy: { from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "ingress" } } }] },
  serviceMonitor: { enabled: true, labels: { release: "prometheus" } },
  alerts: { enabled: true },
  dashboards: { enabled: true },
  tracing: { endpoint: "http://collector:4318" },
};
const apart: Values = {
  ...minimal,
  ingress: { enabled: true },
  apart: {
    files: { domains: ["artifacts"], paths: ["/api/v1/artifacts"], api: { replicas: 3 } },
    work: { domains: ["runs", "tools"], paths: ["/api/v1/runs", "/api/v1/tools"] },
  },
};
const trial: Values = {
  ...minimal,
  secrets: { values: { ...secrets, DATABASE_URL: "", POSTGRES_PASSWORD: "p", NATS_PASSWORD: "n" } },
  postgres: { enabled: true },
  nats: { enabled: true },
};
const examples = { minimal, full, apart, trial };

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef?: { readonly name: string; readonly key: string } };
}
interface Container {
  readonly args?: readonly string[];
  readonly image: string;
  readonly env: readonly Variable[];
  readonly envFrom?: readonly { readonly secretRef: { readonly name: string } }[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly securityContext: object;
  readonly volumeMounts: readonly { readonly name: string }[];
  readonly [probe: `${string}Probe`]: { readonly httpGet?: { readonly path: string; readonly port: string } };
}
interface Pods extends Manifest {
  readonly spec: {
    readonly replicas?: number;
    readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly template: {
      readonly metadata: Manifest["metadata"];
      readonly spec: {
        readonly containers: readonly [Container];
        readonly terminationGracePeriodSeconds: number;
        readonly automountServiceAccountToken: boolean;
        readonly securityContext: object;
        readonly volumes?: readonly { readonly name: string }[];
      };
    };
    readonly volumeClaimTemplates?: readonly Manifest[];
  };
}

const ofKind = <Kind extends Manifest>(manifests: readonly Manifest[], ...kinds: readonly string[]): readonly Kind[] =>
  manifests.filter(({ kind }) => kinds.includes(kind)) as Kind[];
const containerOf = ({ spec }: Pods): Container => spec.template.spec.containers[0];
const isPlatform = (pods: Pods): boolean => /^ghcr/.test(containerOf(pods).image);
const settingOf = (pods: Pods, name: string): string | undefined => containerOf(pods).env.findLast((one) => one.name === name)?.value;
const selects = (selector: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);
const changed = (values: Values, path: readonly string[], value: Json | undefined): Values => {
  const [key = "", ...rest] = path;
  const inner = rest.length === 0 ? value : changed((values[key] ?? {}) as Values, rest, value);
  return Object.fromEntries(Object.entries({ ...values, [key]: inner }).filter(([, one]) => one !== undefined)) as Values;
};

withHelm.each(Object.entries(examples))("the chart with values: %s", (name, values) => {
  let manifests: readonly Manifest[];
  let workloads: readonly Pods[];
  let platform: readonly Pods[];
  beforeAll(() => {
    manifests = renderChart(values);
    workloads = ofKind<Pods>(manifests, "Deployment", "StatefulSet", "Job");
    platform = workloads.filter(isPlatform);
  }, 120_000);

  test("gives what Kubernetes takes", async () => {
    const problems: string[] = [];
    for (const manifest of manifests) {
      const { [manifest.kind]: Model } = await import(moduleOf(manifest));
      try {
        new Model(manifest).validate();
      } catch (error) {
        problems.push(`${manifest.kind} ${manifest.metadata.name}: ${(error as Error).message}`);
      }
    }
    expect(problems).toEqual([]);
    // Those schemas let unknown fields pass, as Kubernetes does, which drops them. Types do not.
    expect(unknownFields(manifests)).toBe("");
  });

  test("names each resource once, and marks it as one of the release", () => {
    const names = manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(names.filter((one, index) => names.indexOf(one) !== index)).toEqual([]);
    for (const { metadata } of manifests) expect(metadata.labels).toMatchObject({ "app.kubernetes.io/instance": "flows" });
  });

  test("sets only variables that the platform reads", () => {
    const foreign = /^(OTEL_\w+|POD_NAME|POSTGRES_PASSWORD|NATS_PASSWORD)$/;
    const names = platform.flatMap((pods) => containerOf(pods).env.map((one) => one.name));
    expect(names.filter((one) => !knownSettings.has(one) && !foreign.test(one))).toEqual([]);
  });

  test("shows no secret outside of the Secret", () => {
    const sensitive = platform.flatMap((pods) => containerOf(pods).env).filter((one) => knownSettings.get(one.name)?.sensitive === true);
    for (const { value = "" } of sensitive)
      expect(value.replaceAll(/\$\([A-Z_]+\)/g, "").replace(/^(postgres|nats):\/\/archwright:@[\w-]+:\d+(\/archwright)?$/, "")).toBe("");
    const others = manifests.filter(({ kind }) => kind !== "Secret");
    expect(JSON.stringify(others)).not.toMatch(/db\.example\.com/);
  });

  test("runs commands that exist, without rights, on files that they cannot change", () => {
    for (const pods of workloads) {
      expect(pods.spec.template.spec).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
      });
      expect(containerOf(pods).securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      });
      const volumes = [
        ...(pods.spec.template.spec.volumes ?? []),
        ...(pods.spec.volumeClaimTemplates ?? []).map(({ metadata }) => metadata),
      ];
      expect(new Set(containerOf(pods).volumeMounts.map((one) => one.name))).toEqual(new Set(volumes.map((one) => one.name)));
    }
    for (const pods of platform) expect(existsSync(join(root, containerOf(pods).args?.[0] ?? ""))).toBe(true);
  });

  test("probes what the platform answers, on the port that it listens on", () => {
    for (const pods of platform.filter(({ kind }) => kind === "Deployment")) {
      const container = containerOf(pods);
      expect(container.ports).toEqual([{ name: "http", containerPort: knownSettings.get("PORT")?.default }]);
      expect(container.startupProbe?.httpGet).toEqual({ path: "/health/live", port: "http" });
      expect(container.livenessProbe?.httpGet).toEqual({ path: "/health/live", port: "http" });
      expect(container.readinessProbe?.httpGet).toEqual({ path: "/health/ready", port: "http" });
    }
  });

  test("gives each process the time that it may take to stop", () => {
    for (const pods of platform.filter(({ kind }) => kind === "Deployment")) {
      const seconds = (setting: string): number => Number(settingOf(pods, setting));
      const needed = seconds("SHUTDOWN_DELAY_SECONDS") + Math.max(seconds("SHUTDOWN_GRACE_SECONDS"), seconds("RUNS_GRACE_SECONDS"));
      expect(pods.spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(needed);
    }
  });

  test("selects with each selector pods of one kind, and with each service's port one that they have", () => {
    for (const { metadata, spec } of workloads.filter(({ kind }) => kind !== "Job")) {
      const selected = workloads.filter((other) => selects(spec.selector.matchLabels, other.spec.template.metadata.labels));
      expect(selected.map((other) => other.metadata.name)).toEqual([metadata.name]);
    }
    type Service = Manifest & {
      readonly spec: { readonly selector: Record<string, string>; readonly ports: { targetPort: string; port: number }[] };
    };
    const services = ofKind<Service>(manifests, "Service");
    for (const { metadata, spec } of services) {
      const [selected, ...more] = workloads.filter((pods) => selects(spec.selector, pods.spec.template.metadata.labels));
      expect(more).toEqual([]);
      expect(selected?.metadata.name).toBe(metadata.name);
      for (const { targetPort, port } of spec.ports)
        expect(selected && containerOf(selected).ports).toContainEqual({ name: targetPort, containerPort: port });
    }
    type Budget = Manifest & { readonly spec: { readonly selector: { readonly matchLabels: Record<string, string> } } };
    for (const { metadata, spec } of ofKind<Budget>(manifests, "PodDisruptionBudget")) {
      const selected = workloads.filter((pods) => selects(spec.selector.matchLabels, pods.spec.template.metadata.labels));
      expect(selected.map((pods) => pods.metadata.name)).toEqual([metadata.name]);
    }
    const text = JSON.stringify(manifests);
    // Hosts that settings name are services of the release.
    for (const [, host] of text.matchAll(/(?:@|=http:\/\/)(flows-[\w-]+):/g))
      expect(services.map(({ metadata }) => metadata.name)).toContain(host);
  });

  test(`takes its secrets from one place (${name})`, () => {
    const given = ofKind<Manifest & { readonly data: Readonly<Record<string, string>> }>(manifests, "Secret");
    const expected = given[0]?.metadata.name ?? "archwright";
    for (const pods of workloads) {
      for (const { valueFrom } of containerOf(pods).env.filter((one) => one.name !== "SMTP_URL")) {
        if (valueFrom?.secretKeyRef === undefined) continue;
        expect(valueFrom.secretKeyRef.name).toBe(expected);
        if (given[0] !== undefined) expect(given[0].data).toHaveProperty([valueFrom.secretKeyRef.key]);
      }
      for (const { secretRef } of containerOf(pods).envFrom ?? []) expect(secretRef.name).toBe(expected);
    }
  });
});

withHelm("the chart", () => {
  test("refuses what is missing, and says what to do", () => {
    for (const name of ["AUTH_SIGNING_KEYS", "ENCRYPTION_KEYS", "DATABASE_URL", "METRICS_TOKEN"])
      expect(() => renderChart(changed(full, ["secrets", "values", name], undefined))).toThrow(`secrets.values.${name} is missing`);
    for (const name of ["POSTGRES_PASSWORD", "NATS_PASSWORD"])
      expect(() => renderChart(changed(trial, ["secrets", "values", name], ""))).toThrow(`secrets.values.${name} is missing`);
    expect(() => renderChart(changed(minimal, ["secrets"], undefined))).toThrow("is missing");
    expect(() => renderChart(changed(minimal, ["publicUrl"], undefined))).toThrow("publicUrl is missing");
    expect(() => renderChart(changed(minimal, ["image"], undefined))).toThrow("image.repository is missing");
  }, 60_000);

  test("refuses what it does not know, and secrets where everybody reads them", () => {
    expect(() => renderChart({ ...minimal, replica: 3 })).toThrow(/additional propert/i);
    expect(() => renderChart(changed(minimal, ["api", "replica"], 3))).toThrow(/additional propert/i);
    for (const name of ["DATABASE_URL", "DATABASE_REPLICA_URL", "PORT", "lower"])
      expect(() => renderChart(changed(minimal, ["env", name], "x"))).toThrow();
    expect(() => renderChart(changed(apart, ["apart", "files", "domains"], ["nowhere"]))).toThrow("has nowhere, which is no domain");
    expect(() => renderChart(changed(apart, ["apart", "work", "domains"], ["artifacts"]))).toThrow("is in another group too");
  }, 60_000);

  test("serves each domain in one group, and tells each group where the others are", () => {
    const pods = ofKind<Pods>(renderChart(apart), "Deployment");
    const names = domains.map(({ name }) => name).sort();
    const served = pods.filter(({ metadata }) => metadata.name.endsWith("-api")).map((one) => (settingOf(one, "DOMAINS") ?? "").split(","));
    expect(served.flat().sort()).toEqual(names);
    for (const one of pods) {
      const own = (settingOf(one, "DOMAINS") ?? "").split(",");
      const urls = Object.fromEntries((settingOf(one, "DOMAIN_URLS") ?? "").split(",").map((entry) => entry.split("=")));
      expect([...own, ...Object.keys(urls)].sort()).toEqual(names);
      if (!own.includes("artifacts")) expect(urls.artifacts).toBe("http://flows-archwright-files-api:8080");
    }
    expect(pods.find(({ metadata }) => metadata.name === "flows-archwright-files-api")?.spec.replicas).toBe(3);
    for (const one of ofKind<Pods>(renderChart(minimal), "Deployment")) expect(settingOf(one, "DOMAINS")).toBeUndefined();
  }, 60_000);

  test("sends each request to a process that serves it", () => {
    type Rules = Manifest & {
      readonly spec: {
        readonly rules: readonly { readonly host: string; readonly http: { readonly paths: readonly Path[] } }[];
        readonly tls?: readonly { readonly hosts: readonly string[]; readonly secretName: string }[];
      };
    };
    type Path = { readonly path: string; readonly backend: { readonly service: { readonly name: string } } };
    const manifests = renderChart(apart);
    const [ingress] = ofKind<Rules>(manifests, "Ingress");
    expect(ingress?.spec.tls).toEqual([{ hosts: ["flows.example.com"], secretName: "flows-archwright-tls" }]);
    expect(ingress?.spec.rules.map(({ host }) => host)).toEqual(["flows.example.com"]);
    const paths = ingress?.spec.rules[0]?.http.paths ?? [];
    const pods = ofKind<Pods>(manifests, "Deployment");
    for (const { name, operations } of domains) {
      for (const operation of operations as readonly { readonly path: string }[]) {
        const asked = `${basePath}${operation.path}`;
        // The longest prefix wins, by whole segments.
        const [best] = paths
          .filter(({ path }) => path === "/" || asked === path || asked.startsWith(`${path}/`))
          .sort((one, other) => other.path.length - one.path.length);
        const serving = pods.find(({ metadata }) => metadata.name === best?.backend.service.name);
        expect(serving && settingOf(serving, "DOMAINS")?.split(","), asked).toContain(name);
      }
    }
  }, 60_000);

  test("lets nobody in but on the platform's port, and nobody out to private networks by http", () => {
    type Policy = Manifest & {
      readonly spec: {
        readonly podSelector: {
          readonly matchLabels: Record<string, string>;
          readonly matchExpressions?: readonly { readonly values: readonly string[] }[];
        };
        readonly ingress: readonly { readonly ports: readonly { readonly port: string | number }[]; readonly from?: readonly object[] }[];
        readonly egress: readonly {
          readonly ports?: readonly { readonly port: number }[];
          readonly to?: readonly { readonly ipBlock?: { readonly except: readonly string[] } }[];
        }[];
      };
    };
    const manifests = renderChart(full);
    const [policy] = ofKind<Policy>(manifests, "NetworkPolicy");
    for (const { spec } of ofKind<Pods>(manifests, "Deployment", "Job")) {
      const { labels } = spec.template.metadata;
      expect(selects(policy?.spec.podSelector.matchLabels ?? {}, labels)).toBe(true);
      expect(policy?.spec.podSelector.matchExpressions?.[0]?.values).toContain(labels["app.kubernetes.io/component"]);
    }
    expect(policy?.spec.ingress.map(({ ports }) => ports.map(({ port }) => port))).toEqual([["http"]]);
    // Beside who was named, processes of the platform itself.
    expect(policy?.spec.ingress[0]?.from).toHaveLength(2);
    const web = policy?.spec.egress.filter(({ ports }) => ports?.some(({ port }) => port === 80 || port === 443)) ?? [];
    expect(web).toHaveLength(1);
    for (const network of ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"])
      expect(web[0]?.to?.[0]?.ipBlock?.except).toContain(network);
    const trials = ofKind<Policy>(renderChart(trial), "NetworkPolicy").filter(({ metadata }) => /-(postgres|nats)$/.test(metadata.name));
    expect(trials.map(({ spec }) => spec.egress)).toEqual([[], []]);
  }, 60_000);

  test("gives values to the platform as they were written", () => {
    const manifests = renderChart(full);
    const api = ofKind<Pods>(manifests, "Deployment").find(({ metadata }) => metadata.name === "flows-archwright-api");
    if (api === undefined) throw new Error("There is no api.");
    expect(settingOf(api, "ARTIFACTS_MAX_BYTES")).toBe("5368709120");
    expect(settingOf(api, "PIPELINES_SAMPLE")).toBe("false");
    expect(settingOf(api, "DATABASE_POOL")).toBe("20");
    expect(api.spec.replicas).toBeUndefined();
    const secret = ofKind<Manifest & { readonly data: Readonly<Record<string, string>> }>(manifests, "Secret")[0];
    expect(Buffer.from(secret?.data.DATABASE_URL ?? "", "base64").toString()).toBe(secrets.DATABASE_URL);
    // New secrets make new pods.
    const sum = (values: Values) =>
      ofKind<Pods>(renderChart(values), "Deployment")[0]?.spec.template.metadata.annotations?.["checksum/secrets"];
    expect(sum(full)).not.toBe(sum(changed(full, ["secrets", "values", "METRICS_TOKEN"], "another")));
    expect(sum(minimal)).toBeUndefined();
  }, 60_000);

  test("migrates before the processes of a release start, where what it needs is there by then", () => {
    const hook = (values: Values) => ofKind(renderChart(values), "Job")[0]?.metadata.annotations?.["helm.sh/hook"];
    expect(hook(minimal)).toBe("pre-install,pre-upgrade");
    expect(hook(full)).toBe("post-install,pre-upgrade");
    expect(hook(trial)).toBe("post-install,pre-upgrade");
  }, 60_000);

  test("carries every dashboard and every file of alert rules", () => {
    const manifests = renderChart(full);
    const files = (folder: string, ending: string): number => globSync(`${folder}/*${ending}`, { cwd: chart }).length;
    expect(ofKind(manifests, "ConfigMap")).toHaveLength(files("dashboards", ".json"));
    expect(ofKind(manifests, "PrometheusRule")).toHaveLength(files("alerts", ".yaml"));
  }, 60_000);
});

describe("what the chart says of the platform", () => {
  const values = parse(readFileSync(join(chart, "values.yaml"), "utf8")) as { readonly domains: readonly string[] };
  const schema = JSON.parse(readFileSync(join(chart, "values.schema.json"), "utf8"));

  test("its domains are those that there are", () => {
    expect([...values.domains].sort()).toEqual(domains.map(({ name }) => name).sort());
  });

  test("no secret can be set as a plain setting", () => {
    const refused: readonly string[] = schema.definitions.env.propertyNames.not.enum;
    const secret = [...knownSettings].filter(([, { sensitive }]) => sensitive === true).map(([name]) => name);
    expect(secret.filter((name) => !refused.includes(name))).toEqual([]);
    expect(refused.filter((name) => !knownSettings.has(name))).toEqual([]);
  });

  test("its version is that of the package", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
    expect(parse(readFileSync(join(chart, "Chart.yaml"), "utf8"))).toMatchObject({ version, appVersion: version });
  });
});

const moduleOf = ({ apiVersion, kind }: Manifest): string =>
  `${apiVersion.startsWith("monitoring.") ? "@kubernetes-models/prometheus-operator" : "kubernetes-models"}/${apiVersion}/${kind}`;

/** What the compiler says of the manifests as literals of Kubernetes' types: nothing, unless a field is unknown. */
function unknownFields(manifests: readonly Manifest[]): string {
  const folder = mkdtempSync(join(tmpdir(), "archwright-manifests-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const lines = manifests.map(
    (manifest, index) =>
      `import type { I${manifest.kind} as T${index} } from "${moduleOf(manifest)}";\nexport const m${index}: T${index} = ${JSON.stringify(manifest)};\n`,
  );
  writeFileSync(join(folder, "manifests.ts"), lines.join(""));
  const compiler = join(root, "node_modules/typescript-7/bin/tsc");
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2024", "--types", ""];
  try {
    execFileSync(process.execPath, [compiler, ...options, join(folder, "manifests.ts")], { encoding: "utf8", cwd: folder });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
