import type { Entry, Node } from "./node.ts";

/** Puts the keys of every mapping below `root` into order, in place. */
export function sortKeys(root: Node): void {
  const seen = new Set<Node>();
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "scalar" || seen.has(node)) continue;
    seen.add(node);
    if (node.kind === "list") for (const item of node.items) waiting.push(item);
    else {
      const entries = [...node.entries].sort(([a], [b]) => (a < b ? -1 : 1));
      // The reader made this map, and nobody else has it yet.
      const map = node.entries as Map<string, Entry>;
      map.clear();
      for (const [key, entry] of entries) {
        map.set(key, entry);
        waiting.push(entry.value);
      }
    }
  }
}
