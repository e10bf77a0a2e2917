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

/** What a tool says of itself. What it takes and gives is checked against its schemas. */
export interface ToolFace {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
}

/** Something a step can do that reaches out: to files, to other services, to the clock. */
export interface Tool<Input = unknown> extends ToolFace {
  /** A problem that it throws is told to the caller; any other error is a mistake in the tool. */
  run(call: ToolCall<Input>): Promise<ToolResult>;
}

/** Something a step can do with data alone. It is done in a thread, since its data decide how long it takes. */
export interface Computation<Input = unknown> extends ToolFace {
  /** Reads what it needs besides its input, which is not checked yet. */
  read?(call: ToolCall<unknown>): Promise<ArrayBuffer | undefined>;
  /** Gives the output. As for `run`, a problem that it throws is told to the caller. */
  compute(work: Work<Input>): unknown;
}

export interface Work<Input> {
  readonly input: Input;
  /** What `read` gave. */
  readonly bytes: ArrayBuffer | undefined;
  readonly log: ToolLog;
}

/** The tool could not do what it was asked for, though its input has the right form. */
export function toolFailed(detail: string, options?: ProblemOptions): Problem {
  return new Problem(422, "tool-failed", "The tool failed", detail, options);
}

/** What the tool asked elsewhere did not answer as it should, and may do so the next time: worth another try. */
export function upstreamFailed(detail: string, options?: ProblemOptions): Problem {
  return new Problem(502, "upstream-failed", "Another service failed", detail, options);
}
