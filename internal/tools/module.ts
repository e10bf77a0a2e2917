import type { ToolsModule } from "../../generated/tools/service.gen.ts";
import { whenAvailable } from "../core/processes/when-available.ts";
import { builtinTools } from "./builtin-tools.ts";
import { registerTools } from "./register-tools.ts";
import { toolsService } from "./tools-service.ts";

export default {
  service: toolsService,
  async start({ tools, core }) {
    await whenAvailable(core.log, () => registerTools(core.system("tools", ""), tools, builtinTools));
    return { stop: async () => {} };
  },
} satisfies ToolsModule;
