import { Handle, type Node, type NodeProps, Position, useUpdateNodeInternals } from "@xyflow/react";
import { TriangleAlert } from "lucide-react";
import { useEffect } from "react";
import { classes } from "@/components/classes.ts";
import { type Status, StatusIcon } from "@/components/StatusBadge.tsx";

export interface GraphStep {
  readonly id: string;
  readonly title: string;
  readonly tool: string;
  readonly status?: Status;
  readonly wrong?: boolean;
}

export type StepNodeType = Node<{ step: GraphStep; chosen: boolean; down: boolean }, "step">;

export function StepNode({ id, data: { step, chosen, down } }: NodeProps<StepNodeType>) {
  const measure = useUpdateNodeInternals();
  // The arrows end where the handles were measured: they move with the direction.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another direction is what asks for measuring
  useEffect(() => measure(id), [id, down, measure]);
  return (
    <div
      className={classes(
        "flex size-full items-center gap-2.5 rounded-lg border bg-raised px-3 text-left shadow-xs transition-colors",
        chosen ? "border-accent ring-2 ring-accent-soft" : step.wrong ? "border-danger" : "border-line-strong hover:border-faint",
      )}
    >
      <Handle type="target" position={down ? Position.Top : Position.Left} isConnectable={false} />
      {step.status !== undefined && <StatusIcon status={step.status} />}
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{step.title}</span>
        <span className="block truncate font-mono text-xs text-muted">{step.tool}</span>
      </span>
      {step.wrong && <TriangleAlert aria-hidden className="size-4 text-danger" />}
      <Handle type="source" position={down ? Position.Bottom : Position.Right} isConnectable={false} />
    </div>
  );
}
