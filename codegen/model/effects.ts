import type { OperationAnnotation } from "../annotations/vocabulary.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { at, type Node } from "../read/node.ts";
import { milliseconds } from "./durations.ts";
import type { Operation } from "./operation.ts";
import type { OperationEffects } from "./operation-effects.ts";
import type { View } from "./registry.ts";
import { checkStaleOperation } from "./stale.ts";

/** A sliding window remembers each call: above this, a shorter window says the same for less. */
const mostCalls = 1000;
const longestWindow = milliseconds("1d");
const longestTimeout = milliseconds("10m");

/** What an operation's annotation asks of serving. Undefined when it asks for nothing; what cannot be is reported. */
export function effectsOf(
  annotation: OperationAnnotation,
  operation: Pick<Operation, "id" | "method" | "permission" | "tenant" | "body" | "response">,
  node: Node,
  view: View,
): OperationEffects | undefined {
  const place = (...path: string[]) => at(node, "x-codegen", ...path);
  const { rateLimit, idempotent, timeout, transaction, audit, stale, feature } = annotation;
  if (operation.permission === "internal") {
    for (const key of ["rateLimit", "idempotent", "timeout", "transaction", "audit", "stale", "feature"] as const) {
      if (annotation[key] === undefined) continue;
      view.problems.add("contradiction", place(key), `Other domains call ${operation.id} in process: \`${key}\` is for what is served.`);
    }
    return undefined;
  }
  if (rateLimit !== undefined) checkRateLimit(rateLimit, operation, place, view);
  if (idempotent !== undefined) checkIdempotent(annotation, operation, place("idempotent"), view);
  if (timeout !== undefined) checkTimeout(timeout, operation, place("timeout"), view);
  if (transaction !== undefined && !writes(operation)) {
    view.problems.add("contradiction", place("transaction"), `${operation.id} runs in no transaction anyway: ${whyNone(operation)}.`);
  }
  if (stale !== undefined) checkStaleOperation(operation, place("stale"), view);
  if (feature !== undefined) checkFeature(feature, operation, place("feature"), view);
  const effects: OperationEffects = {
    ...(rateLimit === undefined
      ? {}
      : { rateLimit: { limit: rateLimit.limit, windowSeconds: milliseconds(rateLimit.window) / 1000, by: rateLimit.by } }),
    ...(idempotent && { idempotent }),
    ...(timeout === undefined ? {} : { timeout: milliseconds(timeout) }),
    ...(transaction && { transaction }),
    ...(audit && { audit }),
    ...(stale && { stale }),
    ...(feature === undefined ? {} : { feature: `${view.spec.domain}.${feature}` }),
  };
  return Object.keys(effects).length === 0 ? undefined : effects;
}

/** Whether it may be called by nobody in particular. */
const isOpen = (permission: string): boolean => permission === "public" || permission === "optional";

type Served = Parameters<typeof effectsOf>[1];

const writes = ({ method, body, response }: Served): boolean => method !== "get" && body?.kind !== "binary" && response.kind !== "sse";

function whyNone({ method, body }: Served): string {
  if (method === "get") return "it only reads";
  return body?.kind === "binary" ? "it would hold it open while its client sends bytes" : "it answers with a stream";
}

function checkRateLimit(
  { limit, window, by }: NonNullable<OperationAnnotation["rateLimit"]>,
  { id, permission, tenant }: Served,
  place: (...path: string[]) => Node,
  { problems }: View,
): void {
  if (limit < 1 || limit > mostCalls) {
    problems.add(
      "badAnnotation",
      place("rateLimit", "limit"),
      `A window holds 1 to ${mostCalls} calls, not ${limit}; choose another window.`,
    );
  }
  const length = milliseconds(window);
  if (length % 1000 !== 0 || length > longestWindow) {
    problems.add("badAnnotation", place("rateLimit", "window"), `A window is of whole seconds, one day at the most, not ${window}.`);
  }
  if (by === "user" && isOpen(permission)) {
    problems.add("contradiction", place("rateLimit", "by"), `Anybody may call ${id}, so that nobody knows who calls: count \`by: ip\`.`);
  }
  if (by === "organization" && !tenant) {
    const instead = isOpen(permission) ? "ip" : "user";
    problems.add("contradiction", place("rateLimit", "by"), `Who calls ${id} need not act in an organization: count \`by: ${instead}\`.`);
  }
}

function checkIdempotent({ transaction }: OperationAnnotation, operation: Served, place: Node, { problems }: View): void {
  const { id, method, permission } = operation;
  const refuse = (why: string) => problems.add("contradiction", place, `${id} cannot be \`idempotent\`: ${why}.`);
  if (method === "get") refuse("a GET changes nothing, and may be repeated as it is");
  else if (!writes(operation)) refuse(whyNone(operation));
  else if (operation.response.kind === "binary") refuse("bytes are not kept to be answered again");
  else if (isOpen(permission)) refuse("anybody may call it, and an answer is kept for the person who asked");
  else if (transaction === "none") refuse("without its transaction, a crash between the work and its record could do it twice");
}

function checkTimeout(timeout: string, { id, response }: Served, place: Node, { problems }: View): void {
  if (response.kind === "sse") problems.add("contradiction", place, `${id} answers with a stream, which may go on for any time.`);
  if (milliseconds(timeout) > longestTimeout)
    problems.add("badAnnotation", place, `A deadline is ten minutes at the most, not ${timeout}: start longer work, and tell of its end.`);
}

function checkFeature(feature: string, { id, tenant }: Served, place: Node, { problems, spec }: View): void {
  const known = spec.annotation?.features ?? [];
  if (!known.includes(feature)) {
    problems.add("unknownName", place, `The document has no feature "${feature}" in its \`features\`.`, {
      suggestion: nearest(feature, known),
    });
  }
  if (!tenant) problems.add("contradiction", place, `Organizations have features, and who calls ${id} need not act in one.`);
}
