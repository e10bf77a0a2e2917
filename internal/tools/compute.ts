import type { ToolLog as LogLine } from "../../generated/tools/types.gen.ts";
import type { Job } from "../core/threads/threads.ts";
import { checksOf } from "./checked.ts";
import { computations } from "./computations.ts";
import { logInto } from "./log-lines.ts";
import { toolFailed } from "./tool.ts";

/** A use of a computation. JSON goes to a thread and back as text: to copy a text takes no time, to copy rows does. */
export interface Use {
  readonly tool: string;
  readonly input: string;
  readonly bytes: ArrayBuffer | undefined;
}

export interface Used {
  readonly output: string;
  readonly logs: readonly LogLine[];
}

/** As much as a step may keep. Whoever asked has to read it, and is not in a thread. */
const maxOutput = 8 * 1024 * 1024;

export const computing: Job<Use, Used> = { module: import.meta.url, name: "compute" };

const checks = new Map(computations.map((tool) => [tool.name, checksOf(tool)]));

/** Uses a computation, in the thread that this is called in. */
export async function compute({ tool: name, input: text, bytes }: Use): Promise<Used> {
  const tool = computations.find((one) => one.name === name);
  const check = checks.get(name);
  if (tool === undefined || check === undefined) throw new Error(`There is no computation named ${name}.`);
  const input: unknown = JSON.parse(text);
  check.input(input);
  const logs: LogLine[] = [];
  const result: unknown = await tool.compute({ input, bytes, log: logInto(logs, () => new Date()) });
  check.output(result);
  const output = JSON.stringify(result);
  if (output.length > maxOutput) {
    throw toolFailed(`The result has ${output.length} characters as JSON; ${maxOutput} can be handed on. Read or keep less.`);
  }
  return { output, logs };
}
