import { entries, get, type Node, textOf } from "../read/node.ts";
import { resolve } from "../read/references.ts";
import { isJson } from "./messages.ts";
import type { Failure } from "./operation.ts";
import type { View } from "./registry.ts";
import { schemaOf } from "./schemas.ts";

/**
 * What an annotated operation says that it may answer in place of success, in a shape of its own. A response without JSON, or with a problem
 * document (RFC 9457), says nothing new: that is how failures are told anyway.
 */
export function declaredFailures(node: Node, view: View): readonly Failure[] {
  return entries(get(node, "responses")).flatMap(([status, { value }]) => {
    if (!/^(?:[45](?:\d\d|XX)|default)$/.test(status)) return [];
    const response = resolve(value, view.files, view.problems);
    const own = entries(get(response, "content")).find(
      ([mediaType]) => isJson(mediaType) && !/^application\/problem\+json/i.test(mediaType),
    );
    const schema = get(own?.[1].value, "schema");
    if (schema === undefined) return [];
    return [
      {
        status: /^\d+$/.test(status) ? Number(status) : status,
        description: textOf(get(response, "description"))?.trim() ?? "",
        schema: schemaOf(schema, view),
      },
    ];
  });
}
