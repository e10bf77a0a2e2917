import { listToolsOptions } from "@sdk/@tanstack/react-query.gen.ts";
import type { PipelineDefinition, Tool } from "@sdk/types.gen.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useBlocker } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { asList } from "@/api/as-list.ts";
import { asProblem } from "@/api/problem.ts";
import { Button } from "@/components/Button.tsx";
import { ConfirmDialog } from "@/components/ConfirmDialog.tsx";
import { FormProblem } from "@/components/FormProblem.tsx";
import { ListBody } from "@/components/ListBody.tsx";
import { Page } from "@/components/Page.tsx";
import { Panel } from "@/components/Panel.tsx";
import { Tabs } from "@/components/Tabs.tsx";
import { CheckPanel } from "./CheckPanel.tsx";
import type { Draft } from "./draft.ts";
import { GeneralFields } from "./GeneralFields.tsx";
import { InputFields } from "./InputFields.tsx";
import { definitionIssues } from "./issues.ts";
import { JsonDefinition } from "./JsonDefinition.tsx";
import { OutputFields } from "./OutputFields.tsx";
import { StepsEditor } from "./StepsEditor.tsx";
import { useCheck } from "./use-check.ts";

interface Props {
  readonly title: string;
  readonly pipelineId?: string;
  readonly start: Draft;
  readonly saving: boolean;
  readonly error: unknown;
  readonly onSave: (draft: Draft) => void;
  readonly notice?: (draft: Draft) => ReactNode;
}

/** Changes a draft of a pipeline, with what the server says about it beside. */
export function PipelineEditor({ title, pipelineId, start, saving, error, onSave, notice }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(start);
  const [tab, setTab] = useState<"steps" | "inputs" | "outputs" | "json">("steps");
  const [selected, setSelected] = useState(0);
  const [jsonWrong, setJsonWrong] = useState(false);
  const tools = useQuery({ ...listToolsOptions({ query: { limit: 200, sort: "name" } }), staleTime: 300_000 });
  const check = useCheck(draft.definition);
  const dirty = useMemo(() => JSON.stringify(draft) !== JSON.stringify(start), [draft, start]);
  const blocker = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: () => dirty, withResolver: true });

  const problem = error === null || error === undefined ? undefined : asProblem(error);
  const refused = problem === undefined ? [] : definitionIssues(problem.errors);
  const issues = check.issues.length > 0 ? check.issues : refused;
  const define = (definition: PipelineDefinition): void => setDraft((old) => ({ ...old, definition }));
  const { definition } = draft;
  const incomplete = draft.name.trim() === "" || definition.steps.length === 0 || jsonWrong;

  const stepsEditor = (tools: readonly Tool[]) => (
    <StepsEditor definition={definition} tools={tools} issues={issues} selected={selected} onSelect={setSelected} onChange={define} />
  );

  function goTo(pointer: string, step: number | undefined): void {
    setTab(
      step !== undefined ? "steps" : pointer.startsWith("/outputs") ? "outputs" : pointer.startsWith("/inputSchema") ? "inputs" : "steps",
    );
    if (step !== undefined) setSelected(step);
    // After the fields of that place are on the page.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const field = document.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`);
        field?.querySelector<HTMLElement>("input, textarea, select, button")?.focus();
      }),
    );
  }

  return (
    <Page
      wide
      title={title}
      above={
        <Link to="/pipelines" className="hover:text-text hover:underline">
          {t("places.pipelines")}
        </Link>
      }
      beside={dirty && <span className="text-xs text-muted">{t("editor.unsaved")}</span>}
      actions={
        <>
          <Button asChild>
            {pipelineId === undefined ? (
              <Link to="/pipelines">{t("common.cancel")}</Link>
            ) : (
              <Link to="/pipelines/$pipelineId" params={{ pipelineId }}>
                {t("common.cancel")}
              </Link>
            )}
          </Button>
          <Button
            look="primary"
            busy={saving}
            disabled={!dirty || incomplete}
            title={incomplete ? t("editor.incomplete") : undefined}
            onClick={() => onSave(draft)}
          >
            {t("common.save")}
          </Button>
        </>
      }
    >
      {notice?.(draft)}
      {problem !== undefined && refused.length === 0 && <FormProblem error={problem} fields={["name"]} />}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <GeneralFields draft={draft} errors={problem?.errors} onChange={setDraft} />
          <Panel>
            <Tabs
              label={t("editor.parts")}
              value={tab}
              onChange={setTab}
              tabs={[
                {
                  id: "steps",
                  title: t("editor.steps"),
                  content: (
                    <ListBody list={asList(tools)} empty={stepsEditor([])}>
                      {stepsEditor}
                    </ListBody>
                  ),
                },
                {
                  id: "inputs",
                  title: t("editor.inputs"),
                  content: <InputFields definition={definition} issues={issues} onChange={define} />,
                },
                {
                  id: "outputs",
                  title: t("editor.outputs"),
                  content: <OutputFields definition={definition} issues={issues} onChange={define} />,
                },
                {
                  id: "json",
                  title: t("editor.json"),
                  content: <JsonDefinition definition={definition} onChange={define} onWrong={setJsonWrong} />,
                },
              ]}
            />
          </Panel>
        </div>
        <div className="min-w-0 xl:sticky xl:top-5">
          <CheckPanel definition={definition} check={{ ...check, issues }} selected={definition.steps[selected]?.id} onGoTo={goTo} />
        </div>
      </div>
      <ConfirmDialog
        open={blocker.status === "blocked"}
        onOpenChange={(open) => !open && blocker.reset?.()}
        title={t("editor.leave.title")}
        description={t("editor.leave.text")}
        action={t("editor.leave.action")}
        keep={t("editor.leave.keep")}
        onConfirm={() => blocker.proceed?.()}
      />
    </Page>
  );
}
