import { type ToolsParts, type ToolsService, toolsDefaults } from "../../generated/tools/service.gen.ts";
import { outbound } from "../core/outbound/guarded-request.ts";
import { tracedOutbound } from "../core/outbound/traced.ts";
import { problem } from "../core/problems/problem.ts";
import { builtinTools } from "./builtin-tools.ts";
import { invoker } from "./invoke.ts";

/** Tools: their rows by the generated defaults, their work by the built-in ones. */
export function toolsService(parts: ToolsParts): ToolsService {
  const { tracing } = parts.core;
  const http = tracedOutbound(outbound({ allowPrivate: parts.config.httpAllowPrivate }), tracing);
  const invokers = new Map(builtinTools.map((tool) => [tool.name, invoker({ ...parts, outbound: http }, tool)]));
  return {
    ...toolsDefaults(parts),
    async invokeTool(ctx, { name, body }) {
      const invoke = invokers.get(name);
      if (invoke === undefined) throw problem.notFound(`There is no tool named ${JSON.stringify(name)}.`);
      const span = { name: `tool ${name}`, attributes: { "archwright.tool": name } };
      return tracing.within(ctx.trace, span, (trace) => invoke({ ...ctx, trace }, body));
    },
  };
}
