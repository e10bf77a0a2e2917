import { getPipelineVersionOptions, startRunMutation } from "@sdk/@tanstack/react-query.gen.ts";
import type { Pipeline } from "@sdk/types.gen.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "@/api/problem.ts";
import { invalidate } from "@/api/query-client.ts";
import { Button } from "@/components/Button.tsx";
import { DialogActions } from "@/components/DialogActions.tsx";
import { ErrorState } from "@/components/ErrorState.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { Skeleton } from "@/components/Skeleton.tsx";
import { SchemaForm } from "@/schema-form/SchemaForm.tsx";
import { formErrors } from "@/schema-form/server-errors.ts";

interface Props {
  readonly pipeline: Pipeline;
  readonly version: number | undefined;
  readonly input: Record<string, unknown> | undefined;
  readonly onDone: () => void;
}

export function StartRunForm({ pipeline, version, input, onDone }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pinned = version !== undefined && version !== pipeline.latest;
  const old = useQuery({ ...getPipelineVersionOptions({ path: { id: pipeline.id, number: version ?? 1 } }), enabled: pinned });
  const start = useMutation({
    ...startRunMutation(),
    onSuccess: async (run) => {
      onDone();
      await navigate({ to: "/runs/$runId", params: { runId: run.id }, search: {} });
      await invalidate("listRuns");
    },
  });
  // The dialog opened before its fields were here.
  const fields = useRef<HTMLDivElement>(null);
  const arrived = pinned ? old.data !== undefined : true;
  useEffect(() => {
    if (arrived) fields.current?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }, [arrived]);
  const definition = pinned ? old.data?.definition : pipeline.definition;
  if (old.error !== null) return <ErrorState error={old.error} onRetry={() => void old.refetch()} />;
  if (definition === undefined) return <Skeleton className="h-24" />;

  const schema = definition.inputSchema ?? {};
  const asksNothing = Object.keys((schema.properties as object | undefined) ?? {}).length === 0;
  const submit = (value: Record<string, unknown>): void =>
    start.mutate({ body: { pipelineId: pipeline.id, input: value, ...(version === undefined ? {} : { version }) } });
  const below = (
    <div className="mt-5 flex flex-col gap-4">
      <FormProblem error={start.error} />
      <DialogActions>
        <Button onClick={onDone}>{t("common.cancel")}</Button>
        <Button
          type={asksNothing ? "button" : "submit"}
          look="primary"
          autoFocus={asksNothing}
          busy={start.isPending}
          {...(asksNothing ? { onClick: () => submit({}) } : {})}
        >
          <Play aria-hidden />
          {t("start.action")}
        </Button>
      </DialogActions>
    </div>
  );
  if (asksNothing)
    return (
      <>
        <p className="text-muted">{t("start.noInput")}</p>
        {below}
      </>
    );
  return (
    <div ref={fields}>
      <SchemaForm
        schema={{ ...schema, type: "object" }}
        {...(input === undefined ? {} : { value: input })}
        serverErrors={start.error === null ? undefined : formErrors(asProblem(start.error).errors, "/input")}
        onSubmit={submit}
      >
        {below}
      </SchemaForm>
    </div>
  );
}
