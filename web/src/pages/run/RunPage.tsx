import { cancelRunMutation, getPipelineVersionOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Ban } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { Page } from "@/components/Page.tsx";
import { PageSkeleton } from "@/components/PageSkeleton.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Skeleton } from "@/components/Skeleton.tsx";
import { StatusBadge } from "@/components/StatusBadge.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { isFinal } from "@/pages/runs/run-status.ts";
import { useMay } from "@/session/use-me.ts";
import { ConnectionState } from "./ConnectionState.tsx";
import { RunAgain } from "./RunAgain.tsx";
import { RunFacts } from "./RunFacts.tsx";
import { RunInspector } from "./RunInspector.tsx";
import { StepList } from "./StepList.tsx";
import { useLiveRun } from "./use-live-run.ts";

const StepGraph = lazy(() => import("@/graph/StepGraph.tsx").then(({ StepGraph }) => ({ default: StepGraph })));
const route = getRouteApi("/app/runs/$runId");

export function RunPage() {
  const { t } = useTranslation();
  const { runId } = route.useParams();
  const { step: selected } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay("runs.write");
  const [asking, setAsking] = useState(false);
  const { state, connection, error, retry } = useLiveRun(runId);
  const version = useQuery({
    ...getPipelineVersionOptions({ path: { id: state?.run.pipelineId ?? "", number: state?.run.pipelineVersion ?? 1 } }),
    enabled: state !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const cancel = useMutation({ ...cancelRunMutation(), onError: toastProblem });

  if (error !== null && error !== undefined && state === undefined) return <ErrorState asPage error={error} onRetry={retry} />;
  if (state === undefined) return <PageSkeleton wide />;
  const { run, steps, logs } = state;
  const over = isFinal(run.status);
  const select = (step: string | undefined): void =>
    void navigate({ search: step === undefined ? {} : { step }, replace: true, resetScroll: false });

  return (
    <Page
      wide
      title={run.pipelineName}
      above={
        <>
          <Link to="/runs" className="hover:text-text hover:underline">
            {t("places.runs")}
          </Link>{" "}
          / <span className="font-mono">{run.id}</span>
        </>
      }
      beside={
        <>
          <span aria-live="polite">
            <StatusBadge status={run.status} />
          </span>
          {!over && <ConnectionState state={connection} />}
        </>
      }
      actions={
        mayWrite && (
          <>
            {!over && (
              <Button disabled={run.status === "cancelling"} busy={cancel.isPending} onClick={() => setAsking(true)}>
                <Ban aria-hidden />
                {t("run.cancel")}
              </Button>
            )}
            <RunAgain run={run} />
          </>
        )
      }
    >
      <RunFacts run={run} />
      <Panel>
        <Suspense fallback={<Skeleton className="h-64" />}>
          <StepGraph
            className="h-64"
            steps={steps.map((step) => ({ id: step.step, title: step.name ?? step.step, tool: step.tool, status: step.status }))}
            edges={version.data?.edges ?? []}
            selected={selected}
            onSelect={select}
          />
        </Suspense>
      </Panel>
      <div className="grid items-start gap-5 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <StepList steps={steps} selected={selected} onSelect={select} />
        <RunInspector run={run} step={steps.find(({ step }) => step === selected)} logs={logs} />
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("run.cancelAsk.title")}
        description={t("run.cancelAsk.text")}
        action={t("run.cancel")}
        keep={t("run.cancelAsk.keep")}
        onConfirm={() => cancel.mutate({ path: { id: run.id } })}
      />
    </Page>
  );
}
