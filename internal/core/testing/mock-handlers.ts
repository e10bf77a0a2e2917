import { type HttpHandler, HttpResponse, http } from "msw";

/** One operation, answered without a service. */
export interface MockOperation {
  readonly method: "get" | "post" | "put" | "patch" | "delete" | "options" | "head";
  /** As in OpenAPI: `/labels/{id}`. */
  readonly path: string;
  readonly status: number;
  readonly answer?: "json" | "none" | "bytes" | "stream" | "text";
  /** What is answered, given the values of the path's variables. */
  readonly make?: (params: Readonly<Record<string, string>>) => unknown;
}

/** Handlers for MSW that answer each operation below `base`, such as `/api/v1`. */
export function mockHandlers(base: string, operations: readonly MockOperation[]): HttpHandler[] {
  return operations.map(({ method, path, status, answer = "json", make = () => undefined }) =>
    http[method](predicate(base, path), ({ params }) => {
      const made = make(params as Record<string, string>);
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
    }),
  );
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
