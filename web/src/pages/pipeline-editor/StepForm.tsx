import type { PipelineDefinition, PipelineStep, Tool } from "@sdk/types.gen.ts";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/Button.tsx";
import { Field } from "@/components/Field.tsx";
import { Input } from "@/components/Input.tsx";
import { AvailableNames } from "./AvailableNames.tsx";
import { idPattern, withInput } from "./draft.ts";
import { ExpressionField } from "./ExpressionField.tsx";
import { type Issues, issuesAt, issuesExactlyAt } from "./issues.ts";
import { StepOptions } from "./StepOptions.tsx";
import { ToolPicker } from "./ToolPicker.tsx";
import { schemaProperties } from "./tool-inputs.ts";

interface Props {
  readonly index: number;
  readonly definition: PipelineDefinition;
  readonly tools: readonly Tool[];
  readonly issues: Issues;
  readonly onChange: (step: PipelineStep) => void;
  readonly onRename: (id: string) => void;
}

export function StepForm({ index, definition, tools, issues, onChange, onRename }: Props) {
  const { t } = useTranslation();
  const step = definition.steps[index];
  const [id, setId] = useState(step?.id ?? "");
  const [picking, setPicking] = useState(false);
  useEffect(() => setId(step?.id ?? ""), [step?.id]);
  if (step === undefined) return null;

  const root = `/steps/${index}`;
  const tool = tools.find(({ name }) => name === step.tool);
  const asked = schemaProperties(tool?.inputSchema);
  const given = step.inputs ?? {};
  const others = Object.keys(given).filter((name) => !asked.some((input) => input.name === name));
  const taken = definition.steps.some((other, at) => at !== index && other.id === id);
  const idErrors = [
    ...(idPattern.test(id) ? [] : [t("editor.idWrong")]),
    ...(taken ? [t("editor.idTaken")] : []),
    ...(id === step.id && !taken ? issuesAt(issues, `${root}/id`) : []),
  ];

  /** Others name the step by its id, so it changes once, when it is whole. */
  function commitId(): void {
    if (id === step?.id) return;
    if (idPattern.test(id) && !taken) onRename(id);
    else setId(step?.id ?? "");
  }

  return (
    <div className="flex flex-col gap-4 px-4 pt-3 pb-5">
      {issuesExactlyAt(issues, root).map((detail) => (
        <p key={detail} className="text-xs text-danger">
          {detail}
        </p>
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <div data-pointer={`${root}/id`}>
          <Field label={t("editor.stepId")} required errors={idErrors}>
            {(wiring) => (
              <Input
                {...wiring}
                className="font-mono text-xs"
                spellCheck={false}
                maxLength={60}
                value={id}
                onChange={(event) => setId(event.target.value)}
                onBlur={commitId}
                onKeyDown={(event) => event.key === "Enter" && commitId()}
              />
            )}
          </Field>
        </div>
        <div data-pointer={`${root}/name`}>
          <Field label={t("editor.stepName")} errors={issuesAt(issues, `${root}/name`)}>
            {(wiring) => (
              <Input
                {...wiring}
                maxLength={100}
                value={step.name ?? ""}
                onChange={({ target }) => {
                  const { name: _, ...rest } = step;
                  onChange(target.value === "" ? rest : { ...rest, name: target.value });
                }}
              />
            )}
          </Field>
        </div>
      </div>
      <div data-pointer={`${root}/tool`} className="flex items-start gap-3 rounded-md border bg-panel p-3">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{tool?.title ?? step.tool}</p>
          <p className="text-xs text-muted">{tool?.description ?? t("editor.unknownTool")}</p>
          {issuesAt(issues, `${root}/tool`).map((detail) => (
            <p key={detail} className="text-xs text-danger">
              {detail}
            </p>
          ))}
        </div>
        <Button size="sm" onClick={() => setPicking(true)}>
          {t("editor.changeTool")}
        </Button>
      </div>
      <fieldset className="flex min-w-0 flex-col gap-4" data-pointer={`${root}/inputs`}>
        <legend className="mb-2 font-medium">{t("editor.toolInputs")}</legend>
        {issuesExactlyAt(issues, `${root}/inputs`).map((detail) => (
          <p key={detail} className="text-xs text-danger">
            {detail}
          </p>
        ))}
        {asked.length === 0 && others.length === 0 && <p className="text-muted">{t("editor.noToolInputs")}</p>}
        {[...asked, ...others.map((name) => ({ name, type: undefined, description: t("editor.unknownInput"), required: false }))].map(
          (input) => {
            const pointer = `${root}/inputs/${input.name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
            return (
              <ExpressionField
                key={input.name}
                label={input.name}
                type={input.type}
                help={input.description}
                required={input.required}
                value={given[input.name] ?? ""}
                errors={issuesAt(issues, pointer)}
                pointer={pointer}
                onChange={(value) => onChange(withInput(step, input.name, value))}
              />
            );
          },
        )}
        <AvailableNames definition={definition} tools={tools} index={index} />
      </fieldset>
      <StepOptions index={index} definition={definition} issues={issues} onChange={onChange} />
      <ToolPicker tools={tools} open={picking} onOpenChange={setPicking} onPick={(name) => onChange({ ...step, tool: name })} />
    </div>
  );
}
