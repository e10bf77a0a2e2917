import type { PipelineDefinition } from "@sdk/types.gen.ts";
import { CircleAlert, CircleCheck, Workflow } from "lucide-react";
import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Skeleton } from "@/components/Skeleton.tsx";
import { Spinner } from "@/components/Spinner.tsx";
import { definitionEdges } from "@/graph/edges.ts";
import { issuesAt, placeOf } from "./issues.ts";
import type { useCheck } from "./use-check.ts";

const StepGraph = lazy(() => import("@/graph/StepGraph.tsx").then(({ StepGraph }) => ({ default: StepGraph })));

interface Props {
  readonly definition: PipelineDefinition;
  readonly check: ReturnType<typeof useCheck>;
  readonly selected: string | undefined;
  readonly onGoTo: (pointer: string, step: number | undefined) => void;
}

/** The graph as it is being drawn, and what is wrong with it. */
export function CheckPanel({ definition, check, selected, onGoTo }: Props) {
  const { t } = useTranslation();
  const { steps } = definition;
  const { issues, state } = check;
  const edges = useMemo(() => check.edges ?? definitionEdges(steps), [check.edges, steps]);
  return (
    <Panel
      title={t("editor.graph")}
      actions={
        <span role="status" className="flex items-center gap-1.5 text-xs text-muted">
          {steps.length === 0 ? null : state === "failed" ? (
            t("editor.checkFailed")
          ) : issues.length > 0 ? (
            <>
              <CircleAlert aria-hidden className="size-4 text-danger" />
              {t("editor.problems", { count: issues.length })}
            </>
          ) : state === "checking" ? (
            <>
              <Spinner />
              {t("editor.checking")}
            </>
          ) : (
            <>
              <CircleCheck aria-hidden className="size-4 text-ok" />
              {t("editor.noProblems")}
            </>
          )}
        </span>
      }
    >
      {steps.length === 0 ? (
        <EmptyState Icon={Workflow} title={t("editor.noSteps.title")} text={t("editor.noSteps.text")} />
      ) : (
        <Suspense fallback={<Skeleton className="h-80" />}>
          <StepGraph
            className="h-64 xl:h-96"
            steps={steps.map(({ id, name, tool }, index) => ({
              id,
              title: name ?? id,
              tool,
              wrong: issuesAt(issues, `/steps/${index}`).length > 0,
            }))}
            edges={edges}
            selected={selected}
            onSelect={(id) => {
              const index = steps.findIndex((step) => step.id === id);
              onGoTo(`/steps/${index}/id`, index);
            }}
          />
        </Suspense>
      )}
      {issues.length > 0 && (
        <ul aria-label={t("editor.problemList")} className="max-h-60 overflow-y-auto border-t py-1">
          {issues.map(({ pointer, detail }) => {
            const place = placeOf(pointer);
            const owner = place.step === undefined ? undefined : steps[place.step]?.id;
            const where = [owner, place.field].filter(Boolean).join(" › ");
            return (
              <li key={`${pointer} ${detail}`}>
                <button
                  type="button"
                  className="flex w-full gap-2 px-4 py-1.5 text-left -outline-offset-2 hover:bg-hover"
                  onClick={() => onGoTo(pointer, place.step)}
                >
                  <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-danger" />
                  <span className="min-w-0 break-words">
                    {where !== "" && <span className="font-mono text-xs text-muted">{where} </span>}
                    {detail}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
