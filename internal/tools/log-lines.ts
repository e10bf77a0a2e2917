import type { ToolLog as LogLine } from "../../generated/tools/types.gen.ts";
import type { ToolLog } from "./tool.ts";

const maxLines = 1000;
const maxLine = 10_000;

/** A log that appends to `lines`, as far as a run's page should show. */
export function logInto(lines: LogLine[], now: () => Date): ToolLog {
  const add = (level: LogLine["level"]) => (message: string) => {
    // Postgres keeps no NUL, and a run's page no endless log.
    if (lines.length < maxLines) lines.push({ level, message: message.replaceAll("\0", "").slice(0, maxLine), at: now().toISOString() });
  };
  return { info: add("info"), warn: add("warn") };
}
