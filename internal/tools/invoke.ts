import type { ToolsParts } from "../../generated/tools/service.gen.ts";
import type { Invocation, ToolLog as LogLine, Outcome } from "../../generated/tools/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import type { Outbound } from "../core/outbound/guarded-request.ts";
import { problem } from "../core/problems/problem.ts";
import { validatorOf } from "../core/validation/from-schema.ts";
import type { Place } from "../core/validation/validator.ts";
import type { Tool, ToolLog } from "./tool.ts";

/** The schemas of built-in tools are ours, so that only the size of tables has to be provided for: some 20 cells in each of 100,000 rows. */
const maximumSteps = 10_000_000;
const maxLines = 1000;
const maxLine = 10_000;

export interface InvokerParts extends Pick<ToolsParts, "core" | "config" | "contracts"> {
  readonly outbound: Outbound;
}

/** How a tool is used: its input is checked, it runs, its output is checked. Its validators are built here, once. */
export function invoker({ core, config, contracts, outbound }: InvokerParts, tool: Tool) {
  const input = validatorOf(tool.inputSchema, maximumSteps);
  const output = validatorOf(tool.outputSchema, maximumSteps);

  return async (ctx: Context, body: Invocation): Promise<Outcome> => {
    const wrong: Place = { path: ["input"], errors: [] };
    input.check(body.input, wrong);
    if (wrong.errors.length > 0) {
      throw problem.invalid(`The input of ${tool.name} is not as its schema says.`, { errors: wrong.errors });
    }

    const now = core.now();
    const lines: LogLine[] = [];
    const result = await tool.run({
      ctx,
      input: body.input,
      source: body.source,
      begunAt: body.begunAt === undefined ? now : new Date(body.begunAt),
      now,
      log: logInto(lines, core.now),
      artifacts: contracts.artifacts,
      outbound,
      config,
      signal: ctx.signal,
    });
    if (result.waitUntil !== undefined) return { output: null, waitUntil: result.waitUntil, logs: lines };

    const faults: Place = { path: [], errors: [] };
    output.check(result.output, faults);
    // The caller can do nothing about it: it becomes a 500, and the log says where the tool is wrong.
    if (faults.errors.length > 0) throw new Error(`${tool.name} gave what its schema does not allow: ${JSON.stringify(faults.errors)}`);
    return { output: result.output, logs: lines };
  };
}

function logInto(lines: LogLine[], now: () => Date): ToolLog {
  const add = (level: LogLine["level"]) => (message: string) => {
    // Postgres keeps no NUL, and a run's page no endless log.
    if (lines.length < maxLines) lines.push({ level, message: message.replaceAll("\0", "").slice(0, maxLine), at: now().toISOString() });
  };
  return { info: add("info"), warn: add("warn") };
}
