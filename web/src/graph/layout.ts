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

/** Room around the graph, in pixels of the box. */
const margin = 24;
/** Smaller, nobody could tell the boxes apart: what does not fit then is cut off at its end. */
export const smallestScale = 0.1;

interface Box {
  readonly width: number;
  readonly height: number;
}

/** How large a layout would be drawn in a box, at most 1. */
export function fitScale(places: ReadonlyMap<string, Place>, box: Box): number {
  const { width, height } = extent(places);
  return Math.max(smallestScale, Math.min(1, (box.width - 2 * margin) / width, (box.height - 2 * margin) / height));
}

/** Where and how large a layout is drawn to stand whole in the middle of a box; one too large for it begins where the steps do. */
export function fitView(places: ReadonlyMap<string, Place>, box: Box): { readonly x: number; readonly y: number; readonly zoom: number } {
  const { left, top, width, height } = extent(places);
  const zoom = fitScale(places, box);
  const begin = (room: number, length: number): number => Math.max(margin, (room - length * zoom) / 2);
  return { x: begin(box.width, width) - left * zoom, y: begin(box.height, height) - top * zoom, zoom };
}

/** The rectangle that all steps stand in; that of one step where there is none. */
function extent(places: ReadonlyMap<string, Place>): Box & { readonly left: number; readonly top: number } {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const { x, y } of places.values()) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  if (places.size === 0) [left, top] = [0, 0];
  return { left, top, width: right - left + nodeWidth, height: bottom - top + nodeHeight };
}
