import type { Entry, Node } from "./node.ts";

/** The same values with the keys of every mapping in order. What is shared stays shared. */
export function sortedKeys(root: Node): Node {
  const done = new Map<Node, Node>();
  // No deeper than the reader lets values nest.
  const sorted = (node: Node): Node => {
    if (node.kind === "scalar") return node;
    const known = done.get(node);
    if (known !== undefined) return known;
    const made = node.kind === "list" ? { ...node, items: node.items.map(sorted) } : { ...node, entries: inOrder(node.entries, sorted) };
    done.set(node, made);
    return made;
  };
  return sorted(root);
}

function inOrder(entries: ReadonlyMap<string, Entry>, sorted: (node: Node) => Node): ReadonlyMap<string, Entry> {
  const result = new Map<string, Entry>();
  for (const name of [...entries.keys()].sort()) {
    const entry = entries.get(name);
    if (entry !== undefined) result.set(name, { key: entry.key, value: sorted(entry.value) });
  }
  return result;
}
