import type { Outcome } from "../../../generated/tools/types.gen.ts";
import { MemoryDatabase } from "../../core/database/memory.ts";
import { type Outbound, outbound } from "../../core/outbound/guarded-request.ts";
import { testContext } from "../../core/testing/context.ts";
import { testCore } from "../../core/testing/core.ts";
import { invoker } from "../invoke.ts";
import type { Computation, Tool } from "../tool.ts";
import { artifactShelf } from "./artifact-shelf.ts";

export const testConfig = { httpTimeoutSeconds: 5, httpMaxBytes: 100_000, httpAllowPrivate: true };

/** Uses one tool as a step does: its input and output are checked against its schemas. */
export function workbench(tool: Tool | Computation, http: Outbound = outbound({ allowPrivate: true })) {
  const artifacts = artifactShelf();
  // None of the tools asks the database: whatever they keep is behind the contract of artifacts.
  const core = testCore(new MemoryDatabase(), "/nowhere");
  const invoke = invoker({ core, config: testConfig, contracts: { artifacts }, outbound: http }, tool);
  return {
    artifacts,
    use: (
      input: Readonly<Record<string, unknown>>,
      more: { source?: string; begunAt?: string; signal?: AbortSignal } = {},
    ): Promise<Outcome> => {
      const { signal, ...body } = more;
      return invoke(testContext(signal === undefined ? {} : { signal }), { input, ...body });
    },
    /** The output, for tests that want nothing else. */
    async output(input: Readonly<Record<string, unknown>>): Promise<unknown> {
      return (await invoke(testContext(), { input })).output;
    },
  };
}
