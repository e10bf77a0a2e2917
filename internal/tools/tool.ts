import type { ArtifactsService } from "../../generated/contracts/artifacts.gen.ts";
import type { ToolsConfig } from "../../generated/tools/config.gen.ts";
import type { Context } from "../core/context/context.ts";
import type { Timestamp } from "../core/database/lists.ts";
import type { Outbound } from "../core/outbound/guarded-request.ts";
import { Problem, type ProblemOptions } from "../core/problems/problem.ts";
import type { JsonSchema } from "./json-schema.ts";

/** One use of a tool. `input` has passed the tool's schema. */
export interface ToolCall<Input> {
  readonly ctx: Context;
  readonly input: Input;
  /** Names the use: effects under one source happen once. */
  readonly source: string | undefined;
  /** When this use was called first. */
  readonly begunAt: Date;
  readonly now: Date;
  readonly log: ToolLog;
  readonly artifacts: ArtifactsService;
  /** HTTP for URLs that people give. */
  readonly outbound: Outbound;
  readonly config: ToolsConfig;
  readonly signal: AbortSignal;
}

/** What a tool says of its work; people see it beside the step. */
export interface ToolLog {
  info(message: string): void;
  warn(message: string): void;
}

export interface ToolResult {
  readonly output: unknown;
  /** Not done yet: to be called again at this time, with the same input. */
  readonly waitUntil?: Timestamp;
}

/** Something a step can do. What it takes and gives is checked against its schemas. */
export interface Tool<Input = unknown> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
  /** A problem that it throws is told to the caller; any other error is a mistake in the tool. */
  run(call: ToolCall<Input>): Promise<ToolResult>;
}

/** The tool could not do what it was asked for, though its input has the right form. */
export function toolFailed(detail: string, options?: ProblemOptions): Problem {
  return new Problem(422, "tool-failed", "The tool failed", detail, options);
}

/** What the tool asked elsewhere did not answer as it should, and may do so the next time: worth another try. */
export function upstreamFailed(detail: string, options?: ProblemOptions): Problem {
  return new Problem(502, "upstream-failed", "Another service failed", detail, options);
}
