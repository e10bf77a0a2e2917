import { invokeToolMutation } from "@sdk/@tanstack/react-query.gen.ts";
import { useMutation } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asProblem } from "@/api/problem.ts";
import { Button } from "@/components/Button.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { JsonView } from "@/components/JsonView.tsx";
import { SchemaForm } from "@/schema-form/SchemaForm.tsx";
import { formErrors } from "@/schema-form/server-errors.ts";

interface Props {
  readonly name: string;
  readonly schema: Record<string, unknown>;
}

/** Uses a tool once, with a form made from its schema. */
export function TryTool({ name, schema }: Props) {
  const { t } = useTranslation();
  const invoke = useMutation(invokeToolMutation());
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="text-muted">{t("tool.tryText")}</p>
      <SchemaForm
        schema={schema}
        serverErrors={invoke.error === null ? undefined : formErrors(asProblem(invoke.error).errors, "/input")}
        onSubmit={(input) => invoke.mutate({ path: { name }, body: { input } })}
      >
        <div className="mt-4 flex flex-col gap-4">
          <FormProblem error={invoke.error} />
          <Button type="submit" look="primary" className="self-start" busy={invoke.isPending}>
            <Play aria-hidden />
            {t("tool.tryAction")}
          </Button>
        </div>
      </SchemaForm>
      {invoke.data !== undefined && (
        <div role="status" className="flex flex-col gap-3 border-t pt-4">
          <h3 className="font-medium">{t("tool.answer")}</h3>
          {invoke.data.waitUntil !== undefined && <p className="text-muted">{t("tool.waits", { at: invoke.data.waitUntil })}</p>}
          <JsonView value={invoke.data.output} label={t("tool.answer")} />
          {invoke.data.logs.length > 0 && (
            <ol className="rounded-md border bg-panel p-3 font-mono text-xs">
              {invoke.data.logs.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
                <li key={index} className="flex gap-3">
                  <span className="w-10 shrink-0 text-muted">{line.level}</span>
                  <span className="min-w-0 break-words whitespace-pre-wrap">{line.message}</span>
                </li>
              ))}
            </ol>
          )}
        </div>
      )}
    </div>
  );
}
