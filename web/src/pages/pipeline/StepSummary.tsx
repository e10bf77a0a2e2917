import type { PipelineStep } from "@sdk/types.gen.ts";
import { useTranslation } from "react-i18next";

interface Props {
  readonly step: PipelineStep;
  /** Ids of the steps that it waits for. */
  readonly before: readonly string[];
}

export function StepSummary({ step, before }: Props) {
  const { t } = useTranslation();
  return (
    <li className="grid gap-x-6 gap-y-2 border-b px-4 py-3 last:border-0 md:grid-cols-[14rem_minmax(0,1fr)]">
      <div className="min-w-0">
        <p className="font-medium">{step.name ?? step.id}</p>
        <p className="font-mono text-xs break-all text-muted">
          {step.id} · {step.tool}
        </p>
        <p className="text-xs text-muted">
          {before.length === 0 ? t("pipeline.startsAtOnce") : t("pipeline.after", { steps: before.join(", ") })}
        </p>
      </div>
      <dl className="flex min-w-0 flex-col gap-1 text-xs">
        {Object.entries(step.inputs ?? {}).map(([name, expression]) => (
          <div key={name} className="flex gap-2 max-sm:flex-col max-sm:gap-0">
            <dt className="w-28 shrink-0 text-muted">{name}</dt>
            <dd className="min-w-0 font-mono break-words whitespace-pre-wrap">{expression}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
