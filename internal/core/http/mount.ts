import type { Handler, Hono } from "hono";
import type { Authenticate } from "../auth/caller.ts";
import type { Log } from "../telemetry/log.ts";
import type { Observe } from "../telemetry/metrics.ts";
import type { Tracing } from "../telemetry/tracing.ts";
import type { Effects } from "./effects.ts";
import { handlerOf } from "./handler.ts";
import type { Operation, OperationTable } from "./operation.ts";
import { pathTemplate } from "./path-template.ts";
import type { Seen } from "./seen.ts";
import type { TellProblem } from "./tell-problem.ts";

/** What serving needs beside the operations. */
export interface HttpParts extends Effects {
  readonly authenticate: Authenticate;
  /** What stands before a token in an Authorization header, where not `Bearer`. */
  readonly tokenScheme?: string;
  readonly log: Log;
  /** How long an operation may take, in milliseconds; 30 s unless told. Streams and bytes may take any time. */
  readonly timeout?: number;
  /** Pause after which a silent stream of events says that it is still there, in milliseconds. */
  readonly heartbeat?: number;
  /** Notes how long operations take. */
  readonly observe?: Observe;
  /** Records what requests are made of; absent where nobody wants to know. */
  readonly tracing?: Tracing;
  /** Whom a replica may answer; absent where there is none. */
  readonly seen?: Seen;
  /** Aborts when the server stops: streams of events end then, for their readers to come back elsewhere. */
  readonly stopping?: AbortSignal;
  /** How problems are told; as RFC 9457 has it unless told. */
  readonly tell?: TellProblem;
}

/**
 * Serves each operation of the table below `basePath`. What a request needs is decided here, once for each operation.
 * Paths that no operation has are for `unknownPath`, set as the app's notFound.
 */
export function mount<Service>(app: Hono, basePath: string, operations: OperationTable<Service>, service: Service, parts: HttpParts): void {
  const templates = operations.map((operation) => ({ operation, template: pathTemplate(operation.path) }));
  const asked = ({ operation }: { readonly operation: Operation<Service> }): number => operation.query?.length ?? 0;
  const ordered = templates.toSorted((a, b) =>
    a.template.order === b.template.order ? asked(b) - asked(a) : a.template.order < b.template.order ? -1 : 1,
  );
  for (const { operation, template } of ordered) {
    if (operation.method !== "head") {
      app.on(operation.method.toUpperCase(), basePath + template.route, withHead(operation, operations, service, parts));
    } else if (!operations.some((other) => other.method === "get" && other.path === operation.path)) {
      // Hono answers HEAD by the handlers of GET: what GET itself would answer here is for others.
      const head = handlerOf(operation, service, parts);
      app.on("GET", basePath + template.route, (c, next) => (c.req.raw.method === "HEAD" ? head(c, next) : next()));
    }
  }
}

/** The handler of an operation; for GET, on a path with an operation for HEAD, both. */
function withHead<Service>(operation: Operation<Service>, all: OperationTable<Service>, service: Service, parts: HttpParts): Handler {
  const handler = whenAsked(operation.query, handlerOf(operation, service, parts));
  const own = all.find((other) => other.method === "head" && other.path === operation.path);
  if (operation.method !== "get" || own === undefined) return handler;
  const head = handlerOf(own, service, parts);
  return (c, next) => (c.req.raw.method === "HEAD" ? head(c, next) : handler(c, next));
}

/** The handler, for requests whose query has what the operation fixes; others go on to the next operation of the path. */
function whenAsked(query: Operation<never>["query"], handler: Handler): Handler {
  if (query === undefined) return handler;
  return (c, next) => {
    const given = new URL(c.req.raw.url).searchParams;
    return query.every(([name, value]) => given.getAll(name).includes(value)) ? handler(c, next) : next();
  };
}
