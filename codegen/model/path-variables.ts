import type { Span } from "../read/source.ts";
import type { View } from "./registry.ts";

/** The names in braces of a path (OpenAPI 3.1, "Path Templating"), in order. */
export const variablesOf = (path: string): readonly string[] => [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);

/** Reports variables of one segment that nothing stands between. */
export function checkApart(path: string, pathKey: Span, view: View): void {
  const [, first, second] = /\{([^{}]*)\}\{([^{}]*)\}/.exec(path) ?? [];
  if (first === undefined) return;
  const message = `Nothing stands between {${first}} and {${second}}: where one ends and the other begins, no server can tell.`;
  view.problems.add("badPath", pathKey, message);
}
