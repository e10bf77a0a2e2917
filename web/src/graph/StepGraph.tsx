import { Background, type Edge, MarkerType, ReactFlow, ReactFlowProvider, useReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { Maximize, Minus, Plus } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { classes } from "@/components/classes.ts";
import { fitScale, fitView, layoutGraph, nodeHeight, nodeWidth, smallestScale } from "./layout.ts";
import { type GraphStep, StepNode, type StepNodeType } from "./StepNode.tsx";

interface Props {
  readonly steps: readonly GraphStep[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  readonly selected?: string | undefined;
  readonly onSelect?: (id: string) => void;
  readonly className?: string;
}

const nodeTypes = { step: StepNode };
const arrow = { type: MarkerType.ArrowClosed, color: "var(--faint)", width: 16, height: 16 };

/**
 * A pipeline as boxes and arrows, for the eye and the mouse. Each page shows the same steps as a list besides, which keyboard and
 * screen readers use: so nothing in here takes the focus but the zoom buttons.
 */
export function StepGraph(props: Props) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ steps, edges, selected, onSelect, className }: Props) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const shape = useMemo(() => JSON.stringify([steps.map(({ id }) => id), edges.map(({ from, to }) => [from, to])]), [steps, edges]);
  // Only ids, edges and the box's size move the steps: a change of status must not. Of the two directions, the one that is drawn larger.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` says when steps and edges differ
  const { places, down } = useMemo(() => {
    const ids = steps.map(({ id }) => id);
    const right = layoutGraph(ids, edges, "right");
    if (ids.length === 0 || size.width === 0) return { places: right, down: false };
    const below = layoutGraph(ids, edges, "down");
    return fitScale(below, size) > fitScale(right, size) ? { places: below, down: true } : { places: right, down: false };
  }, [shape, size]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const fit = useCallback(() => void flow.setViewport(fitView(places, size)), [flow, places, size]);
  useEffect(fit, [fit]);

  const nodes = steps.map(
    (step): StepNodeType => ({
      id: step.id,
      type: "step",
      ...{ width: nodeWidth, height: nodeHeight },
      position: places.get(step.id) ?? { x: 0, y: 0 },
      data: { step, chosen: step.id === selected, down },
    }),
  );
  const status = new Map(steps.map((step) => [step.id, step.status]));
  const lines = edges
    .filter(({ from, to }) => places.has(from) && places.has(to))
    .map(
      ({ from, to }): Edge => ({ id: `${from}>${to}`, source: from, target: to, animated: status.get(to) === "running", markerEnd: arrow }),
    );

  return (
    <section ref={box} aria-label={t("graph.label", { count: steps.length })} className={classes("relative h-80", className)}>
      <ReactFlow
        nodes={nodes}
        edges={lines}
        nodeTypes={nodeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        zoomOnScroll={false}
        preventScrolling={false}
        minZoom={smallestScale}
        maxZoom={1.5}
        {...(onSelect === undefined ? {} : { onNodeClick: (_event, node) => onSelect(node.id) })}
      >
        <Background color="var(--line-strong)" gap={20} size={1} />
      </ReactFlow>
      <div className="absolute top-2 right-2 flex flex-col rounded-md border bg-raised">
        <Button look="ghost" size="icon" className="size-7" aria-label={t("graph.zoomIn")} onClick={() => void flow.zoomIn()}>
          <Plus aria-hidden />
        </Button>
        <Button look="ghost" size="icon" className="size-7" aria-label={t("graph.zoomOut")} onClick={() => void flow.zoomOut()}>
          <Minus aria-hidden />
        </Button>
        <Button look="ghost" size="icon" className="size-7" aria-label={t("graph.fit")} onClick={fit}>
          <Maximize aria-hidden />
        </Button>
      </div>
    </section>
  );
}
