import { getPipelineOptions, getPipelineQueryKey, updatePipelineMutation } from "@sdk/@tanstack/react-query.gen.ts";
import type { Pipeline } from "@sdk/types.gen.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { asProblem } from "@/api/problem.ts";
import { invalidate } from "@/api/query-client.ts";
import { ErrorState } from "@/components/ErrorState.tsx";
import { NotAllowed } from "@/components/NotAllowed.tsx";
import { PageSkeleton } from "@/components/PageSkeleton.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { useMay } from "@/session/use-me.ts";
import { ConflictBanner } from "./ConflictBanner.tsx";
import type { Draft } from "./draft.ts";
import { PipelineEditor } from "./PipelineEditor.tsx";

const route = getRouteApi("/app/pipelines/$pipelineId/edit");

const toDraft = ({ name, description, definition }: Pipeline): Draft => ({ name, description: description ?? "", definition });

export function EditPipelinePage() {
  const { pipelineId } = route.useParams();
  const mayWrite = useMay("pipelines.write");
  const pipeline = useQuery({ ...getPipelineOptions({ path: { id: pipelineId } }), staleTime: 0, refetchOnWindowFocus: false });
  if (!mayWrite) return <NotAllowed />;
  if (pipeline.error !== null) return <ErrorState asPage error={pipeline.error} onRetry={() => void pipeline.refetch()} />;
  // A draft begins from what the server has now, never from what a list showed some time ago.
  if (pipeline.data === undefined || !pipeline.isFetchedAfterMount) return <PageSkeleton wide />;
  return <Editing loaded={pipeline.data} />;
}

function Editing({ loaded }: { readonly loaded: Pipeline }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [base, setBase] = useState(loaded);
  const key = { path: { id: base.id } };
  const update = useMutation({
    ...updatePipelineMutation(),
    onSuccess: async (pipeline) => {
      toast.success(t("editor.saved", { number: pipeline.latest }));
      queries.setQueryData(getPipelineQueryKey(key), pipeline);
      await invalidate("listPipelines", "listPipelineVersions");
      await navigate({ to: "/pipelines/$pipelineId", params: { pipelineId: base.id }, search: {}, ignoreBlocker: true });
    },
  });
  const conflict = update.error !== null && asProblem(update.error).status === 412;

  function save({ name, description, definition }: Draft, version: number): void {
    const body = { name: name.trim(), description: description.trim() || null, definition };
    update.mutate({ ...key, headers: { "If-Match": `"${version}"` }, body });
  }
  const theirs = (): Promise<Pipeline> => queries.fetchQuery({ ...getPipelineOptions(key), staleTime: 0 });

  return (
    <PipelineEditor
      key={base.version}
      title={base.name}
      pipelineId={base.id}
      start={toDraft(base)}
      saving={update.isPending}
      error={conflict ? null : update.error}
      onSave={(draft) => save(draft, base.version)}
      notice={(draft) =>
        conflict && (
          <ConflictBanner
            onTakeTheirs={() => {
              theirs().then((pipeline) => {
                update.reset();
                setBase(pipeline);
              }, toastProblem);
            }}
            onKeepMine={() => {
              theirs().then((pipeline) => save(draft, pipeline.version), toastProblem);
            }}
          />
        )
      }
    />
  );
}
