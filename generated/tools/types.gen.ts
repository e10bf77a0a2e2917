// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { TextFilter, Timestamp } from "../../internal/core/database/lists.ts";
import type { JsonObject, JsonSchema } from "../common/types.gen.ts";

export type ToolId = `tl-${string}`;

/** Something a step can do. */
export interface Tool {
  readonly id: ToolId;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly version: number;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
}

/** What creates a Tool. */
export interface ToolCreate {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
}

/** RFC 7396: absent leaves a field as it is, null clears it. */
export interface ToolPatch {
  readonly title?: string;
  readonly description?: string;
  readonly inputSchema?: JsonSchema;
  readonly outputSchema?: JsonSchema;
}

export interface ToolFilter {
  readonly name?: TextFilter;
}

export type ToolSort = "name" | "-name";

export interface Invocation {
  readonly input: JsonObject;
  /** Names this use. A tool with effects applies them once for one source, however often it is called. */
  readonly source?: string;
  /** When this use was called first; a tool that waits counts from there. Now unless told. */
  readonly begunAt?: Timestamp;
}

export interface Outcome {
  /** As the tool's output schema says. */
  readonly output: unknown;
  /** The step is not done: it goes on at this time with the same input. */
  readonly waitUntil?: Timestamp;
  readonly logs: readonly ToolLog[];
}

export interface ToolLog {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly message: string;
  readonly at: Timestamp;
}

/** What invokeTool is given. */
export interface InvokeToolInput {
  readonly name: string;
  readonly body: Invocation;
}
