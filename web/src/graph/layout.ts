import dagre from "@dagrejs/dagre";

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const nodeWidth = 208;
export const nodeHeight = 56;

/**
 * Places each step so that arrows lead from left to right (or down). Layers are the longest way from a start; a circle, which a
 * half-written definition may have, is drawn all the same.
 */
export function layoutGraph(
  ids: readonly string[],
  edges: readonly { readonly from: string; readonly to: string }[],
  direction: "right" | "down",
): ReadonlyMap<string, Place> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: direction === "right" ? "LR" : "TB", nodesep: 24, ranksep: direction === "right" ? 56 : 40 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) graph.setNode(id, { width: nodeWidth, height: nodeHeight });
  const known = new Set(ids);
  for (const { from, to } of edges) if (known.has(from) && known.has(to)) graph.setEdge(from, to);
  dagre.layout(graph);
  return new Map(
    ids.map((id) => {
      const { x, y } = graph.node(id) as Place;
      return [id, { x: x - nodeWidth / 2, y: y - nodeHeight / 2 }];
    }),
  );
}
