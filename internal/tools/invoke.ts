import type { ToolsParts } from "../../generated/tools/service.gen.ts";
import type { Invocation, ToolLog as LogLine, Outcome } from "../../generated/tools/types.gen.ts";
import type { Context } from "../core/context/context.ts";
import type { Outbound } from "../core/outbound/guarded-request.ts";
import { type Checks, checksOf } from "./checked.ts";
import { computing } from "./compute.ts";
import { logInto } from "./log-lines.ts";
import type { Computation, Tool, ToolCall } from "./tool.ts";

export interface InvokerParts extends Pick<ToolsParts, "core" | "config" | "contracts"> {
  readonly outbound: Outbound;
}

/** How a tool is used: its input is checked, it runs, its output is checked. Its validators are built here, once. */
export function invoker(parts: InvokerParts, tool: Tool | Computation): (ctx: Context, body: Invocation) => Promise<Outcome> {
  if ("compute" in tool) return (ctx, body) => computed(tool, callOf(parts, ctx, body, []), parts);
  const checks = checksOf(tool);
  return (ctx, body) => {
    const logs: LogLine[] = [];
    return ran(tool, checks, callOf(parts, ctx, body, logs), logs);
  };
}

async function ran(tool: Tool, checks: Checks, call: ToolCall<unknown>, logs: LogLine[]): Promise<Outcome> {
  checks.input(call.input);
  const { output, waitUntil } = await tool.run(call);
  if (waitUntil !== undefined) return { output: null, waitUntil, logs };
  checks.output(output);
  return { output, logs };
}

async function computed(tool: Computation, call: ToolCall<unknown>, { core }: InvokerParts): Promise<Outcome> {
  const { output, logs } = await core.threads.run(call.ctx, computing, async () => {
    const bytes = await tool.read?.(call);
    const input = { tool: tool.name, input: JSON.stringify(call.input), bytes };
    return { input, ...(bytes === undefined ? {} : { transfer: [bytes] }) };
  });
  return { output: JSON.parse(output), logs };
}

function callOf({ core, config, contracts, outbound }: InvokerParts, ctx: Context, body: Invocation, logs: LogLine[]): ToolCall<unknown> {
  const now = core.now();
  return {
    ctx,
    input: body.input,
    source: body.source,
    begunAt: body.begunAt === undefined ? now : new Date(body.begunAt),
    now,
    log: logInto(logs, core.now),
    artifacts: contracts.artifacts,
    outbound,
    config,
    signal: ctx.signal,
  };
}
