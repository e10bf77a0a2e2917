import type { PipelineVersion } from "@sdk/types.gen.ts";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { JsonView } from "@/components/JsonView.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Skeleton } from "@/components/Skeleton.tsx";
import { Tabs } from "@/components/Tabs.tsx";
import { StepSummary } from "./StepSummary.tsx";

const StepGraph = lazy(() => import("@/graph/StepGraph.tsx").then(({ StepGraph }) => ({ default: StepGraph })));

/** A definition to look at: as a graph, as a list of steps, as JSON. */
export function DefinitionView({ definition, edges }: Pick<PipelineVersion, "definition" | "edges">) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<"graph" | "steps" | "json">("graph");
  const { steps } = definition;
  return (
    <Panel>
      <Tabs
        label={t("pipeline.definition")}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: "graph",
            title: t("pipeline.graph"),
            content: (
              <Suspense fallback={<Skeleton className="h-80" />}>
                <StepGraph steps={steps.map(({ id, name, tool }) => ({ id, title: name ?? id, tool }))} edges={edges} />
              </Suspense>
            ),
          },
          {
            id: "steps",
            title: t("pipeline.stepsTab", { count: steps.length }),
            content: (
              <ol>
                {steps.map((step) => (
                  <StepSummary key={step.id} step={step} before={edges.filter(({ to }) => to === step.id).map(({ from }) => from)} />
                ))}
              </ol>
            ),
          },
          {
            id: "json",
            title: t("pipeline.json"),
            content: (
              <div className="p-4">
                <JsonView value={definition} label={t("pipeline.definition")} />
              </div>
            ),
          },
        ]}
      />
    </Panel>
  );
}
