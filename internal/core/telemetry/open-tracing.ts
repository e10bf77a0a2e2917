import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sampler } from "@opentelemetry/sdk-trace";
import { ConfigError } from "../config/settings.ts";
import type { Log } from "./log.ts";
import { otelTracing } from "./otel-tracing.ts";
import type { Tracing } from "./tracing.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** A process that ends does not wait longer for a collector that does not answer. */
const closeMilliseconds = 3_000;

/**
 * Spans for a collector, as the standard variables of OpenTelemetry ask; undefined where they ask for none, and then nothing of the SDK is
 * loaded. Read here: OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL, OTEL_TRACES_EXPORTER,
 * OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG, OTEL_BSP_SCHEDULE_DELAY, OTEL_SDK_DISABLED; by the SDK: OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES, and headers,
 * certificates, timeout and compression of OTLP.
 * @throws ConfigError when they ask for what there is not.
 */
export async function openTracing(env: Env, log: Log): Promise<Tracing | undefined> {
  const url = endpointOf(env);
  if (url === undefined || env.OTEL_SDK_DISABLED?.toLowerCase() === "true" || env.OTEL_TRACES_EXPORTER === "none") return undefined;
  assertOffered(env, "OTEL_TRACES_EXPORTER", ["otlp"]);
  for (const name of ["OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"]) assertOffered(env, name, ["http/protobuf"]);

  const [{ diag, DiagLogLevel }, sdk, resources, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/exporter-trace-otlp-proto"),
  ]);
  const tell = (detail: string): void => log.warn({ detail: detail.slice(0, 500) }, "OpenTelemetry has trouble with traces.");
  const quiet = (): void => {};
  diag.setLogger({ error: tell, warn: tell, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.WARN);

  const own = resources.resourceFromAttributes({ "service.name": "archwright", "service.instance.id": randomUUID() });
  const told = resources.detectResources({ detectors: [resources.envDetector] });
  const provider = new sdk.TracerProvider({
    resource: resources.defaultResource().merge(own).merge(told),
    sampler: samplerOf(env, sdk),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }), scheduledDelayMillis: delayOf(env) })],
  });
  const close = async (): Promise<void> => {
    const closed = provider.shutdown().catch((err: unknown) => log.warn({ err }, "The last spans were not sent."));
    await Promise.race([closed, sleep(closeMilliseconds, undefined, { ref: false })]);
  };
  return otelTracing(provider.getTracer("archwright"), close);
}

function endpointOf(env: Env): string | undefined {
  const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces = "", OTEL_EXPORTER_OTLP_ENDPOINT: all = "" } = env;
  if (traces === "" && all === "") return undefined;
  const url = traces !== "" ? traces : `${all.replace(/\/$/, "")}/v1/traces`;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new ConfigError(["OTEL_EXPORTER_OTLP_ENDPOINT must be the address of a collector, such as http://collector:4318."]);
  return url;
}

function assertOffered(env: Env, name: string, offered: readonly string[]): void {
  const given = env[name] ?? "";
  if (given === "" || offered.includes(given)) return;
  throw new ConfigError([`${name} must be ${offered.join(" or ")}, but it is ${JSON.stringify(given)}.`]);
}

/**
 * A caller outside may ask for less to be recorded, never for more: what they say is sampled is decided here like what begins here, by the
 * id of the trace, so that all processes with the same setting decide alike.
 */
function samplerOf(env: Env, sdk: typeof import("@opentelemetry/sdk-trace")): Sampler {
  const name = env.OTEL_TRACES_SAMPLER || "parentbased_always_on";
  const based = (root: Sampler): Sampler => new sdk.ParentBasedSampler({ root, remoteParentSampled: root });
  switch (name) {
    case "always_on":
      return new sdk.AlwaysOnSampler();
    case "always_off":
      return new sdk.AlwaysOffSampler();
    case "traceidratio":
      return new sdk.TraceIdRatioBasedSampler(ratioOf(env));
    case "parentbased_always_on":
      return based(new sdk.AlwaysOnSampler());
    case "parentbased_always_off":
      return based(new sdk.AlwaysOffSampler());
    case "parentbased_traceidratio":
      return based(new sdk.TraceIdRatioBasedSampler(ratioOf(env)));
    default:
      throw new ConfigError([
        `OTEL_TRACES_SAMPLER must be one of always_on, always_off, traceidratio and these with parentbased_ before them, but it is ${JSON.stringify(name)}.`,
      ]);
  }
}

/** Milliseconds between two sendings. */
function delayOf({ OTEL_BSP_SCHEDULE_DELAY: given = "" }: Env): number {
  if (/^\d{1,6}$/.test(given)) return Number(given);
  if (given === "") return 5_000;
  throw new ConfigError([`OTEL_BSP_SCHEDULE_DELAY must be a number of milliseconds, but it is ${JSON.stringify(given)}.`]);
}

function ratioOf({ OTEL_TRACES_SAMPLER_ARG: given = "" }: Env): number {
  if (given === "") return 1;
  const ratio = Number(given);
  if (ratio >= 0 && ratio <= 1) return ratio;
  throw new ConfigError([`OTEL_TRACES_SAMPLER_ARG must be a share from 0 to 1, but it is ${JSON.stringify(given)}.`]);
}
