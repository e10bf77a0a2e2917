import { deleteArtifactMutation, getArtifactOptions, listArtifactVersionsOptions } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Download, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { saveArtifact } from "@/api/download.ts";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { CopyButton } from "@/components/CopyButton.tsx";
import { Detail } from "@/components/Detail.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { Page } from "@/components/Page.tsx";
import { PageSkeleton } from "@/components/PageSkeleton.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Time } from "@/components/Time.tsx";
import { toastProblem } from "@/components/toast-problem.ts";
import { formatBytes } from "@/format/format.ts";
import { useMay } from "@/session/use-me.ts";
import { Preview } from "./Preview.tsx";
import { VersionList } from "./VersionList.tsx";

const route = getRouteApi("/app/artifacts/$artifactId");

export function ArtifactPage() {
  const { t } = useTranslation();
  const { artifactId } = route.useParams();
  const { version: asked } = route.useSearch();
  const navigate = useNavigate();
  const mayWrite = useMay("artifacts.write");
  const [deleting, setDeleting] = useState(false);
  const artifact = useQuery(getArtifactOptions({ path: { id: artifactId } }));
  const versions = useQuery(listArtifactVersionsOptions({ path: { id: artifactId } }));
  const save = useMutation({
    mutationFn: (number: number) => saveArtifact(artifactId, number, artifact.data?.name ?? artifactId),
    onError: toastProblem,
  });
  const remove = useMutation({
    ...deleteArtifactMutation(),
    onSuccess: async () => {
      toast.success(t("artifact.deleted"));
      await navigate({ to: "/artifacts" });
      await invalidate("listArtifacts");
    },
    onError: toastProblem,
  });

  const problem = artifact.error ?? versions.error;
  if (problem !== null)
    return <ErrorState asPage error={problem} onRetry={() => void Promise.all([artifact.refetch(), versions.refetch()])} />;
  if (artifact.data === undefined || versions.data === undefined) return <PageSkeleton />;
  const { name, latest, version } = artifact.data;
  const shown = versions.data.find(({ number }) => String(number) === asked) ??
    versions.data.find(({ number }) => number === latest) ?? {
      ...artifact.data,
      number: latest,
    };

  return (
    <Page
      title={name}
      above={
        <Link to="/artifacts" className="hover:text-text hover:underline">
          {t("places.artifacts")}
        </Link>
      }
      actions={
        <>
          <Button look="primary" busy={save.isPending} onClick={() => save.mutate(shown.number)}>
            <Download aria-hidden />
            {t("artifact.download")}
          </Button>
          {mayWrite && (
            <Button onClick={() => setDeleting(true)}>
              <Trash2 aria-hidden />
              {t("artifact.delete")}
            </Button>
          )}
        </>
      }
    >
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:flex sm:flex-wrap sm:gap-x-10">
        <Detail label={t("artifacts.columns.type")}>
          <span className="font-mono text-xs">{shown.mediaType}</span>
        </Detail>
        <Detail label={t("artifacts.columns.size")}>{formatBytes(shown.size)}</Detail>
        <Detail label={t("artifacts.columns.version")}>{t("pipelines.version", { number: shown.number })}</Detail>
        <Detail label={t("artifact.stored")}>
          <Time at={shown.createdAt} />
        </Detail>
        <Detail label={t("artifact.checksum")}>
          <span className="flex items-center gap-1">
            <span className="max-w-40 truncate font-mono text-xs" title={shown.sha256}>
              {shown.sha256}
            </span>
            <CopyButton text={shown.sha256} />
          </span>
        </Detail>
      </dl>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_16rem]">
        <Panel title={t("artifact.preview")}>
          <Preview id={artifactId} name={name} number={shown.number} mediaType={shown.mediaType} size={shown.size} />
        </Panel>
        <VersionList artifactId={artifactId} versions={versions.data} latest={latest} shown={shown.number} />
      </div>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={t("artifact.deleteAsk.title", { name })}
        description={t("artifact.deleteAsk.text", { count: latest })}
        action={t("artifact.delete")}
        onConfirm={() => remove.mutate({ path: { id: artifactId }, headers: { "If-Match": `"${version}"` } })}
      />
    </Page>
  );
}
