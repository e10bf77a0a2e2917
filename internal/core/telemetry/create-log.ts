import { type DestinationStream, pino } from "pino";
import type { Log } from "./log.ts";

/** Fields that are never written, wherever they stand at these depths; a second wall, since nobody should log them in the first place. */
const hidden = ["password", "passwordHash", "accessToken", "refreshToken", "authorization", "cookie"];

/** JSON lines on stdout (or the destination given): one object a line, `time` as ISO text. */
export function createLog(level: "debug" | "info" | "warn" | "error" | "silent", destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: hidden.flatMap((name) => [name, `*.${name}`]), censor: "[hidden]" },
  };
  return pino(options, destination ?? standardOutput());
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
