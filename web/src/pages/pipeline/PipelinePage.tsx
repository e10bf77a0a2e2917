import { deletePipelineMutation, getPipelineOptions, getPipelineVersionOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useLocation, useNavigate } from "@tanstack/react-router";
import { Ellipsis, Pencil, Play, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { Menu, MenuItem } from "@/components/Menu.tsx";
import { Page } from "@/components/Page.tsx";
import { PageSkeleton } from "@/components/PageSkeleton.tsx";
import { Skeleton } from "@/components/Skeleton.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { StartRunDialog } from "@/pages/start-run/StartRunDialog.tsx";
import { useMay } from "@/session/use-me.ts";
import { DefinitionView } from "./DefinitionView.tsx";
import { PipelineRuns } from "./PipelineRuns.tsx";
import { VersionPicker } from "./VersionPicker.tsx";

const route = getRouteApi("/app/pipelines/$pipelineId");

export function PipelinePage() {
  const { t } = useTranslation();
  const { pipelineId } = route.useParams();
  const { version: asked } = route.useSearch();
  const navigate = useNavigate();
  const hash = useLocation({ select: (location) => location.hash });
  const mayWrite = useMay("pipelines.write");
  const mayRun = useMay("runs.write");
  const [starting, setStarting] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const pipeline = useQuery(getPipelineOptions({ path: { id: pipelineId } }));
  const number = Number(asked ?? pipeline.data?.latest ?? 1);
  const shown = useQuery({
    ...getPipelineVersionOptions({ path: { id: pipelineId, number } }),
    enabled: pipeline.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const remove = useMutation({
    ...deletePipelineMutation(),
    onSuccess: async () => {
      toast.success(t("pipeline.deleted"));
      await navigate({ to: "/pipelines" });
      await invalidate("listPipelines");
    },
    onError: toastProblem,
  });

  // The command palette leads here to start a run.
  useEffect(() => {
    if (hash === "start" && mayRun) setStarting(true);
  }, [hash, mayRun]);

  const problem = pipeline.error ?? shown.error;
  if (problem !== null) return <ErrorState asPage error={problem} onRetry={() => void pipeline.refetch()} />;
  if (pipeline.data === undefined) return <PageSkeleton />;
  const { name, description, latest, version } = pipeline.data;

  return (
    <Page
      title={name}
      description={description}
      above={
        <Link to="/pipelines" className="hover:text-text hover:underline">
          {t("places.pipelines")}
        </Link>
      }
      beside={<VersionPicker pipelineId={pipelineId} latest={latest} number={number} />}
      actions={
        <>
          {mayWrite && (
            <Button asChild>
              <Link to="/pipelines/$pipelineId/edit" params={{ pipelineId }}>
                <Pencil aria-hidden />
                {t("pipeline.edit")}
              </Link>
            </Button>
          )}
          {mayRun && (
            <Button look="primary" onClick={() => setStarting(true)}>
              <Play aria-hidden />
              {t("pipeline.run")}
            </Button>
          )}
          {mayWrite && (
            <Menu
              trigger={
                <Button look="ghost" size="icon" aria-label={t("common.more")}>
                  <Ellipsis aria-hidden />
                </Button>
              }
            >
              <MenuItem danger onSelect={() => setDeleting(true)}>
                <Trash2 aria-hidden />
                {t("pipeline.delete")}
              </MenuItem>
            </Menu>
          )}
        </>
      }
    >
      {shown.data === undefined ? <Skeleton className="h-80" /> : <DefinitionView {...shown.data} />}
      <PipelineRuns pipelineId={pipelineId} />
      <StartRunDialog
        pipeline={pipeline.data}
        version={number === latest ? undefined : number}
        open={starting}
        onOpenChange={(open) => {
          setStarting(open);
          if (!open && hash === "start") void navigate({ to: ".", search: (old) => old, hash: "", replace: true });
        }}
      />
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={t("pipeline.deleteAsk.title", { name })}
        description={t("pipeline.deleteAsk.text")}
        action={t("pipeline.delete")}
        onConfirm={() => remove.mutate({ path: { id: pipelineId }, headers: { "If-Match": `"${version}"` } })}
      />
    </Page>
  );
}
