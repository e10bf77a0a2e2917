import type { PipelineDefinition, PipelineStep } from "@sdk/types.gen.ts";
import { useTranslation } from "react-i18next";
import { Field } from "@/components/Field.tsx";
import { Input } from "@/components/Input.tsx";
import { withNeeds } from "./draft.ts";
import { type Issues, issuesAt } from "./issues.ts";

interface Props {
  readonly index: number;
  readonly definition: PipelineDefinition;
  readonly issues: Issues;
  readonly onChange: (step: PipelineStep) => void;
}

const numberOf = (text: string): number | undefined => (text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text));

/** When a step runs, how often it is tried, how long it may take. */
export function StepOptions({ index, definition, issues, onChange }: Props) {
  const { t } = useTranslation();
  const step = definition.steps[index];
  if (step === undefined) return null;
  const root = `/steps/${index}`;
  const others = definition.steps.filter((_, at) => at !== index);
  const needs = step.needs ?? [];

  function setRetry(attempts: number | undefined, backoffSeconds: number | undefined): void {
    if (step === undefined) return;
    const { retry: _, ...rest } = step;
    onChange(attempts === undefined ? rest : { ...rest, retry: { attempts, ...(backoffSeconds === undefined ? {} : { backoffSeconds }) } });
  }
  function setTimeoutSeconds(seconds: number | undefined): void {
    if (step === undefined) return;
    const { timeoutSeconds: _, ...rest } = step;
    onChange(seconds === undefined ? rest : { ...rest, timeoutSeconds: seconds });
  }

  return (
    <div className="flex flex-col gap-4">
      {others.length > 0 && (
        <fieldset data-pointer={`${root}/needs`}>
          <legend className="font-medium">{t("editor.needs")}</legend>
          <p className="mb-2 text-xs text-muted">{t("editor.needsHelp")}</p>
          <div className="flex flex-wrap gap-x-4 gap-y-1.5">
            {others.map(({ id }) => (
              <label key={id} className="flex items-center gap-1.5 font-mono text-xs">
                <input
                  type="checkbox"
                  className="size-4"
                  checked={needs.includes(id)}
                  onChange={({ target }) =>
                    onChange(withNeeds(step, target.checked ? [...needs, id] : needs.filter((need) => need !== id)))
                  }
                />
                {id}
              </label>
            ))}
          </div>
          {issuesAt(issues, `${root}/needs`).map((detail) => (
            <p key={detail} className="mt-1 text-xs text-danger">
              {detail}
            </p>
          ))}
        </fieldset>
      )}
      <div className="grid gap-4 sm:grid-cols-3">
        <div data-pointer={`${root}/retry/attempts`}>
          <Field label={t("editor.attempts")} help={t("editor.attemptsHelp")} errors={issuesAt(issues, `${root}/retry/attempts`)}>
            {(wiring) => (
              <Input
                {...wiring}
                type="number"
                min={1}
                max={20}
                placeholder="1"
                value={step.retry?.attempts ?? ""}
                onChange={({ target }) => setRetry(numberOf(target.value), step.retry?.backoffSeconds)}
              />
            )}
          </Field>
        </div>
        <div data-pointer={`${root}/retry/backoffSeconds`}>
          <Field label={t("editor.backoff")} help={t("editor.backoffHelp")} errors={issuesAt(issues, `${root}/retry/backoffSeconds`)}>
            {(wiring) => (
              <Input
                {...wiring}
                type="number"
                min={0}
                max={3600}
                step="any"
                placeholder="1"
                disabled={step.retry === undefined}
                value={step.retry?.backoffSeconds ?? ""}
                onChange={({ target }) => setRetry(step.retry?.attempts, numberOf(target.value))}
              />
            )}
          </Field>
        </div>
        <div data-pointer={`${root}/timeoutSeconds`}>
          <Field label={t("editor.timeout")} help={t("editor.timeoutHelp")} errors={issuesAt(issues, `${root}/timeoutSeconds`)}>
            {(wiring) => (
              <Input
                {...wiring}
                type="number"
                min={1}
                max={86_400}
                placeholder="300"
                value={step.timeoutSeconds ?? ""}
                onChange={({ target }) => setTimeoutSeconds(numberOf(target.value))}
              />
            )}
          </Field>
        </div>
      </div>
    </div>
  );
}
