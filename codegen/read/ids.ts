import { get, type Node, textOf } from "./node.ts";

/** Where references begin that a file says nothing of; nobody can mean it. */
const nowhere = "https://no-id.invalid/";

/**
 * The JSON Pointer of the schema that a reference of this file would name if it were read relative to `$id` (JSON Schema 2020-12,
 * core 8.2.1), which it is not here: to say so. Undefined when it names none that way either.
 */
export function meantById(reference: string, root: Node): string | undefined {
  const ids = idsOf(root);
  const [address = "", fragment = ""] = reference.split("#", 2);
  for (const base of ids.keys()) {
    const pointer = ids.get(resolved(address, base) ?? "");
    if (pointer === undefined) continue;
    const meant = fragment.startsWith("/") ? `${pointer}${fragment}` : pointer;
    if (isThere(root, meant)) return meant;
  }
  return undefined;
}

const idsByRoot = new WeakMap<Node, ReadonlyMap<string, string>>();

/** The pointer of each schema with an `$id`, by what that comes to. */
function idsOf(root: Node): ReadonlyMap<string, string> {
  const known = idsByRoot.get(root);
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  const waiting: [node: Node, pointer: string, base: string][] = [[root, "#", nowhere]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, pointer, outer] = next;
    if (node.kind === "scalar") continue;
    const id = textOf(get(node, "$id"));
    const base = (id === undefined ? undefined : resolved(id, outer)) ?? outer;
    if (id !== undefined) found.set(base, pointer);
    const inner: Iterable<readonly [string | number, Node]> =
      node.kind === "list" ? node.items.entries() : [...node.entries].map(([key, { value }]) => [key, value]);
    for (const [key, value] of inner) waiting.push([value, `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`, base]);
  }
  idsByRoot.set(root, found);
  return found;
}

const resolved = (reference: string, base: string): string | undefined =>
  URL.canParse(reference, base) ? new URL(reference, base).href.replace(/#.*$/s, "") : undefined;

function isThere(root: Node, pointer: string): boolean {
  let found: Node | undefined = root;
  for (const raw of pointer.split("/").slice(1)) {
    const step = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    found = found?.kind === "list" ? found.items[Number(step)] : get(found, step);
  }
  return found !== undefined;
}
