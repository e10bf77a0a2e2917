import { delay, type HttpHandler, HttpResponse, http } from "msw";
import type { ProblemDocument } from "../problems/problem.ts";

/** One operation, answered without a service. */
export interface MockOperation<Id extends string = string> {
  readonly id: Id;
  readonly method: "get" | "post" | "put" | "patch" | "delete" | "options" | "head";
  /** As in OpenAPI: `/labels/{id}`. */
  readonly path: string;
  readonly status: number;
  readonly answer?: "json" | "none" | "bytes" | "stream" | "text";
  /** What is answered, given the values of the path's variables. */
  readonly make?: (params: Readonly<Record<string, string>>) => unknown;
}

/** How an operation answers otherwise than well and at once. */
export interface MockOutcome {
  /** Milliseconds until it answers. */
  readonly delay?: number;
  /** What it answers instead: a problem document (RFC 9457) with this status. */
  readonly problem?: { readonly status: number } & Partial<ProblemDocument>;
}

/** Outcomes by operation: `{ getLabel: { problem: { status: 404 } }, listLabels: { delay: 500 } }`. */
export type MockOutcomes<Id extends string> = Readonly<Partial<Record<Id, MockOutcome>>>;

/** Handlers for MSW that answer each operation below `base`, such as `/api/v1`: well and at once, unless its outcome says otherwise. */
export function mockHandlers<Id extends string>(
  base: string,
  operations: readonly MockOperation<Id>[],
  outcomes: MockOutcomes<Id>,
): HttpHandler[] {
  return operations.map((operation) => {
    const { delay: milliseconds = 0, problem } = outcomes[operation.id] ?? {};
    return http[operation.method](predicate(base, operation.path), async ({ params }) => {
      if (milliseconds > 0) await delay(milliseconds);
      return problem === undefined ? answered(operation, params as Record<string, string>) : failed(problem);
    });
  });
}

function answered({ status, answer = "json", make = () => undefined }: MockOperation, params: Readonly<Record<string, string>>): Response {
  const made = make(params);
  switch (answer) {
    case "none":
      return new HttpResponse(null, { status });
    case "bytes":
      return new HttpResponse(String(made), { status, headers: { "Content-Type": "application/octet-stream" } });
    case "text":
      return new HttpResponse(String(made), { status, headers: { "Content-Type": "text/plain" } });
    case "stream":
      return new HttpResponse(`id: 1\ndata: ${JSON.stringify(made)}\n\n`, { status, headers: { "Content-Type": "text/event-stream" } });
    case "json":
      return new HttpResponse(JSON.stringify(made), { status, headers: { "Content-Type": "application/json" } });
  }
}

function failed(problem: NonNullable<MockOutcome["problem"]>): Response {
  const document = { type: "about:blank", title: `Mocked ${problem.status}`, ...problem };
  return new HttpResponse(JSON.stringify(document), {
    status: problem.status,
    headers: { "Content-Type": "application/problem+json" },
  });
}

/** What MSW matches: its own notation where a segment is a text or a variable, else an expression. */
function predicate(base: string, path: string): string | RegExp {
  if (/^(?:\/(?:[\w.~-]+|\{\w+\}))*\/?$/.test(path)) return `${base}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
  const parts = path.split(/(\{[^{}]*\})/).map((part) => (/^\{[^{}]*\}$/.test(part) ? "[^/]+" : escaped(part)));
  return new RegExp(`${escaped(base)}${parts.join("")}(?:\\?.*)?$`);
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** A last page of three. */
export const mockPage = <Item>(make: (number: number) => Item): { readonly items: readonly Item[]; readonly nextCursor: null } => ({
  items: [make(1), make(2), make(3)],
  nextCursor: null,
});
