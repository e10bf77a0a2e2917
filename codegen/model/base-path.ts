import { get, items, textOf } from "../read/node.ts";
import type { Registry } from "./registry.ts";

const usual = "/api/v1";

/**
 * Below which path all operations are served: what the annotated documents say in `servers` (OpenAPI 3.1, Server Object) by an address
 * without a host, `- url: /api`; all that say anything must say the same. Servers elsewhere have no effect.
 */
export function basePathOf({ specs, problems }: Registry): string {
  const said = specs.flatMap(({ plain, root }) => {
    if (plain) return [];
    const urls = items(get(root, "servers")).flatMap((server) => get(server, "url") ?? []);
    return urls.flatMap((node) => {
      const path = textOf(node);
      return path?.startsWith("/") && !path.startsWith("//") ? [{ path, node }] : [];
    });
  });
  const [first] = said;
  for (const { path, node } of said) {
    if (!/^(?:\/[A-Za-z0-9._-]+)+$/.test(path))
      problems.add(
        "notSupported",
        node,
        `"${path}" cannot be what all operations are below: it is a path such as /api, without variables or a / at its end.`,
      );
    else if (first !== undefined && path !== first.path)
      problems.add(
        "contradiction",
        node,
        `All operations of a project are below one path: another document says ${first.path}, this one ${path}.`,
      );
  }
  return first?.path ?? usual;
}
