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
  return destination === undefined ? pino(options) : pino(options, destination);
}
