import { type DestinationStream, pino } from "pino";
import { censor } from "./censored.ts";
import type { Log } from "./log.ts";

/**
 * JSON lines on stdout (or the destination given): one object a line, with `level`, `time` as ISO text, `msg`, and what a line belongs to as
 * far as it is known: `request`, `organization`, `trace_id` and `span_id`. The values of `sensitive` names are never written; a project's
 * own are in `generated/domains.gen.ts`.
 */
export function createLog(
  level: "debug" | "info" | "warn" | "error" | "silent",
  sensitive: readonly string[],
  destination?: DestinationStream,
): Log {
  const censored = censor(sensitive);
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }), log: censored },
    // Errors are taken apart by then.
    serializers: { err: (told: unknown) => told },
  };
  const log = pino(options, destination ?? standardOutput());
  // A child's fields go past `formatters`; children inherit this.
  const { child } = log;
  log.child = function (this: typeof log, fields: object) {
    return child.call(this, censored(fields));
  } as typeof child;
  return log;
}

/**
 * Not pino's own way to write there: when nobody reads any more (EPIPE), that tries to get rid of the last line for ever, and the process
 * never ends. What a process logs must not decide whether it lives.
 */
function standardOutput(): DestinationStream {
  if (!process.stdout.listeners("error").includes(ignore)) process.stdout.on("error", ignore);
  return process.stdout;
}

const ignore = (): void => {};
