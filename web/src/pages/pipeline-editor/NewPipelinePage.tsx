import { createPipelineMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { invalidate } from "@/api/query-client.ts";
import { NotAllowed } from "@/components/NotAllowed.tsx";
import { useMay } from "@/session/use-me.ts";
import { emptyDraft } from "./draft.ts";
import { PipelineEditor } from "./PipelineEditor.tsx";

export function NewPipelinePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useMutation({
    ...createPipelineMutation(),
    onSuccess: async (pipeline) => {
      toast.success(t("editor.created", { name: pipeline.name }));
      await invalidate("listPipelines");
      await navigate({ to: "/pipelines/$pipelineId", params: { pipelineId: pipeline.id }, search: {}, ignoreBlocker: true });
    },
  });
  if (!useMay("pipelines.write")) return <NotAllowed />;
  return (
    <PipelineEditor
      title={t("pipelines.new")}
      start={emptyDraft}
      saving={create.isPending}
      error={create.error}
      onSave={({ name, description, definition }) =>
        create.mutate({ body: { name: name.trim(), description: description.trim() || null, definition } })
      }
    />
  );
}
