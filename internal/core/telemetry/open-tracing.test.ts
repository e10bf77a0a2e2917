import { expect, test } from "vitest";
import { ConfigError } from "../config/settings.ts";
import { silentLog } from "../testing/context.ts";
import { openTracing } from "./open-tracing.ts";
import { isSampled, traceIdOf } from "./traceparent.ts";

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1" };
const low = "00-00000000000000000000000000000001-b7ad6b7169203331";
const high = "00-ffffffff000000000000000000000000-b7ad6b7169203331";

test.each([
  {},
  { OTEL_EXPORTER_OTLP_ENDPOINT: "" },
  { ...endpoint, OTEL_SDK_DISABLED: "true" },
  { ...endpoint, OTEL_TRACES_EXPORTER: "none" },
])("nothing is recorded, and nothing loaded, with %o", async (env) => {
  expect(await openTracing(env, silentLog)).toBeUndefined();
});

test.each([
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "collector" }, "OTEL_EXPORTER_OTLP_ENDPOINT must be the address"],
  [{ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" }, 'OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf, but it is "grpc"'],
  [{ ...endpoint, OTEL_TRACES_SAMPLER: "sometimes" }, "OTEL_TRACES_SAMPLER must be one of"],
  [{ ...endpoint, OTEL_TRACES_SAMPLER: "traceidratio", OTEL_TRACES_SAMPLER_ARG: "10%" }, "OTEL_TRACES_SAMPLER_ARG must be a share"],
])("a setting that cannot be met is refused: %o", async (env, message) => {
  const failure = await openTracing(env, silentLog).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ConfigError);
  expect((failure as Error).message).toContain(message);
});

/** What becomes of a request with this traceparent: whether it is recorded, and what it hands on. */
async function sampled(parent: string | undefined, env: Readonly<Record<string, string>>, remote = true): Promise<boolean> {
  const tracing = await openTracing({ ...endpoint, OTEL_BSP_SCHEDULE_DELAY: "600000", ...env }, silentLog);
  const trace = await tracing?.within(parent, { name: "test", remote }, async (trace) => trace);
  if (trace === undefined) throw new Error("A span has a traceparent.");
  if (parent !== undefined) expect(traceIdOf(trace)).toBe(traceIdOf(parent));
  return isSampled(trace);
}

test("a caller outside may have less recorded, and no more than the share of traces that is set", async () => {
  const share = { OTEL_TRACES_SAMPLER: "parentbased_traceidratio", OTEL_TRACES_SAMPLER_ARG: "0.5" };
  expect(await sampled(`${low}-01`, share)).toBe(true);
  expect(await sampled(`${high}-01`, share)).toBe(false);
  expect(await sampled(`${low}-00`, share)).toBe(false);
  expect(await sampled(`${high}-01`, {})).toBe(true);
  expect(await sampled(undefined, {})).toBe(true);
  expect(await sampled(undefined, { OTEL_TRACES_SAMPLER: "always_off" })).toBe(false);
});

test("what this platform has begun to record it goes on recording, in whichever process", async () => {
  const share = { OTEL_TRACES_SAMPLER: "parentbased_traceidratio", OTEL_TRACES_SAMPLER_ARG: "0.5" };
  expect(await sampled(`${high}-01`, share, false)).toBe(true);
  expect(await sampled(`${low}-00`, share, false)).toBe(false);
});
