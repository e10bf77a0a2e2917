import type { TellProblem } from "archwright/core/http/tell-problem";
import type { FieldError, Problem } from "archwright/core/problems/problem";
import type { Errors } from "../../generated/conduit/types.gen.ts";

/** What is said of a field, or of a thing, whatever was wrong with it. */
const words: Readonly<Record<number, string>> = { 401: "invalid", 403: "forbidden", 404: "not found", 409: "has already been taken" };
const blank = new Set(["is required", "must not be empty"]);

/** Tells of a failure as Conduit's readers know it: for each field, or thing, what is wrong with it. */
export const tellErrors: TellProblem = (problem) => ({ status: problem.status, body: { errors: errorsOf(problem) } satisfies Errors });

function errorsOf(problem: Problem): Record<string, readonly string[]> {
  const { status, errors, headers, message } = problem;
  if (errors.length === 0) {
    if (status !== 401) return { body: [message] };
    return { token: [headers["WWW-Authenticate"]?.includes("invalid_token") === true ? "is invalid" : "is missing"] };
  }
  const byField = Map.groupBy(errors, fieldOf);
  return Object.fromEntries([...byField].map(([field, all]) => [field, said(status, all)]));
}

/** `email` of `/user/email`, `tagList` of `/article/tagList/0`, `limit` of `?limit`, `article` of `/article`. */
function fieldOf({ pointer }: FieldError): string {
  const [, outer, inner] = pointer.replace("?", "/").split("/");
  return inner ?? outer ?? "body";
}

/** What is blank is nothing else besides. */
function said(status: number, errors: readonly FieldError[]): readonly string[] {
  const word = words[status] ?? (errors.some(({ detail }) => blank.has(detail)) ? "can't be blank" : undefined);
  return word === undefined ? errors.map(({ detail }) => detail) : [word];
}
