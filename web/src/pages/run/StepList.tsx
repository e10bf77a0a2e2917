import { Layers } from "lucide-react";
import { useTranslation } from "react-i18next";
import { classes } from "@/components/classes.ts";
import { Duration } from "@/components/Duration.tsx";
import { Panel } from "@/components/Panel.tsx";
import { StatusIcon } from "@/components/StatusBadge.tsx";
import type { LiveStep } from "./run-state.ts";

interface Props {
  readonly steps: readonly LiveStep[];
  readonly selected: string | undefined;
  readonly onSelect: (step: string | undefined) => void;
}

const row = "flex w-full items-center gap-2.5 px-4 py-2 text-left -outline-offset-2 hover:bg-hover";

/** The graph's steps as a list: what keyboard and screen readers use. */
export function StepList({ steps, selected, onSelect }: Props) {
  const { t } = useTranslation();
  return (
    <Panel title={t("run.steps")}>
      <ul className="max-h-136 overflow-y-auto py-1">
        <li>
          <button
            type="button"
            className={classes(row, selected === undefined && "bg-hover")}
            aria-current={selected === undefined || undefined}
            onClick={() => onSelect(undefined)}
          >
            <Layers aria-hidden className="size-4 text-muted" />
            {t("run.whole")}
          </button>
        </li>
        {steps.map((step) => {
          const name = t("run.stepName", { id: step.step, status: t(`status.${step.status}`) });
          return (
            <li key={step.step} aria-label={name}>
              <button
                type="button"
                aria-current={selected === step.step || undefined}
                className={classes(row, selected === step.step && "bg-hover")}
                onClick={() => onSelect(step.step)}
              >
                <StatusIcon status={step.status} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{step.name ?? step.step}</span>
                  <span className="block truncate text-xs text-muted">
                    {t(`status.${step.status}`)}
                    {step.waitReason !== null && ` · ${t(`waitReason.${step.waitReason}`)}`}
                    {step.attempts > 1 && ` · ${t("run.attempts", { count: step.attempts })}`}
                  </span>
                </span>
                <span className="text-xs text-muted">
                  <Duration from={step.startedAt} to={step.finishedAt} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
